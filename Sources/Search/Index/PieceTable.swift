import Text

/// The pieces of texts, from space to space, and the words of each: found out once for each piece, since most of the pieces
/// of a text were there before.
struct PieceTable {
  /// A word by its number and by its hash, of which pairs are made.
  struct Word {
    let number: Int32
    let hash: UInt32
  }

  private(set) var words = Interned()
  private(set) var pieces = Interned()
  /// Where the words of each piece begin in `wordsOfPieces`.
  private var starts: [Int32] = [0]
  private var wordsOfPieces: [Word] = []
  private var reader = WordReader()

  /// The number of a word or another key.
  mutating func number(ofKey key: Span<UInt8>) -> Int32 { word(key).number }

  /// The pieces of a text by their numbers.
  mutating func pieces(of text: Span<UInt8>) -> [Int32] {
    var numbers: [Int32] = []
    numbers.reserveCapacity(text.count / 4)
    var start = 0
    while start < text.count {
      let (end, head) = text.piece(from: start)
      let piece = text.extracting(start..<end)
      let number = pieces.number(piece, hash: piece.quickHash(head), head: head)
      if number == starts.count - 1 { read(piece) }
      numbers.append(Int32(truncatingIfNeeded: number))
      start = end + 1
    }
    return numbers
  }

  /// Calls a function with each word of some pieces.
  @inline(__always)
  func forEachWord(of pieces: [Int32], _ use: (Word) -> Void) {
    for piece in pieces {
      let piece = Int(piece)
      for place in Int(starts[piece])..<Int(starts[piece + 1]) { use(wordsOfPieces[place]) }
    }
  }

  /// Finds the words of a new piece.
  private mutating func read(_ piece: Span<UInt8>) {
    for found in reader.words(of: piece) { wordsOfPieces.append(word(found.span)) }
    starts.append(Int32(wordsOfPieces.count))
  }

  private mutating func word(_ text: Span<UInt8>) -> Word {
    let hash = Interned.hash(text)
    return Word(number: Int32(words.number(text, hash: hash)), hash: hash)
  }
}
