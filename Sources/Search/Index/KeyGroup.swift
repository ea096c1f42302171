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
  /// - Parameter parts: What all blocks of the index have of the group, in order.
  public func shards(of parts: [IndexBlock.Part]) -> [Shard] {
    switch self {
    case .words: GroupedWords(parts).shards
    case .pairs: GroupedPairs.shards(of: parts)
    }
  }
}

/// The pairs of a group.
private enum GroupedPairs {
  static func shards(of parts: [IndexBlock.Part]) -> [Shard] {
    // The pair above, the posting below.
    var found: [UInt64] = []
    found.reserveCapacity(parts.reduce(0) { $0 + $1.bytes.count / PairsOfBlock.width })
    for part in parts {
      let first = UInt64(part.first) << 2
      PairsOfBlock.forEach(in: part.bytes.span) { found.append(UInt64($0 >> 8) << 32 | UInt64($0 & 255) + first) }
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
