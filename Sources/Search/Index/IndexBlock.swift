import Text

/// What some neighbouring issues have of words and pairs of words: one thread makes it, and all of them together are an
/// index.
public struct IndexBlock: Sendable {
  /// How many issues one has at most: as many as fit into six bits.
  public static let size = 64

  /// The place of its first issue.
  let first: Int
  /// The keys of words and names in order, one after another, with where each begins.
  let keys: Bytes
  let keyStarts: [Int]
  /// For each key, the issues that have it, with the worth of the best place: `issue << 2 | worth`, in order.
  let postings: [UInt32]
  let postingStarts: [Int]
  /// The pairs, `pair << 8 | issue in the block << 2 | worth`, in the order of the first digits of their keys. Those with
  /// one digit are in the order of issues; of a pair that an issue has twice, what comes first is of the best worth.
  let pairs: [UInt32]

  /// How many keys it has, beside pairs.
  var keyCount: Int { keyStarts.count - 1 }

  func key(_ index: Int) -> ArraySlice<UInt8> { keys[keyStarts[index]..<keyStarts[index + 1]] }

  func postings(_ index: Int) -> ArraySlice<UInt32> { postings[postingStarts[index]..<postingStarts[index + 1]] }

  /// The places of the keys that begin with a byte.
  func keys(beginningWith byte: UInt8) -> Range<Int> {
    func first(atLeast byte: Int) -> Int {
      var (low, high) = (0, keyCount)
      while low < high {
        let middle = (low + high) / 2
        if Int(keys[keyStarts[middle]]) < byte { low = middle + 1 } else { high = middle }
      }
      return low
    }
    return first(atLeast: Int(byte))..<first(atLeast: Int(byte) + 1)
  }

  /// The places of the pairs whose keys begin with a digit.
  func pairs(beginningWith digit: Int) -> Range<Int> {
    func first(atLeast digit: Int) -> Int {
      var (low, high) = (0, pairs.count)
      while low < high {
        let middle = (low + high) / 2
        if Int(pairs[middle] >> 26) < digit { low = middle + 1 } else { high = middle }
      }
      return low
    }
    return first(atLeast: digit)..<first(atLeast: digit + 1)
  }
}
