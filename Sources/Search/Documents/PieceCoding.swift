import Text

/// Writes texts with each of their pieces once: a bulletin repeats most of its words, and readers fetch its file to see a
/// few of its sentences.
struct PieceCoding {
  /// The pieces in the order in which they were met, with spaces between.
  private(set) var dictionary: Bytes = []
  /// The number that each piece of the block has in this issue, plus the first that the issue may give.
  private var numbers: [Int] = []
  private var base = 0
  private var count = 0

  /// Begins another issue.
  mutating func clear() {
    base += count
    count = 0
    dictionary.removeAll(keepingCapacity: true)
  }

  /// Writes a text: the number of each piece.
  ///
  /// - Parameters:
  ///   - text: Its pieces by their numbers in the block.
  ///   - pieces: The pieces of the block.
  mutating func code(_ text: [Int32], of pieces: Interned) -> Bytes {
    if numbers.count < pieces.count { numbers += repeatElement(-1, count: pieces.count - numbers.count) }
    var code = Bytes(repeating: 0, count: text.count * Digits.most(below: count + text.count))
    var end = 0
    var out = code.mutableSpan
    let twos = Digits.twos
    for piece in text {
      var number = numbers[Int(piece)]
      if number < base {
        number = base + add(pieces[Int(piece)])
        numbers[Int(piece)] = number
      }
      out.write(digits: number - base, at: &end, twos: twos.span)
    }
    code.removeSubrange(end...)
    return code
  }

  /// Adds a piece that the issue did not have, and gives its number there.
  private mutating func add(_ piece: ArraySlice<UInt8>) -> Int {
    if count > 0 { dictionary.append(0x20) }
    dictionary += piece
    count += 1
    return count - 1
  }

  /// A text that was written so.
  static func text(_ code: Bytes, _ pieces: [Bytes]) -> Bytes? {
    var reader = DigitReader(code)
    var text: Bytes = []
    while let number = reader.next() {
      guard pieces.indices.contains(number) else { return nil }
      if !text.isEmpty { text.append(0x20) }
      text += pieces[number]
    }
    return text
  }
}
