import Text

/// Texts with numbers, given in the order in which they are met: a table of its own, since an archive has millions of
/// words, most of which are there already.
struct Interned {
  /// What tells a text from most others, and where it stands.
  private struct Entry {
    /// Its first eight bytes.
    let head: UInt64
    let hash: UInt32
    let length: Int32
    let start: Int
  }

  private var entries: [Entry] = []
  private var bytes: Bytes = []
  /// The number of a text plus one, at a place that its hash gives.
  private var slots = [Int32](repeating: 0, count: 1 << 10)

  /// How many texts there are.
  var count: Int { entries.count }

  /// How many bytes all of them have.
  var size: Int { bytes.count }

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
    let mask = slots.count &- 1
    var place = Int(hash) & mask
    while slots[place] != 0 {
      let number = Int(slots[place]) &- 1
      let entry = entries[number]
      if entry.head == head, entry.hash == hash, Int(entry.length) == text.count,
        text.count <= 8 || bytes.span.has(text, at: entry.start)
      {
        return number
      }
      place = (place &+ 1) & mask
    }
    return add(text, hash: hash, head: head, at: place)
  }

  @inline(never)
  private mutating func add(_ text: Span<UInt8>, hash: UInt32, head: UInt64, at place: Int) -> Int {
    entries.append(Entry(head: head, hash: hash, length: Int32(text.count), start: bytes.count))
    bytes.append(text)
    slots[place] = Int32(count)
    if count * 2 > slots.count { grow() }
    return count - 1
  }

  /// The text of a number.
  subscript(number: Int) -> ArraySlice<UInt8> {
    let entry = entries[number]
    return bytes[entry.start..<entry.start + Int(entry.length)]
  }

  /// The hash of the text of a number.
  func hash(of number: Int) -> UInt32 { entries[number].hash }

  /// Some numbers in the order of their texts.
  func sorted(_ numbers: some Sequence<Int>) -> [Int] {
    // Eight bytes at once tell most texts apart.
    numbers.map { (head: entries[$0].head, number: $0) }.sorted {
      if $0.head != $1.head { return $0.head < $1.head }
      return self[$0.number].lexicographicallyPrecedes(self[$1.number])
    }.map(\.number)
  }

  private mutating func grow() {
    slots = [Int32](repeating: 0, count: slots.count * 2)
    let mask = slots.count - 1
    for number in 0..<count {
      var place = Int(entries[number].hash) & mask
      while slots[place] != 0 { place = (place + 1) & mask }
      slots[place] = Int32(number + 1)
    }
  }
}
