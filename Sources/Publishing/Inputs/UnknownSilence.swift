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
      let unknown = places[path]?.names.filter { KnownKinds.severities[$0.name] == nil } ?? []
      guard !unknown.isEmpty, let source = folder.source(path) else { return [Diagnostic]() }
      return unknown.map { name, line in
        let below = source.range(ofLine: line).lowerBound..<source.bytes.count
        let place = source.offset(of: name.isEmpty ? "check:" : name, in: below)
        let length = name.isEmpty ? 6 : name.utf8.count
        return Diagnostic(
          .unknownSilence, name.isEmpty ? "this switches nothing off" : "no finding is called `\(name)`",
          at: place.map { source.location($0..<$0 + length) } ?? source.location(ofLine: line),
          help: name.isEmpty
            ? "write the name of a kind behind `off`: `<!-- check: off repeated-word -->`"
            : KnownKinds.severities.keys.nearest(to: name).map { "did you mean `\($0)`?" }
              ?? "the name of a kind stands in brackets behind each finding")
      }
    }
  }
}

extension DiagnosticKind {
  static let unknownSilence = DiagnosticKind(
    "unknown-silence", .warning,
    "A comment `<!-- check: off … -->` is to switch findings off, and names none, or one that there is not. The name of a kind stands in brackets behind each finding."
  )
}
