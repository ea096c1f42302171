/// What a text has too much of: parsing it would take the square of its length, in time or in memory.
public struct Excess: Equatable, Sendable {
  /// What it is, as far as messages tell it apart.
  public enum Kind: Sendable {
    /// Blocks inside blocks.
    case nesting
    /// Anything else.
    case amount
  }

  /// What it is.
  public let kind: Kind
  /// What there is too much of: `a table of 8333 columns`.
  public let words: String
  /// Where it stands in the text.
  public let range: Range<Int>
}
