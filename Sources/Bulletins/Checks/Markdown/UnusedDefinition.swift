import Diagnostics
import Text

/// Definitions of links that nothing refers to, so that readers never see what they say: a list of sources that was typed
/// as `[1]: https://…`, or a conversation whose speakers stand in brackets.
enum UnusedDefinition {
  /// One finding for each run of such lines. Of a text that uses some of its definitions, the others are leftovers, as
  /// long as they lead somewhere.
  static func find(_ definitions: [LinkDefinition], in source: SourceFile) -> [Diagnostic] {
    if definitions.isEmpty { return [] }
    let references = references(in: source, besides: Set(definitions.map(\.name.lowerBound)))
    let unused = definitions.filter { !references.contains($0.label) }
    let lost = unused.count == definitions.count ? unused : unused.filter { !$0.leadsSomewhere }
    return runs(of: lost).map { run in
      let name = Array(source.bytes[run[0].name]).string
      return Diagnostic(
        .unusedDefinition,
        run.count == 1
          ? "nothing refers to this definition of a link, and readers do not see it"
          : "nothing refers to these \(run.count) definitions of links, and readers do not see them",
        at: source.location(run[0].name.lowerBound - 1..<run[0].name.upperBound + 2),
        help: "write `\\[\(name)]:`, if readers are to see what stands here",
        "write `[words][\(name)]` where the link belongs")
    }
  }

  /// What stands between brackets elsewhere.
  private static func references(in source: SourceFile, besides definitions: Set<Int>) -> Set<Bytes> {
    var found: Set<Bytes> = []
    var at = 0
    while let open = source.bytes.firstOffset(of: UInt8(ascii: "["), from: at) {
      at = open + 1
      guard let end = source.bytes[at...].prefix(1000).firstIndex(where: { "[]".utf8.contains($0) }),
        source.bytes[end] == UInt8(ascii: "]"), !definitions.contains(at)
      else { continue }
      found.insert(LinkDefinition.label(source.bytes[at..<end]))
    }
    return found
  }

  private static func runs(of definitions: [LinkDefinition]) -> [[LinkDefinition]] {
    var runs: [[LinkDefinition]] = []
    for one in definitions {
      if let last = runs.last?.last, one.line <= last.line + 2 {
        runs[runs.count - 1].append(one)
      } else {
        runs.append([one])
      }
    }
    return runs
  }
}

extension DiagnosticKind {
  static let unusedDefinition = DiagnosticKind(
    "unused-definition", .warning,
    "A line such as `[1]: https://example.org` says where links named `[1]` lead, and is not printed. Nothing in the text has that name, so that nobody ever sees the line: a list of sources, or the speakers of a conversation, is lost. Of a text that uses some of its definitions, the others are passed over."
  )
}
