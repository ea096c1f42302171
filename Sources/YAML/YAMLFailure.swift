/// Why a text can't be read as YAML, and what can be read of it nevertheless.
public struct YAMLFailure: Error, Sendable {
  /// What is wrong, the first of which keeps the text from being read; never empty.
  public let mistakes: [YAMLError]
  /// What stands in the lines that can be read, for whoever looks for other mistakes; `nil` where that is not known.
  public let rest: YAMLNode?

  init(_ mistakes: [YAMLError], rest: YAMLNode? = nil) {
    self.mistakes = mistakes
    self.rest = rest
  }

  /// Whether a part of the file is one that can't be read as it was meant.
  public func isUnread(_ range: Range<Int>) -> Bool {
    mistakes.contains { $0.unread.overlaps(range) || $0.unread.lowerBound == range.lowerBound }
  }
}
