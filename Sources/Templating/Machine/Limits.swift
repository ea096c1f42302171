/// What one rendering may use, so that a template with a mistake ends with an error and not the process.
public struct Limits: Sendable, Hashable {
  /// How deep includes, blocks and macros may call each other.
  public var depth: Int
  /// How many turns all loops together may take.
  public var turns: Int
  /// How many bytes may be printed.
  public var output: Int

  /// Far more than a page needs.
  public init(depth: Int = 100, turns: Int = 20_000_000, output: Int = 256 << 20) {
    self.depth = depth
    self.turns = turns
    self.output = output
  }
}
