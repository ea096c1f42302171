/// A kind of finding: the stable name that stands in brackets, and the paragraph that documents it. Kinds are equal by name.
///
/// A kind is declared beside the code that reports it, as `static let` in an extension of this type and with literals, so
/// that the reference for editors can be made of the declarations; there is no list to put it in.
public struct DiagnosticKind: Sendable, Hashable {
  /// In kebab case, never changed once released.
  public let name: String
  /// What such a finding does to the build.
  public let severity: Diagnostic.Severity
  /// What it means and what to do, for the documentation.
  public let explanation: String

  /// A kind with its documentation.
  public init(_ name: String, _ severity: Diagnostic.Severity, _ explanation: String) {
    self.name = name
    self.severity = severity
    self.explanation = explanation
  }

  /// Whether two kinds have one name.
  public static func == (a: DiagnosticKind, b: DiagnosticKind) -> Bool { a.name == b.name }

  /// Mixes the name in.
  public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}
