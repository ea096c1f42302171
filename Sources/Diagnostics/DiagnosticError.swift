/// A diagnostic as an error: it ends what reported it, on its way to those who collect.
public struct DiagnosticError: Error, Sendable {
  /// What is wrong.
  public let diagnostic: Diagnostic

  /// A finding that can't be gone past.
  public init(_ diagnostic: Diagnostic) { self.diagnostic = diagnostic }
}
