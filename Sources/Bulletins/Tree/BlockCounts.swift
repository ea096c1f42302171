/// How many blocks of each kind there are, after paragraphs were joined across page breaks.
public struct BlockCounts: Sendable, Equatable {
  /// Paragraphs, lists at the top level; lists, tables, images, quotations and footnotes at any level.
  public var paragraphs = 0, topLevelLists = 0, lists = 0, tables = 0, images = 0, blockQuotes = 0, footnotes = 0
  /// How many pairs of paragraphs were joined.
  public var joins = 0

  /// Adds what another text has.
  mutating func add(_ other: BlockCounts) {
    paragraphs += other.paragraphs
    topLevelLists += other.topLevelLists
    lists += other.lists
    tables += other.tables
    images += other.images
    blockQuotes += other.blockQuotes
    footnotes += other.footnotes
    joins += other.joins
  }
}
