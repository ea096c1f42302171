import Text

/// The words or names of a group, put together from blocks, with what words begin with: who has typed three letters finds
/// all words that begin so in one place.
struct GroupedWords {
  private let keys: Interned
  /// The issues of all keys, those of each together.
  private let postings: [UInt32]
  /// Where the issues of each key begin, and where those of the last one end.
  private let starts: [Int]
  private let issueCount: Int

  /// How many characters a beginning has that is a key of its own, at most; longer ones are looked for among words.
  static let longestPrefix = 3

  /// What ends the key of a beginning: less than any character of a word.
  static let prefixSign = UInt8(ascii: "*")

  /// - Parameter parts: What all blocks of the index have of the group, in order.
  init(_ parts: [IndexBlock.Part]) {
    issueCount = (parts.last?.first ?? 0) + IndexBlock.size
    // First counted, then put where they belong: the postings of a letter are the most that an index holds at once.
    var keys = Interned()
    var met: [Int32] = []
    var counts: [Int] = []
    for part in parts {
      WordsOfBlock.forEach(in: part.bytes.span) { key, issues in
        let number = keys.number(key, hash: Interned.hash(key))
        if number == counts.count { counts.append(0) }
        counts[number] += issues.count
        met.append(Int32(number))
      }
    }
    let starts = counts.reduce(into: [0]) { starts, count in starts.append((starts.last ?? 0) + count) }
    var postings = [UInt32](repeating: 0, count: starts.last ?? 0)
    var (ends, next) = (starts, 0)
    for part in parts {
      let first = UInt32(part.first) << 2
      WordsOfBlock.forEach(in: part.bytes.span) { _, issues in
        let number = Int(met[next])
        for place in issues.indices { postings[ends[number] + place] = first + UInt32(issues[place]) }
        ends[number] += issues.count
        next += 1
      }
    }
    self.keys = keys
    self.starts = starts
    self.postings = postings
  }

  /// A beginning of words that is a key of its own.
  private struct Beginning {
    let key: Bytes
    /// The words that have it, by their places in the order of keys.
    var words: Range<Int>
  }

  /// The shards of the group.
  var shards: [Shard] {
    let order = keys.sorted(keys.indices)
    let lengths = order.first.map { GroupedWords.isWord(keys[$0]) } == true ? 1...GroupedWords.longestPrefix : nil
    let beginnings = lengths.map { $0.flatMap { self.beginnings($0, order) } } ?? []
    var writer = ShardWriter()
    var union = UnionOfPostings(issueCount: issueCount)
    var (next, set) = (0, Bytes())
    func write(_ key: Span<UInt8>, _ postings: Span<UInt32>) {
      set.removeAll(keepingCapacity: true)
      Postings.append(postings, to: &set)
      writer.add(key, set.span)
    }
    func writeWord() {
      let number = order[next]
      write(keys[number].span, postings.span.extracting(starts[number]..<starts[number + 1]))
      next += 1
    }
    for beginning in beginnings.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      while next < order.count, keys[order[next]].lexicographicallyPrecedes(beginning.key) { writeWord() }
      for word in beginning.words {
        union.add(postings.span.extracting(starts[order[word]]..<starts[order[word] + 1]))
      }
      write(beginning.key.span, union.take().span)
    }
    while next < order.count { writeWord() }
    return writer.shards
  }

  /// The key of a word's beginning; `nil` for a shorter word, and for what is no word.
  static func prefix(_ length: Int, of key: Bytes) -> Bytes? {
    guard isWord(key[...]), let end = end(of: length, in: key[...]) else { return nil }
    return key[..<end] + [prefixSign]
  }

  /// Where some characters of a word end; `nil` where it has fewer.
  private static func end(of length: Int, in word: ArraySlice<UInt8>) -> Int? {
    var end = word.startIndex
    for _ in 0..<length {
      if end == word.endIndex { return nil }
      end += 1
      while end < word.endIndex, word[end].isUTF8Continuation { end += 1 }
    }
    return end
  }

  private static func isWord(_ key: ArraySlice<UInt8>) -> Bool {
    key.last != prefixSign && key.first != UInt8(ascii: "@") && key.first != UInt8(ascii: "#")
      && key.first != WordPair.sign
  }

  /// The beginnings of a length: in the order of keys, the words of each are neighbours.
  private func beginnings(_ length: Int, _ order: [Int]) -> [Beginning] {
    var found: [Beginning] = []
    for (place, number) in order.enumerated() {
      let word = keys[number]
      guard let end = GroupedWords.end(of: length, in: word) else { continue }
      if let last = found.last, last.key.dropLast().elementsEqual(word[..<end]) {
        found[found.count - 1].words = last.words.lowerBound..<place + 1
      } else {
        found.append(Beginning(key: word[..<end] + [GroupedWords.prefixSign], words: place..<place + 1))
      }
    }
    return found
  }
}
