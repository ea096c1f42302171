/// What running the Liquid of one text may still cost.
///
/// A class, because files that include each other share it: each by itself would be small, and all together without end.
final class LiquidAllowance {
  private var steps = 100_000

  /// How many bytes one value may have, and all that one file prints.
  static let largestValue = 1 << 16
  static let largestOutput = 1 << 20

  /// Takes a step away, and one for each few bytes that are looked at; whether there were so many.
  func spend(bytes: Int = 0) -> Bool {
    guard steps >= 0 else { return false }
    steps -= 1 + bytes / 64
    return steps >= 0
  }
}
