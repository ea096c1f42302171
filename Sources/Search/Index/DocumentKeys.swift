import Text

/// The keys of one issue, each with the worth of its best place: what a block has of it, by itself.
struct DocumentKeys {
  private(set) var worths: [Bytes: UInt32] = [:]

  /// The keys of an issue; none of no issue.
  init(of document: SearchDocument?) {
    guard let document else { return }
    var builder = IndexBlockBuilder(first: 0)
    _ = builder.add(document)
    for (group, part) in builder.finished().parts {
      switch group {
      case .words:
        WordsOfBlock.forEach(in: part.bytes.span) { key, postings in
          add(key.copy, postings.isEmpty ? 3 : UInt32(postings[0] & 3))
        }
      case .pairs:
        PairsOfBlock.forEach(in: part.bytes.span) { pair in
          let key = WordPair.key(pair >> 8)
          if worths[key] == nil { worths[key] = pair & 3 }
        }
      }
    }
  }

  private mutating func add(_ key: Bytes, _ worth: UInt32) {
    worths[key] = worth
    for length in 1...GroupedWords.longestPrefix {
      guard let prefix = GroupedWords.prefix(length, of: key) else { continue }
      worths[prefix] = min(worths[prefix] ?? worth, worth)
    }
  }
}
