/// A kind of mistake: the stable name that stands in brackets, and the paragraph that documents it.
///
/// Each floor declares the kinds that it reports; the reference for editors is generated from them.
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
}
