/// How white space around tags is treated.
public struct SyntaxOptions: Sendable, Hashable {
  /// Whether the line feed after a tag is dropped.
  public var trimBlocks: Bool
  /// Whether blanks between the start of a line and a tag are dropped.
  public var lstripBlocks: Bool
  /// Whether a line feed at the end of the file is printed.
  public var keepTrailingNewline: Bool

  /// Jinja's defaults, unless told otherwise.
  public init(trimBlocks: Bool = false, lstripBlocks: Bool = false, keepTrailingNewline: Bool = false) {
    self.trimBlocks = trimBlocks
    self.lstripBlocks = lstripBlocks
    self.keepTrailingNewline = keepTrailingNewline
  }
}
