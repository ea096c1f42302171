import Text

/// Where signs stand in the source of which a line may have very many, each at its own place: a line is read once.
struct SignPlaces {
  private let text: VisibleText
  /// What each of them begins with.
  private let opening: Bytes
  /// Reads the one that begins at a byte of the source; `nil` where none does.
  private let read: (Bytes, Int) -> Bytes?
  private var line = 0
  /// Those of the line that readers see, by what they are, in order.
  private var places: [Bytes: [Int]] = [:]
  /// How many of each were asked for.
  private var asked: [Bytes: Int] = [:]

  init(_ text: VisibleText, from opening: String, _ read: @escaping (Bytes, Int) -> Bytes?) {
    self.text = text
    self.opening = Bytes(opening.utf8)
    self.read = read
  }

  /// Where signs stand that a piece has; whoever asks, asks for them in their order. `nil` where the author wrote a
  /// backslash before them, so that they are meant to be seen.
  mutating func place(of signs: Bytes, in piece: VisibleText.Piece, at offset: Int) -> Range<Int>? {
    if piece.line != line { look(at: piece.line) }
    guard let here = places[signs] else { return nil }
    let number = asked[signs, default: 0]
    asked[signs] = number + 1
    // What stands before a sign may be longer than it is read: then the first of a line is the first in the text, too.
    let guess = text.source.range(ofLine: line).lowerBound + piece.column - 1 + offset
    let place =
      text.source.bytes.has(signs, at: guess) && here.hasInOrder(guess) ? guess : here[min(number, here.count - 1)]
    return place..<place + signs.count
  }

  private mutating func look(at line: Int) {
    self.line = line
    (places, asked) = ([:], [:])
    for place in text.unescaped(opening, in: text.source.range(ofLine: line)) {
      if let signs = read(text.source.bytes, place) { places[signs, default: []].append(place) }
    }
  }
}

extension [Int] {
  /// Whether numbers in their order have one.
  func hasInOrder(_ number: Int) -> Bool {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < number { low = middle + 1 } else { high = middle }
    }
    return low < count && self[low] == number
  }
}
