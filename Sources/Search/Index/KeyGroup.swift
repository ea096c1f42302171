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
    case .pairs: GroupedPairs(parts).shards
    }
  }
}
