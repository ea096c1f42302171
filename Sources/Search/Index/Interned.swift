import Text

/// Texts with numbers, given in the order in which they are met: a table of its own, since an archive has millions of
/// words, most of which are there already.
struct Interned {
  private(set) var count = 0
  private var bytes: Bytes = []
  private var starts: [Int] = [0]
  private var hashes: [UInt32] = []
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
    let mask = slots.count - 1
    var place = Int(hash) & mask
    while slots[place] != 0 {
      let number = Int(slots[place]) - 1
      if hashes[number] == hash, has(number, text) { return number }
      place = (place + 1) & mask
    }
    slots[place] = Int32(count + 1)
    bytes.append(text)
    starts.append(bytes.count)
    hashes.append(hash)
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
    numbers.map { (start: start(of: $0), number: $0) }.sorted {
      if $0.start != $1.start { return $0.start < $1.start }
      return self[$0.number].lexicographicallyPrecedes(self[$1.number])
    }.map(\.number)
  }

  /// The first eight bytes of a text as one number, the first byte highest.
  private func start(of number: Int) -> UInt64 {
    let text = starts[number]..<starts[number + 1]
    var word: UInt64 = 0
    for place in 0..<8 { word = word << 8 | (place < text.count ? UInt64(bytes[text.lowerBound + place]) : 0) }
    return word
  }

  private func has(_ number: Int, _ text: Span<UInt8>) -> Bool {
    let start = starts[number]
    guard starts[number + 1] - start == text.count else { return false }
    return bytes.span.has(text, at: start)
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
