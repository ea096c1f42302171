import Text

/// Writes texts with each of their pieces once: a bulletin repeats most of its words, and readers fetch its file to see a
/// few of its sentences.
struct PieceCoding {
  /// The pieces in the order in which they were met, with spaces between.
  private(set) var dictionary: Bytes = []
  /// The text that was begun last: the number of each piece.
  private(set) var code: Bytes = []
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

  /// Begins another text of the issue.
  mutating func begin() { code.removeAll(keepingCapacity: true) }

  /// Adds a piece to the text.
  ///
  /// - Parameter piece: Its number in the block.
  mutating func add(_ piece: Int, _ text: Span<UInt8>) {
    while numbers.count <= piece { numbers.append(-1) }
    if numbers[piece] < base {
      numbers[piece] = base + count
      if count > 0 { dictionary.append(0x20) }
      dictionary.append(text)
      count += 1
    }
    code.append(digits: numbers[piece] - base)
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
