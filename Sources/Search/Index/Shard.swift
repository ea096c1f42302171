import Text

/// Some neighbouring keys of an index with the issues that have them: what readers fetch to find a word.
public struct Shard: Sendable, Equatable {
  /// A key with the issues that have it, as `Postings` writes them.
  struct Entry: Equatable {
    let key: Bytes
    var postings: Bytes

    /// About how many bytes the shard has for it.
    var size: Int { key.count + postings.count + 2 }

    /// Whether a shard begins with it, whatever stands before: the more bytes it has, the likelier. So a change moves the
    /// bounds of shards near it, and no others.
    var opensShard: Bool { UInt64(Interned.hash(key.span)) * UInt64(Shard.usual) < UInt64(size) << 32 }
  }

  /// The first key.
  let first: Bytes
  /// What the file holds: for each key how many bytes it shares with the one before, the others, and the issues.
  public fileprivate(set) var payload: Bytes = []

  /// How many bytes are between two keys that open shards, on the average; and how many a shard has at most, unless it
  /// has one key.
  static let usual = 5_000
  static let most = 9_000

  init(first: Bytes) { self.first = first }

  /// A shard that a file holds; `nil` for other bytes.
  public init?(payload: Bytes) {
    guard let entries = Shard.entries(payload), let first = entries.first else { return nil }
    self.init(first: first.key)
    self.payload = payload
  }

  /// The keys in order.
  var entries: [Entry] { Shard.entries(payload) ?? [] }

  private static func entries(_ payload: Bytes) -> [Entry]? {
    var entries: [Entry] = []
    var last: Bytes = []
    for line in payload.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false) {
      guard let shared = line.first.flatMap(Digits.value), shared <= last.count,
        let colon = line.firstIndex(of: UInt8(ascii: ":"))
      else { return nil }
      last = Bytes(last.prefix(shared) + line[line.startIndex + 1..<colon])
      entries.append(Entry(key: last, postings: Bytes(line[(colon + 1)...])))
    }
    return entries
  }
}

/// Cuts keys into shards. Fed from a key on with which a shard begins, it gives the same shards as when fed from the
/// beginning.
struct ShardWriter {
  private(set) var shards: [Shard] = []
  private var size = 0
  private var last: Bytes = []

  /// Adds the next key.
  mutating func add(_ entry: Shard.Entry) {
    if shards.isEmpty || entry.opensShard || size + entry.size > Shard.most {
      shards.append(Shard(first: entry.key))
      size = 0
      last = []
    }
    size += entry.size
    var shared = 0
    let longest = min(63, last.count, entry.key.count)
    while shared < longest, last[shared] == entry.key[shared] { shared += 1 }
    // Browsers read whole characters.
    while shared > 0, shared < entry.key.count, entry.key[shared].isUTF8Continuation { shared -= 1 }
    let index = shards.count - 1
    if !shards[index].payload.isEmpty { shards[index].payload.append(UInt8(ascii: ";")) }
    shards[index].payload.append(Digits.digit(shared))
    shards[index].payload += entry.key[shared...]
    shards[index].payload.append(UInt8(ascii: ":"))
    shards[index].payload += entry.postings
    last = entry.key
  }
}
