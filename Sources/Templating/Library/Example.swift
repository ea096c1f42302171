/// A template with what it prints.
public struct Example: Sendable {
  /// The template's source.
  public let template: String
  /// What it prints, where nothing is escaped.
  public let output: String

  init(_ template: String, _ output: String) {
    self.template = template
    self.output = output
  }
}
