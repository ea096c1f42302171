import Diagnostics
import Site
import Text

/// Comments that are to silence findings and name none that there is: `<!-- check: off repeated-wrod -->`.
enum UnknownSilence {
  /// What is to be said of them.
  ///
  /// - Parameter places: What the comments of each file switch off.
  static func findings(_ places: [String: SilencedPlaces], in folder: ContentFolder) -> [Diagnostic] {
    places.keys.sorted().flatMap { path in
      let unknown = places[path]?.names.filter { $0.name.map { KnownKinds.severities[$0] == nil } ?? true } ?? []
      guard !unknown.isEmpty, let source = folder.source(path) else { return [Diagnostic]() }
      return unknown.map { name, line in
        guard let name else { return nothing(from: line, in: source) }
        return Diagnostic(
          .unknownSilence, "no finding is called `\(name)`", at: location(of: name, from: line, in: source),
          help: KnownKinds.severities.keys.nearest(to: name).map { "did you mean `\($0)`?" }
            ?? "the name of a kind stands in brackets behind each finding")
      }
    }
  }

  /// What is to be said of a comment that names nothing.
  private static func nothing(from line: Int, in source: SourceFile) -> Diagnostic {
    Diagnostic(
      .unknownSilence, "this switches nothing off", at: location(of: mark, from: line, in: source),
      help: "write the name of a kind behind `off`: `<!-- check: off repeated-word -->`")
  }

  /// Where a word stands in the first comment that has it, from a line on.
  private static func location(of word: String, from line: Int, in source: SourceFile) -> Location {
    var below = source.range(ofLine: line).lowerBound..<source.bytes.count
    while let comment = source.offset(of: mark, in: below) {
      let end = source.offset(of: "-->", in: comment..<below.upperBound) ?? below.upperBound
      if let place = source.offset(of: word, in: comment..<end) {
        return source.location(place..<place + word.utf8.count)
      }
      below = end..<below.upperBound
    }
    return source.location(ofLine: line)
  }

  private static let mark = "check:"
}

extension DiagnosticKind {
  static let unknownSilence = DiagnosticKind(
    "unknown-silence", .warning,
    "A comment `<!-- check: off … -->` is to switch findings off, and names none, or one that there is not. The name of a kind stands in brackets behind each finding."
  )
}
