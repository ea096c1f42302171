import Text

/// The words or names of a group, put together from blocks, with what words begin with: who has typed three letters finds
/// all words that begin so in one place.
struct GroupedWords {
  private var numbers = Interned()
  private var postings: [[UInt32]] = []
  private let issueCount: Int

  /// How many characters a beginning has that is a key of its own, at most; longer ones are looked for among words.
  static let longestPrefix = 3

  /// What ends the key of a beginning: less than any character of a word.
  static let prefixSign = UInt8(ascii: "*")

  /// - Parameter parts: What all blocks of the index have of the group, in order.
  init(_ parts: [IndexBlock.Part]) {
    issueCount = (parts.last?.first ?? 0) + IndexBlock.size
    for part in parts {
      let first = UInt32(part.first) << 2
      WordsOfBlock.forEach(in: part.bytes.span) { key, issues in
        let number = numbers.number(key, hash: Interned.hash(key))
        if number == postings.count { postings.append([]) }
        for place in issues.indices { postings[number].append(first + UInt32(issues[place])) }
      }
    }
  }

  /// A key with the issues that have it.
  private typealias Row = (key: Bytes, postings: [UInt32])

  var shards: [Shard] {
    let words = numbers.sorted(numbers.indices).map { (key: Bytes(numbers[$0]), postings: postings[$0]) }
    let lengths = words.first.map { GroupedWords.isWord($0.key) } == true ? 1...GroupedWords.longestPrefix : nil
    let prefixes = lengths.map { $0.flatMap { self.prefixes($0, words) } } ?? []
    var writer = ShardWriter()
    var next = 0
    func write(_ row: Row) {
      var set: Bytes = []
      Postings.append(row.postings.span, to: &set)
      writer.add(Shard.Entry(key: row.key, postings: set))
    }
    for prefix in prefixes.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      while next < words.count, words[next].key.lexicographicallyPrecedes(prefix.key) {
        write(words[next])
        next += 1
      }
      write(prefix)
    }
    for word in words[next...] { write(word) }
    return writer.shards
  }

  /// The key of a word's beginning; `nil` for a shorter word, and for what is no word.
  static func prefix(_ length: Int, of key: Bytes) -> Bytes? {
    guard isWord(key) else { return nil }
    var end = 0
    for _ in 0..<length {
      if end == key.count { return nil }
      end += 1
      while end < key.count, key[end].isUTF8Continuation { end += 1 }
    }
    return Bytes(key[..<end]) + [prefixSign]
  }

  private static func isWord(_ key: Bytes) -> Bool {
    key.last != prefixSign && key.first != UInt8(ascii: "@") && key.first != UInt8(ascii: "#")
      && key.first != WordPair.sign
  }

  /// The beginnings of a length, each with the issues of all words that have it.
  private func prefixes(_ length: Int, _ words: [Row]) -> [Row] {
    var prefixes: [Row] = []
    var best = [UInt8](repeating: 255, count: issueCount)
    var found: [UInt32] = []
    func end() {
      if prefixes.isEmpty { return }
      found.sort()
      prefixes[prefixes.count - 1].postings = found.map { $0 << 2 | UInt32(best[Int($0)]) }
      for issue in found { best[Int(issue)] = 255 }
      found.removeAll(keepingCapacity: true)
    }
    for word in words {
      guard let key = GroupedWords.prefix(length, of: word.key) else { continue }
      if prefixes.last?.key != key {
        end()
        prefixes.append((key, []))
      }
      for posting in word.postings {
        let issue = Int(posting >> 2)
        if best[issue] == 255 { found.append(UInt32(issue)) }
        best[issue] = min(best[issue], UInt8(posting & 3))
      }
    }
    end()
    return prefixes
  }
}
