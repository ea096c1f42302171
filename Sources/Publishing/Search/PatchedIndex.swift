import Search
import Site
import System
import Text

/// What becomes of a published index when some of its issues are others.
struct PatchedIndex {
  /// The shards that are not as they were, and the table.
  let files: [OutputFile]
  /// The paths of the shards that are left as they are.
  let kept: [String]
  /// The paths of shards that are no more, and of new ones.
  let lost: [String], added: [String]
  let table: IndexTable

  /// - Parameter issues: The issues that are not as they were, by their places.
  /// - Returns: `nil` where the index can't be read.
  init?(
    _ index: PublishedIndex, jobs: Int, _ issues: [(place: Int, old: SearchDocument?, new: SearchDocument?)]
  ) {
    let patch = IndexPatch(issues)
    let groups = patch.groups
    let found = concurrently(groups.count, jobs: jobs) { number in
      patch.outcomes(in: groups[number], index.table) { index.shard($0) }
    }
    guard !found.contains(where: { $0 == nil }) else { return nil }
    let outcomes = found.compactMap { $0 }.joined()
    table = index.table.replacing(Array(outcomes))
    let (before, now) = (Set(index.shardFiles), Set(table.parts.map(index.file)))
    lost = before.subtracting(now).sorted()
    added = now.subtracting(before).sorted()
    files = outcomes.flatMap(\.shards).map { index.output($0.part, $0.payload) }
    kept = now.subtracting(files.map(\.path)).sorted()
  }
}
