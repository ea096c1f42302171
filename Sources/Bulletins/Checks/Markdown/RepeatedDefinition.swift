import Diagnostics
import Text

/// Definitions of links with one name that lead to two addresses.
enum RepeatedDefinition {
  /// A finding for each definition of a name that another one has before, and that leads elsewhere: the first counts.
  static func find(_ definitions: [LinkDefinition], in source: SourceFile) -> [Diagnostic] {
    var first: [Bytes: LinkDefinition] = [:]
    return definitions.compactMap { definition in
      guard let earlier = first[definition.label] else {
        first[definition.label] = definition
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
}

extension DiagnosticKind {
  static let repeatedDefinition = DiagnosticKind(
    "repeated-definition", .warning,
    "Two definitions of links, `[name]: address`, have one name and two addresses. All links with the name lead to the first one."
  )
}
