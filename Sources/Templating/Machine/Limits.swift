/// What one rendering may use, so that a template with a mistake ends with an error and not the process.
public struct Limits: Sendable, Hashable {
  /// How deep includes, blocks, macros and loops may call each other.
  public var depth: Int
  /// How many iterations of all loops, and calls of macros, blocks and templates, may take together.
  public var iterations: Int
  /// How many bytes may be printed.
  public var output: Int
  /// How many bytes of texts and lists may be made on the way, all together.
  public var memory: Int

  /// Far more than a page needs.
  public init(
    depth: Int = 100, iterations: Int = 20_000_000, output: Int = 256 << 20, memory: Int = 1 << 30
  ) {
    self.depth = depth
    self.iterations = iterations
    self.output = output
    self.memory = memory
  }
}
