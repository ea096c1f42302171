import Text

/// The keys of one issue, each with the worth of its best place: what a block has of it, by itself.
struct DocumentKeys {
  private(set) var worths: [Bytes: UInt32] = [:]

  /// The keys of an issue; none of no issue.
  init(of document: SearchDocument?) {
    guard let document else { return }
    var builder = IndexBlockBuilder(first: 0)
    _ = builder.add(document)
    let block = builder.finished()
    for index in 0..<block.keyCount {
      let key = Bytes(block.key(index))
      let worth = (block.postings(index).first ?? 3) & 3
      worths[key] = worth
      for length in 1...GroupedWords.longestPrefix {
        guard let prefix = GroupedWords.prefix(length, of: key) else { continue }
        worths[prefix] = min(worths[prefix] ?? worth, worth)
      }
    }
    // Of equal ones the first has the best worth: it is written last.
    for pair in block.pairs.reversed() { worths[WordPair.key(pair >> 8)] = pair & 3 }
  }
}
