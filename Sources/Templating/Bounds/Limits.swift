/// What one rendering may use, so that a template with a mistake ends with an error and not the process.
///
/// All but the deadline are counted and not measured: the same template fails at the same place on every machine.
public struct Limits: Sendable {
  /// How deep includes, blocks, macros and loops may call each other.
  public var depth: Int
  /// How many iterations of all loops, and calls of macros, blocks and templates, may take together.
  public var iterations: Int
  /// How many bytes may be printed.
  public var output: Int
  /// How many bytes of texts and lists may be made on the way, all together.
  public var memory: Int
  /// How much work everything may be, in steps of a few nanoseconds at most: of going through, comparing and computing.
  public var steps: Int
  /// When a rendering ends in any case; `nil` where nobody measures.
  public var deadline: Deadline?

  /// Far more than a page needs.
  public init(
    depth: Int = 100, iterations: Int = 20_000_000, output: Int = 128 << 20, memory: Int = 160 << 20,
    steps: Int = 400_000_000, deadline: Deadline? = nil
  ) {
    self.depth = depth
    self.iterations = iterations
    self.output = output
    self.memory = memory
    self.steps = steps
    self.deadline = deadline
  }

  /// What a part of a template may use that is computed when it is compiled; what needs more waits until it is rendered.
  static let ofConstants = Limits(memory: 1 << 20, steps: 1 << 22)
}
