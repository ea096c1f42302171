import Text

/// Texts with numbers, given in the order in which they are met: a table of its own, since an archive has millions of
/// words, most of which are there already.
struct Interned {
  private(set) var count = 0
  private var bytes: Bytes = []
  private var starts: [Int] = [0]
  private var hashes: [UInt32] = []
  /// The first eight bytes of each text, which tell most of them apart without a look at the others.
  private var heads: [UInt64] = []
  /// The number of a text plus one, at a place that its hash gives.
  private var slots = [Int32](repeating: 0, count: 1 << 10)

  /// The hash of a text, FNV-1a.
  static func hash(_ text: Span<UInt8>) -> UInt32 {
    var hash: UInt32 = 0x811C_9DC5
    for index in text.indices { hash = (hash ^ UInt32(text[index])) &* 0x0100_0193 }
    return hash
  }

  /// The number of a text; the next one for a new text.
  mutating func number(_ text: Span<UInt8>, hash: UInt32) -> Int {
    number(text, hash: hash, head: text.head(0..<text.count))
  }

  /// The number of a text.
  ///
  /// - Parameters:
  ///   - hash: Any hash, as long as all texts have the same kind.
  ///   - head: Its first eight bytes.
  @inline(__always)
  mutating func number(_ text: Span<UInt8>, hash: UInt32, head: UInt64) -> Int {
    let mask = slots.count - 1
    var place = Int(hash) & mask
    while slots[place] != 0 {
      let number = Int(slots[place]) - 1
      if hashes[number] == hash, heads[number] == head, has(number, text) { return number }
      place = (place + 1) & mask
    }
    slots[place] = Int32(count + 1)
    bytes.append(text)
    starts.append(bytes.count)
    hashes.append(hash)
    heads.append(head)
    count += 1
    if count * 2 > slots.count { grow() }
    return count - 1
  }

  /// The text of a number.
  subscript(number: Int) -> ArraySlice<UInt8> { bytes[starts[number]..<starts[number + 1]] }

  /// The hash of the text of a number.
  func hash(of number: Int) -> UInt32 { hashes[number] }

  /// Some numbers in the order of their texts.
  func sorted(_ numbers: some Sequence<Int>) -> [Int] {
    // Eight bytes at once tell most texts apart.
    numbers.map { (head: heads[$0], number: $0) }.sorted {
      if $0.head != $1.head { return $0.head < $1.head }
      return self[$0.number].lexicographicallyPrecedes(self[$1.number])
    }.map(\.number)
  }

  /// Whether a text whose first eight bytes are the same is the text of a number.
  private func has(_ number: Int, _ text: Span<UInt8>) -> Bool {
    let start = starts[number]
    guard starts[number + 1] - start == text.count else { return false }
    return text.count <= 8 || bytes.span.has(text, at: start)
  }

  private mutating func grow() {
    slots = [Int32](repeating: 0, count: slots.count * 2)
    let mask = slots.count - 1
    for number in 0..<count {
      var place = Int(hashes[number]) & mask
      while slots[place] != 0 { place = (place + 1) & mask }
      slots[place] = Int32(number + 1)
    }
  }
}
