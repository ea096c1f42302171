import Text

/// Some neighbouring keys of an index with the issues that have them: what readers fetch to find a word.
public struct Shard: Sendable, Equatable {
  /// A key with the issues that have it, as `Postings` writes them.
  struct Entry: Equatable {
    let key: Bytes
    var postings: Bytes

    /// Whether a shard begins with it, whatever stands before.
    var opensShard: Bool { Shard.begins(with: key.span, size: Shard.size(key.span, postings.span)) }
  }

  /// The first key.
  let first: Bytes
  /// What the file holds: for each key how many bytes it shares with the one before, the others, and the issues.
  public let payload: Bytes

  /// How many bytes are between two keys that open shards, on the average; and how many a shard has at most, unless it
  /// has one key.
  static let usual = 5_000
  static let most = 9_000

  fileprivate init(first: Bytes, payload: Bytes) {
    self.first = first
    self.payload = payload
  }

  /// A shard that a file holds; `nil` for other bytes.
  public init?(payload: Bytes) {
    guard let entries = Shard.entries(payload), let first = entries.first else { return nil }
    self.init(first: first.key, payload: payload)
  }

  /// About how many bytes a shard has for a key.
  fileprivate static func size(_ key: Span<UInt8>, _ postings: Span<UInt8>) -> Int { key.count + postings.count + 2 }

  /// Whether a shard begins with a key, whatever stands before: the more bytes it has, the likelier. So a change moves the
  /// bounds of shards near it, and no others.
  fileprivate static func begins(with key: Span<UInt8>, size: Int) -> Bool {
    UInt64(Interned.hash(key)) * UInt64(usual) < UInt64(size) << 32
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
  private var done: [Shard] = []
  /// The shard that is written: its first key, what it holds, how many bytes that are, and its last key.
  private var first: Bytes = []
  private var payload: Bytes = []
  private var size = 0
  private var last: Bytes = []

  /// Adds the next key.
  mutating func add(_ entry: Shard.Entry) { add(entry.key.span, entry.postings.span) }

  /// Adds the next key.
  ///
  /// - Parameter postings: The issues that have it, as `Postings` writes them.
  mutating func add(_ key: Span<UInt8>, _ postings: Span<UInt8>) {
    let more = Shard.size(key, postings)
    if payload.isEmpty || size + more > Shard.most || Shard.begins(with: key, size: more) {
      if !payload.isEmpty { done.append(Shard(first: first, payload: payload)) }
      first = key.copy
      payload.removeAll(keepingCapacity: true)
      last.removeAll(keepingCapacity: true)
      size = 0
    }
    size += more
    var shared = 0
    let longest = min(63, last.count, key.count)
    while shared < longest, last[shared] == key[shared] { shared += 1 }
    // Browsers read whole characters.
    while shared > 0, shared < key.count, key[shared].isUTF8Continuation { shared -= 1 }
    if !payload.isEmpty { payload.append(UInt8(ascii: ";")) }
    payload.append(Digits.digit(shared))
    payload.append(key.extracting(shared...))
    payload.append(UInt8(ascii: ":"))
    payload.append(postings)
    last.removeAll(keepingCapacity: true)
    last.append(key)
  }

  /// The shards of all keys that were added.
  var shards: [Shard] { payload.isEmpty ? done : done + [Shard(first: first, payload: payload)] }
}
