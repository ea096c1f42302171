/// Numbers that look random and are the same in every run: a failure can be seen again.
public struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64

  /// The numbers of a seed.
  public init(seed: some BinaryInteger) { state = UInt64(truncatingIfNeeded: seed) }

  private mutating func advance() { state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407 }

  /// Sixty-four bits.
  public mutating func next() -> UInt64 {
    advance()
    // The lowest bits of the state repeat after a few steps.
    let word = (state ^ state >> 32) &* 0xD6E8_FEB8_6659_FD93
    return word ^ word >> 32
  }

  /// A number from 0 to one less than the sides.
  public mutating func roll(_ sides: Int) -> Int {
    advance()
    return Int((state >> 33) % UInt64(max(1, sides)))
  }

  /// One of some elements, of which there must be at least one.
  public mutating func pick<Element>(_ elements: [Element]) -> Element { elements[roll(elements.count)] }
}
