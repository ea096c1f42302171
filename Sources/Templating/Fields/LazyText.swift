import Text

/// A text that is fetched when a template reads it: most of a page's context is looked at far more often than shown.
public struct LazyText: Sendable {
  /// Stands for the text in fingerprints, so that it need not be fetched for them.
  let token: Bytes
  /// Whether the text is markup already.
  let isMarkup: Bool
  /// Fetches the text.
  let fetch: @Sendable () -> Bytes

  /// A text from a function that gives the same whenever it is called.
  ///
  /// - Parameters:
  ///   - token: What differs where the text differs.
  ///   - isMarkup: Whether the text is markup already, and is printed as it is.
  ///   - fetch: Fetches the text.
  public init(token: Bytes, isMarkup: Bool, fetch: @escaping @Sendable () -> Bytes) {
    self.token = token
    self.isMarkup = isMarkup
    self.fetch = fetch
  }
}
