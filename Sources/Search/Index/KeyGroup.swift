import Text

/// Keys that begin alike: no shard has keys of two groups, so that threads make the shards of each by themselves.
public enum KeyGroup: Hashable, Sendable, Comparable {
  /// Keys of words and names, by their first byte.
  case words(UInt8)
  /// Keys of pairs, by the value of the first digit.
  case pairs(Int)

  /// The group of a key.
  init(of key: Bytes) {
    if key.first == WordPair.sign, key.count > 1, let digit = Digits.value(key[1]) {
      self = .pairs(digit)
    } else {
      self = .words(key.first ?? 0)
    }
  }

  /// The groups of some blocks, in the order of their keys.
  public static func all(of blocks: [IndexBlock]) -> [KeyGroup] {
    var bytes: Set<UInt8> = []
    for block in blocks {
      var place = 0
      while place < block.keyCount {
        let byte = block.keys[block.keyStarts[place]]
        bytes.insert(byte)
        place = block.keys(beginningWith: byte).upperBound
      }
    }
    let pairs = blocks.contains { !$0.pairs.isEmpty } ? (0..<64).map { KeyGroup.pairs($0) } : []
    return (bytes.map { KeyGroup.words($0) } + pairs).sorted()
  }

  /// In the order of their keys.
  public static func < (a: KeyGroup, b: KeyGroup) -> Bool { a.rank < b.rank }

  private var rank: Int {
    switch self {
    case .words(let byte): Int(byte) << 6
    case .pairs(let digit): Int(WordPair.sign) << 6 + digit
    }
  }

  /// The shards of the group.
  ///
  /// - Parameter blocks: All blocks of the index, in order.
  public func shards(of blocks: [IndexBlock]) -> [Shard] {
    switch self {
    case .words(let byte): GroupedWords(beginningWith: byte, blocks).shards
    case .pairs(let digit): GroupedPairs.shards(beginningWith: digit, blocks)
    }
  }
}

/// The pairs of a group.
private enum GroupedPairs {
  static func shards(beginningWith digit: Int, _ blocks: [IndexBlock]) -> [Shard] {
    // The pair above, the posting below.
    var found: [UInt64] = []
    found.reserveCapacity(blocks.reduce(0) { $0 + $1.pairs(beginningWith: digit).count })
    for block in blocks {
      for place in block.pairs(beginningWith: digit) {
        let pair = block.pairs[place]
        found.append(UInt64(pair >> 8) << 32 | UInt64(pair & 255) + UInt64(block.first) << 2)
      }
    }
    // Issues are in order in each block, and blocks are.
    found = found.sortedByBits(from: 32, width: 9, times: 2)
    var writer = ShardWriter()
    var (key, set): (Bytes, Bytes) = ([], [])
    var postings: [UInt32] = []
    var place = 0
    while place < found.count {
      let pair = found[place] >> 32
      postings.removeAll(keepingCapacity: true)
      repeat {
        // Of equal pairs of an issue, what came first is of the best worth.
        if postings.isEmpty || found[place] >> 2 != found[place - 1] >> 2 {
          postings.append(UInt32(truncatingIfNeeded: found[place]))
        }
        place += 1
      } while place < found.count && found[place] >> 32 == pair
      set.removeAll(keepingCapacity: true)
      Postings.append(postings.span, to: &set)
      key.removeAll(keepingCapacity: true)
      WordPair.appendKey(UInt32(pair), to: &key)
      writer.add(key.span, set.span)
    }
    return writer.shards
  }
}
