import Text

/// The pairs of words of a group, put together from blocks.
struct GroupedPairs {
  private let parts: [IndexBlock.Part]
  /// In how many rounds the pairs are put in order, as a power of two.
  private let rounds: UInt32
  /// How many pairs each round has.
  private let counts: [Int]

  /// - Parameters:
  ///   - parts: What all blocks of the index have of the group, in order.
  ///   - most: How many pairs are put in order at once, about: those of a group of a large archive are millions.
  init(_ parts: [IndexBlock.Part], atOnce most: Int = 1 << 17) {
    self.parts = parts
    let count = parts.reduce(0) { $0 + $1.bytes.count / PairsOfBlock.width }
    var rounds: UInt32 = 0
    while rounds < 6, count >> Int(rounds) > most { rounds += 1 }
    var counts = [count]
    if rounds > 0 {
      counts = [Int](repeating: 0, count: 1 << Int(rounds))
      for part in parts {
        PairsOfBlock.forEach(in: part.bytes.span) { counts[GroupedPairs.round(of: $0, among: rounds)] += 1 }
      }
    }
    self.rounds = rounds
    self.counts = counts
  }

  /// The shards of the group.
  var shards: [Shard] {
    var writer = ShardWriter()
    for round in counts.indices { write(sorted(round), to: &writer) }
    return writer.shards
  }

  /// The round of a pair: behind the bits of its group, which all have, come those of the round.
  @inline(__always)
  private static func round(of pair: UInt32, among rounds: UInt32) -> Int {
    Int((pair &<< 6) >> (32 - rounds))
  }

  /// The pairs of a round in order, each with its number above and the posting below.
  private func sorted(_ round: Int) -> [UInt64] {
    var found = [UInt64](repeating: 0, count: counts[round])
    var pairs = found.mutableSpan
    var end = 0
    for part in parts {
      let bytes = part.bytes.span
      let first = UInt64(part.first) << 2
      for at in stride(from: 0, to: bytes.count, by: PairsOfBlock.width) {
        let pair = bytes.halfWord(at: at)
        guard rounds == 0 || GroupedPairs.round(of: pair, among: rounds) == round else { continue }
        pairs[end] = UInt64(pair >> 8) << 32 | UInt64(pair & 255) + first
        end += 1
      }
    }
    // Issues are in order in each block, and blocks are.
    return (consume found).sortedByBits(from: 32, width: 9, times: 2)
  }

  private func write(_ found: [UInt64], to writer: inout ShardWriter) {
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
  }
}
