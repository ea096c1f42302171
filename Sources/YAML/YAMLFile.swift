import Diagnostics

/// A settings file that was read as YAML, as far as that went.
public struct YAMLFile {
  /// The root of what can be read; `nil` where nobody can tell.
  public let root: YAMLNode?
  /// What keeps the file from being YAML.
  public let mistakes: [Diagnostic]
  private let failure: YAMLFailure?

  /// Reads a whole file.
  public init(_ source: SourceFile) {
    switch YAMLDocument.read(source, 0..<source.bytes.count) {
    case .success(let node):
      root = node
      mistakes = []
      failure = nil
    case .failure(let failure):
      root = failure.rest
      self.failure = failure
      mistakes = failure.mistakes.map { mistake in
        Diagnostic(
          .malformedYAML, "the file is no YAML: \(mistake.message)", at: source.location(mistake.range),
          help: mistake.help, mend: mistake.mend)
      }
    }
  }

  /// What is wrong with the file altogether: of one that is no YAML, what is said of its other lines, but not what it lacks.
  public func findings(_ others: [Diagnostic]) -> [Diagnostic] {
    guard let failure else { return others }
    return mistakes
      + others.filter { other in
        other.kind != .missingSetting && other.location.map { !failure.isUnread($0.range) } ?? false
      }
  }
}
