import Text

/// Makes a block of issues, and the file of each.
///
/// A text is looked at piece by piece, from space to space. What words a piece has is found out once for each block: of
/// the pieces of a text, most were there before.
public struct IndexBlockBuilder {
  private let first: Int
  private var issue = -1
  private var reader = WordReader()
  private var words = Interned()
  private var pieces = Interned()
  /// The words of each piece: where they begin in `pieceWords`.
  private var pieceStarts = [0]
  private var pieceWords: [Int32] = []
  /// The issue in which each word was met last.
  private var met: [Int32] = []
  /// The words that issues have, in the order of issues: each once, with its best worth.
  private var postings: [(word: Int32, posting: UInt32)] = []
  private var pairs: [UInt32] = []
  private var coding = PieceCoding()

  /// A block without issues, of which the first will have this place.
  public init(first: Int) { self.first = first }

  /// Adds the issue with the next place; the result is what its file holds.
  public mutating func add(_ document: SearchDocument) -> Bytes {
    issue += 1
    coding.clear()
    for title in document.titles { index(Bytes(title.utf8), .title) }
    index(document.people, UInt8(ascii: "@"))
    index(document.topics, UInt8(ascii: "#"))
    let abstracts = document.abstracts.map { coded($0, .abstract) }
    let passages = document.passages.map { (anchor: $0.anchor, text: coded($0.text, .text)) }
    return document.payload(abstracts, passages, dictionary: coding.dictionary)
  }

  private mutating func index(_ names: [SearchDocument.Name], _ sign: UInt8) {
    for name in names {
      let key = [sign] + Bytes(name.slug.utf8)
      note(word: words.number(key.span, hash: Interned.hash(key.span)), .name)
      for spelling in name.spellings { index(Bytes(spelling.utf8), .name) }
    }
  }

  private mutating func coded(_ text: Bytes, _ worth: Worth) -> Bytes {
    coding.begin()
    index(text, worth, isCoded: true)
    return coding.code
  }

  private mutating func index(_ text: Bytes, _ worth: Worth, isCoded: Bool = false) {
    let bytes = text.span
    let tail = UInt32(issue) << 2 | worth.rawValue
    var last: UInt32?
    var start = 0
    while start < bytes.count {
      let end = bytes.endOfPiece(from: start)
      let span = bytes.extracting(start..<end)
      let head = bytes.head(start..<end)
      let piece = pieces.number(span, hash: span.quickHash(head), head: head)
      if piece == pieceStarts.count - 1 { read(span) }
      if isCoded { coding.add(piece, span) }
      for place in pieceStarts[piece]..<pieceStarts[piece + 1] {
        let word = Int(pieceWords[place])
        note(word: word, worth)
        let hash = words.hash(of: word)
        if let last { pairs.append(WordPair.number(last, hash) << 8 | tail) }
        last = hash
      }
      start = end + 1
    }
  }

  /// Finds the words of a new piece.
  private mutating func read(_ piece: Span<UInt8>) {
    for word in reader.words(of: piece) {
      pieceWords.append(Int32(words.number(word.span, hash: Interned.hash(word.span))))
    }
    pieceStarts.append(pieceWords.count)
  }

  private mutating func note(word: Int, _ worth: Worth) {
    while met.count < words.count { met.append(-1) }
    if met[word] == Int32(issue) { return }
    met[word] = Int32(issue)
    postings.append((Int32(word), UInt32(first + issue) << 2 | worth.rawValue))
  }

  /// The block.
  public consuming func finished() -> IndexBlock {
    var counts = [Int](repeating: 0, count: words.count)
    for (word, _) in postings { counts[Int(word)] += 1 }
    let order = words.sorted(words.indices.lazy.filter { counts[$0] > 0 })
    var (keys, keyStarts, starts) = (Bytes(), [0], [0])
    var places = counts
    for word in order {
      keys += words[word]
      keyStarts.append(keys.count)
      places[word] = starts[starts.count - 1]
      starts.append(places[word] + counts[word])
    }
    var sorted = [UInt32](repeating: 0, count: postings.count)
    for (word, posting) in postings {
      sorted[places[Int(word)]] = posting
      places[Int(word)] += 1
    }
    return IndexBlock(
      first: first, keys: keys, keyStarts: keyStarts, postings: sorted, postingStarts: starts, pairs: sortedPairs)
  }

  /// Each pair of an issue once: of equal ones, what came first is of the best worth.
  private var sortedPairs: [UInt32] {
    var sorted = pairs.sortedByBits(from: 8, width: 12)
    var count = 0
    for pair in sorted where count == 0 || sorted[count - 1] >> 2 != pair >> 2 {
      sorted[count] = pair
      count += 1
    }
    sorted.removeSubrange(count...)
    return sorted
  }
}

extension Interned {
  /// The numbers of all texts.
  var indices: Range<Int> { 0..<count }
}
