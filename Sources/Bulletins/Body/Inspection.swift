/// What only somebody who looks at one file asks for: it is not kept.
public struct Inspection: Sendable, Equatable {
  /// How many blocks of each kind there are, after paragraphs were joined across page breaks.
  public struct Counts: Sendable, Equatable {
    /// Paragraphs, lists at the top level; lists, tables, images, quotations and footnotes at any level.
    public var paragraphs = 0, topLevelLists = 0, lists = 0, tables = 0, images = 0, blockQuotes = 0, footnotes = 0
    /// How many pairs of paragraphs were joined.
    public var joins = 0

    /// Adds what another text has.
    mutating func add(_ other: Counts) {
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

  /// What there is of each kind.
  public internal(set) var counts = Counts()
  /// Run-in headings that open list items.
  public internal(set) var listRunIns: [String] = []
  /// What the reader found remarkable.
  public internal(set) var observations: [Observation] = []
}
