import Text

/// Makes a block of issues, and the file of each.
public struct IndexBlockBuilder {
  private let first: Int
  private var issue = -1
  private var table = PieceTable()
  /// The issue in which each word was met last.
  private var met: [Int32] = []
  /// The words that issues have, in the order of issues: each once, with its best worth.
  private var postings: [(word: Int32, posting: UInt8)] = []
  /// The pairs, as a block has them.
  private var pairs: [UInt32] = []
  private var coding = PieceCoding()

  /// A block without issues, of which the first will have this place.
  public init(first: Int) { self.first = first }

  /// Adds the issue with the next place; the result is what its file holds.
  public mutating func add(_ document: SearchDocument) -> Bytes {
    issue += 1
    coding.clear()
    for title in document.titles { index(title.utf8.span, .title) }
    index(document.people, UInt8(ascii: "@"))
    index(document.topics, UInt8(ascii: "#"))
    let abstracts = document.abstracts.map { coded($0, .abstract) }
    let passages = document.passages.map { (anchor: $0.anchor, text: coded($0.text, .text)) }
    return document.payload(abstracts, passages, dictionary: coding.dictionary)
  }

  private mutating func index(_ names: [SearchDocument.Name], _ sign: UInt8) {
    for name in names {
      let key = [sign] + Bytes(name.slug.utf8)
      note(table.number(ofKey: key.span), .name)
      for spelling in name.spellings { index(spelling.utf8.span, .name) }
    }
  }

  private mutating func coded(_ text: Bytes, _ worth: Worth) -> Bytes {
    coding.code(index(text.span, worth), of: table.pieces)
  }

  /// Indexes a text.
  ///
  /// - Returns: Its pieces.
  @discardableResult
  private mutating func index(_ text: Span<UInt8>, _ worth: Worth) -> [Int32] {
    let pieces = table.pieces(of: text)
    let tail = UInt32(issue) << 2 | worth.rawValue
    var last: UInt32?
    table.forEachWord(of: pieces) { word in
      note(word.number, worth)
      if let last { pairs.append(WordPair.number(last, word.hash) << 8 | tail) }
      last = word.hash
    }
    return pieces
  }

  private mutating func note(_ word: Int32, _ worth: Worth) {
    while met.count <= Int(word) { met.append(-1) }
    if met[Int(word)] == Int32(issue) { return }
    met[Int(word)] = Int32(issue)
    postings.append((word, UInt8(truncatingIfNeeded: issue) << 2 | UInt8(worth.rawValue)))
  }

  /// The block.
  public consuming func finished() -> IndexBlock {
    var parts = PartsOfBlock(
      size: PairsOfBlock.width * pairs.count + postings.count + WordsOfBlock.most(of: table.words))
    addWords(to: &parts)
    addPairs(to: &parts)
    return IndexBlock(first: first, bytes: parts.bytes, places: parts.inOrder)
  }

  private func addPairs(to parts: inout PartsOfBlock) {
    let sorted = pairs.sortedByBits(from: 26, width: 6, times: 1)
    var start = 0
    while start < sorted.count {
      let digit = sorted[start] >> 26
      let end = sorted.partitioningIndex { $0 >> 26 > digit }
      parts.add(to: .pairs(Int(digit))) { PairsOfBlock.append(sorted.span.extracting(start..<end), to: &$0) }
      start = end
    }
  }

  private func addWords(to parts: inout PartsOfBlock) {
    let words = table.words
    var counts = [Int](repeating: 0, count: words.count)
    for (word, _) in postings { counts[Int(word)] += 1 }
    let order = words.sorted(words.indices.lazy.filter { counts[$0] > 0 })
    var places = counts
    var end = 0
    for word in order {
      places[word] = end
      end += counts[word]
    }
    var sorted = Bytes(repeating: 0, count: postings.count)
    for (word, posting) in postings {
      sorted[places[Int(word)]] = posting
      places[Int(word)] += 1
    }
    let span = sorted.span
    var start = 0
    for word in order {
      let key = words[word]
      let postings = span.extracting(start..<start + counts[word])
      parts.add(to: .words(key.first ?? 0)) { WordsOfBlock.append(key.span, postings, to: &$0) }
      start += counts[word]
    }
  }
}

extension Interned {
  /// The numbers of all texts.
  var indices: Range<Int> { 0..<count }
}
