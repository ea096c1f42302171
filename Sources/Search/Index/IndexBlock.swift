import Text

/// What some neighbouring issues have of words and pairs of words: one thread makes it, and all of them together are an
/// index. It is one row of bytes, since a large archive has more of them than fit into memory: whoever makes an index lays
/// them aside, and fetches of each what belongs to one group of keys.
public struct IndexBlock: Sendable {
  /// How many issues one has at most: the place of one in its block, and a worth, are one byte.
  public static let size = 64

  /// What the block has of a group.
  public struct Part: Sendable {
    /// The place of the first issue of the block.
    let first: Int
    /// The bytes, as `WordsOfBlock` or `PairsOfBlock` has them.
    let bytes: Bytes

    /// A part that was laid aside.
    public init(first: Int, bytes: Bytes) {
      self.first = first
      self.bytes = bytes
    }
  }

  /// The place of its first issue.
  let first: Int
  /// All parts, one after another.
  public let bytes: Bytes
  /// Where the part of each group lies in the bytes, in the order of the groups.
  public let places: [(group: KeyGroup, range: Range<Int>)]

  /// What it has of its groups.
  var parts: [(group: KeyGroup, part: Part)] {
    places.map { ($0.group, Part(first: first, bytes: Bytes(bytes[$0.range]))) }
  }
}

/// What a block has of the words or names of a group: each key with its length before it, then a byte for each issue that
/// has it, `issue in the block << 2 | worth`, with their number before them.
enum WordsOfBlock {
  /// How many bytes some words take at most, without the issues that have them.
  static func most(of words: Interned) -> Int { words.size + 3 * words.count }

  static func append(_ key: Span<UInt8>, _ postings: Span<UInt8>, to bytes: inout Bytes) {
    bytes.append(UInt8(truncatingIfNeeded: key.count))
    bytes.append(UInt8(truncatingIfNeeded: key.count >> 8))
    bytes.append(key)
    bytes.append(UInt8(truncatingIfNeeded: postings.count))
    bytes.append(postings)
  }

  /// Calls a function with each key in order.
  static func forEach(in bytes: Span<UInt8>, _ use: (_ key: Span<UInt8>, _ postings: Span<UInt8>) -> Void) {
    var at = 0
    while at < bytes.count {
      let key = at + 2..<at + 2 + Int(bytes[at]) + Int(bytes[at + 1]) << 8
      let postings = key.upperBound + 1..<key.upperBound + 1 + Int(bytes[key.upperBound])
      use(bytes.extracting(key), bytes.extracting(postings))
      at = postings.upperBound
    }
  }
}

/// What a block has of the pairs of a group: numbers, `pair << 8 | issue in the block << 2 | worth`, in the order of issues;
/// of a pair that an issue has twice, what comes first is of the best worth. Their bytes lie as this machine has them, since
/// no other reads them.
enum PairsOfBlock {
  /// How many bytes a pair has.
  static let width = MemoryLayout<UInt32>.size

  static func append(_ pairs: Span<UInt32>, to bytes: inout Bytes) {
    // The bytes are copied before the closure ends.
    unsafe pairs.withUnsafeBytes { unsafe bytes.append(contentsOf: $0) }
  }

  /// Calls a function with each pair in order.
  @inline(__always)
  static func forEach(in bytes: Span<UInt8>, _ use: (UInt32) -> Void) {
    for at in stride(from: 0, to: bytes.count, by: width) { use(bytes.halfWord(at: at)) }
  }
}
