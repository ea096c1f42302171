import Diagnostics
import Markdown
import Text

/// Definitions of links that nothing refers to, so that readers never see what they say: a list of sources that was typed
/// as `[1]: https://…`, or a conversation whose speakers stand in brackets.
enum UnusedDefinition {
  /// One finding for each run of such lines. Of a text that uses some of its definitions, the others are leftovers, as
  /// long as they lead somewhere.
  static func find(in source: SourceFile, code: [MarkdownNode]) -> [Diagnostic] {
    guard source.bytes.firstOffset(of: Bytes("]:".utf8)) != nil else { return [] }
    let codeLines = Set(code.flatMap(\.lines))
    let definitions = all(in: source).filter { !codeLines.contains($0.line) }
    if definitions.isEmpty { return [] }
    let references = references(in: source, besides: Set(definitions.map(\.name.lowerBound)))
    let unused = definitions.filter { !references.contains(label(source.bytes[$0.name])) }
    let lost = unused.count == definitions.count ? unused : unused.filter { !$0.leadsSomewhere }
    return repeated(definitions, in: source)
      + runs(of: lost).map { run in
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

  /// A finding for each definition of a name that another one has before, and that leads elsewhere: the first counts.
  private static func repeated(_ definitions: [Definition], in source: SourceFile) -> [Diagnostic] {
    var first: [Bytes: Definition] = [:]
    return definitions.compactMap { definition in
      let name = label(source.bytes[definition.name])
      guard let earlier = first[name] else {
        first[name] = definition
        return nil
      }
      let lines = [earlier, definition].map { one in
        source.bytes[one.name.upperBound..<source.range(ofLine: one.line).upperBound].filter {
          !"<> ".utf8.contains($0)
        }
      }
      if lines[0] == lines[1] { return nil }
      return Diagnostic(
        .repeatedDefinition, "this name leads elsewhere already, and that counts", at: source.location(definition.name),
        notes: [.init("it is defined first here", at: source.location(earlier.name))],
        help: "give one of the two another name, here and where it is used")
    }
  }

  /// A line that defines where links of a name lead.
  private struct Definition {
    let line: Int
    /// What stands between the brackets.
    let name: Range<Int>
    /// Whether what it gives looks like an address.
    let leadsSomewhere: Bool
  }

  private static func all(in source: SourceFile) -> [Definition] {
    var found: [Definition] = []
    var at = 0
    while let colon = source.bytes.firstOffset(of: Bytes("]:".utf8), from: at) {
      at = colon + 2
      let line = source.location(colon..<at).line
      let range = source.range(ofLine: line)
      let start = source.bytes[range].prefix { $0 == 0x20 }.endIndex
      guard start - range.lowerBound < 4, start < colon, source.bytes[start] == UInt8(ascii: "["),
        let one = definition(start + 1..<colon, in: source, line), mayBegin(on: line, in: source, behind: found.last)
      else { continue }
      found.append(one)
    }
    return found
  }

  private static func definition(_ name: Range<Int>, in source: SourceFile, _ line: Int) -> Definition? {
    let written = source.bytes[name]
    guard let first = written.first(where: { !$0.isASCIISpace }), first != UInt8(ascii: "^"),
      !written.contains(where: { "[]".utf8.contains($0) })
    else { return nil }
    let rest = Array(source.bytes[name.upperBound + 2..<source.range(ofLine: line).upperBound]).string.trimmed
    let address = rest.prefix { $0 != " " && $0 != "\t" }
    let title = rest.dropFirst(address.count).drop { $0 == " " || $0 == "\t" }
    let isTitle = [("\"", "\""), ("'", "'"), ("(", ")")].contains { title.hasPrefix($0) && title.hasSuffix($1) }
    // Authors hide notes to themselves so: `[//]: # (a note)`.
    if address.isEmpty || address == "#" || address == "<>" { return nil }
    guard title.isEmpty || isTitle else { return nil }
    return Definition(
      line: line, name: name, leadsSomewhere: address.utf8.contains { "/.:#@{?=".utf8.contains($0) })
  }

  /// Whether a definition may begin on a line: not within a paragraph.
  private static func mayBegin(on line: Int, in source: SourceFile, behind last: Definition?) -> Bool {
    if line == 1 || last?.line == line - 1 { return true }
    let above = source.bytes[source.range(ofLine: line - 1)].drop { $0 == 0x20 || $0 == 0x09 }
    return above.allSatisfy(\.isASCIISpace) || above.first == UInt8(ascii: "#")
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
      found.insert(label(source.bytes[at..<end]))
    }
    return found
  }

  /// A name as Markdown compares it: in small letters, with one blank between words.
  private static func label(_ name: ArraySlice<UInt8>) -> Bytes {
    Bytes(
      Array(name).string.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ").utf8)
  }

  private static func runs(of definitions: [Definition]) -> [[Definition]] {
    var runs: [[Definition]] = []
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
  static let repeatedDefinition = DiagnosticKind(
    "repeated-definition", .warning,
    "Two definitions of links, `[name]: address`, have one name and two addresses. All links with the name lead to the first one."
  )
  static let unusedDefinition = DiagnosticKind(
    "unused-definition", .warning,
    "A line such as `[1]: https://example.org` says where links named `[1]` lead, and is not printed. Nothing in the text has that name, so that nobody ever sees the line: a list of sources, or the speakers of a conversation, is lost. Of a text that uses some of its definitions, the others are passed over."
  )
}
