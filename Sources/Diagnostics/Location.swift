/// A range in a file as a message shows it; lines and columns count from 1, columns in code points.
public struct Location: Sendable, Equatable {
  /// The file's path.
  public let path: String
  /// The text of the line, cut around the range where it is long.
  public let excerpt: String
  /// The line above, where it is to be shown.
  public internal(set) var lineAbove: String?
  /// The line below, where it is to be shown.
  public internal(set) var lineBelow: String?

  // Narrow, since each issue of a large archive has one; no source is as long.
  private let start, end, storedLine, storedColumn, storedWidth, storedExcerptColumn: UInt32

  init(
    path: String, range: Range<Int>, line: Int, column: Int, width: Int, excerpt: String, excerptColumn: Int,
    lineAbove: String? = nil, lineBelow: String? = nil
  ) {
    self.path = path
    self.excerpt = excerpt
    self.lineAbove = lineAbove
    self.lineBelow = lineBelow
    start = UInt32(clamping: range.lowerBound)
    end = UInt32(clamping: range.upperBound)
    storedLine = UInt32(clamping: line)
    storedColumn = UInt32(clamping: column)
    storedWidth = UInt32(clamping: width)
    storedExcerptColumn = UInt32(clamping: excerptColumn)
  }

  /// The byte range, cut at the end of its first line.
  public var range: Range<Int> { Int(start)..<Int(end) }
  /// The line on which the range begins.
  public var line: Int { Int(storedLine) }
  /// The column at which the range begins.
  public var column: Int { Int(storedColumn) }
  /// The length of the range in code points, at least 1.
  public var width: Int { Int(storedWidth) }
  /// The column in the excerpt at which the range begins.
  public var excerptColumn: Int { Int(storedExcerptColumn) }
}
