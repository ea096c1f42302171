/// Why a preview can't begin.
public struct PreviewError: Error, CustomStringConvertible, Sendable {
  /// One sentence: what can't be done and why.
  public let description: String

  init(_ description: String) { self.description = description }
}
