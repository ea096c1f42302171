/// What one rendering may still use of its limits. Whoever makes something takes its size here before it is made, and
/// whoever goes through something long spends steps, so that nothing is begun that would end the process.
///
/// A class, because all that runs in one rendering shares it. Unchecked, because a rendering has one thread.
public final class Allowance: @unchecked Sendable {
  private let limits: Limits
  private var bytes: Int
  private var turns: Int
  /// The steps until somebody looks at the clock.
  private var slice: Int
  /// The steps behind them.
  private var steps: Int
  /// When the rendering must have ended, by the deadline's clock.
  private let end: Double

  private static let longestSlice = 1 << 20

  init(_ limits: Limits) {
    self.limits = limits
    bytes = limits.memory
    turns = limits.iterations
    slice = min(Allowance.longestSlice, limits.steps)
    steps = limits.steps - slice
    end = limits.deadline.map { $0.clock() + $0.seconds } ?? .infinity
  }

  /// Takes room for bytes that are about to be made.
  @inline(__always)
  public func take(bytes count: Int) throws(Failure) {
    guard count <= bytes else { throw tooMuch() }
    bytes -= count
    try spend(count >> 3)
  }

  /// Takes room for something of a size that is made several times.
  func take(bytes size: Int, times: Int) throws(Failure) {
    let (count, isTooMuch) = size.multipliedReportingOverflow(by: max(0, times))
    guard !isTooMuch else { throw tooMuch() }
    try take(bytes: count)
  }

  /// Gives back room for what was taken and is gone.
  func giveBack(bytes count: Int) { bytes += count }

  /// Spends steps on work that is about to be done.
  @inline(__always)
  public func spend(_ count: Int) throws(Failure) {
    slice -= count
    if slice < 0 { try nextSlice() }
  }

  /// Spends a turn of a loop, or a call, with the steps that it takes.
  @inline(__always)
  func turn(_ steps: Int) throws(Failure) {
    turns -= 1
    if turns < 0 { throw tooManyTurns() }
    try spend(steps)
  }

  private func nextSlice() throws(Failure) {
    if let deadline = limits.deadline, deadline.clock() > end {
      throw Failure(
        "the page takes longer than \(Int(deadline.seconds)) seconds", help: "does something in it go on without end?")
    }
    let next = min(steps, max(Allowance.longestSlice, -slice))
    steps -= next
    slice += next
    guard slice >= 0 else {
      throw Failure(
        "the template takes more than \(limits.steps) steps", help: "does it go through something long again and again?"
      )
    }
  }

  private func tooMuch() -> Failure {
    Failure(
      "the template makes texts and lists of more than \(limits.memory >> 20) MiB in all",
      help: "does something grow in a loop, or is a width far too large?")
  }

  private func tooManyTurns() -> Failure {
    Failure("loops and calls take more than \(limits.iterations) turns", help: "does this loop ever end?")
  }
}
