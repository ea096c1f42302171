import Text

/// What becomes of an index when some issues are others, and all stand where they stood: only shards with keys that came
/// or went are made again, and they are those that a whole index would have.
public struct IndexPatch: Sendable {
  /// What changes for a key.
  struct Change {
    let key: Bytes
    /// Issues by their places, with the worth that they have now, or none.
    var issues: [(place: Int, worth: UInt32?)]
  }

  private var changes: [KeyGroup: [Change]] = [:]

  /// The groups in which keys change, in order.
  public var groups: [KeyGroup] { changes.keys.sorted() }

  /// - Parameter issues: The issues that changed by their places, as they were and as they are; `nil` for one that was not
  ///   there, or is no more.
  public init(_ issues: [(place: Int, old: SearchDocument?, new: SearchDocument?)]) {
    var byKey: [Bytes: Change] = [:]
    for (place, old, new) in issues.sorted(by: { $0.place < $1.place }) {
      let (before, now) = (DocumentKeys(of: old).worths, DocumentKeys(of: new).worths)
      for (key, worth) in now where before[key] != worth {
        byKey[key, default: Change(key: key, issues: [])].issues.append((place, worth))
      }
      for key in before.keys where now[key] == nil {
        byKey[key, default: Change(key: key, issues: [])].issues.append((place, nil))
      }
    }
    for change in byKey.values { changes[KeyGroup(of: change.key), default: []].append(change) }
    for group in changes.keys { changes[group]?.sort { $0.key.lexicographicallyPrecedes($1.key) } }
  }

  /// What becomes of the shards of a group.
  public struct Outcome: Sendable {
    /// The places in the table whose shards are replaced.
    let replaced: Range<Int>
    /// The shards in their places.
    public let shards: [Shard]
  }

  /// The shards of a group that are replaced, in order; `nil` where a shard can't be read.
  ///
  /// - Parameter shard: Gives the shard at a place of the table.
  public func outcomes(
    in group: KeyGroup, _ table: IndexTable, shard: @escaping (Int) -> Shard?
  ) -> [Outcome]? {
    var walk = PatchedGroup(table.range(of: group), table, shard)
    for change in changes[group] ?? [] { walk.apply(change) }
    return walk.outcomes
  }
}

extension IndexTable {
  /// The table with some shards replaced.
  public func replacing(_ outcomes: [IndexPatch.Outcome]) -> IndexTable {
    var (firsts, next): ([Bytes], Int) = ([], 0)
    for outcome in outcomes {
      firsts += self.firsts[next..<outcome.replaced.lowerBound] + outcome.shards.map(\.first)
      next = outcome.replaced.upperBound
    }
    return IndexTable(firsts: firsts + self.firsts[next...])
  }
}
