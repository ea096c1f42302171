/// How Markdown is read and written.
public struct MarkdownOptions: Sendable, Hashable {
  /// Whether straight quotation marks, double hyphens and triple dots become typographic ones.
  public var smartPunctuation: Bool
  /// Whether raw HTML passes; otherwise it is shown as text.
  public var rawHTML: Bool
  /// Whether blocks carry their source lines, as previews want them.
  public var sourcePositions: Bool

  /// The safe form: nothing is changed, raw HTML is text.
  public init(smartPunctuation: Bool = false, rawHTML: Bool = false, sourcePositions: Bool = false) {
    self.smartPunctuation = smartPunctuation
    self.rawHTML = rawHTML
    self.sourcePositions = sourcePositions
  }
}
