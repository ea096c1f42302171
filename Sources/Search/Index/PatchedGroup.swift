import Text

/// Walks through the shards of a group from change to change. Shards between two keys that open one are a run: what
/// changes in it can change its bounds, and, where its first key no more opens a shard, those of the run before.
struct PatchedGroup {
  private struct Run {
    var places: Range<Int>
    var entries: [Shard.Entry]
  }

  private let places: Range<Int>
  private let table: IndexTable
  private let shard: (Int) -> Shard?
  private var runs: [Run] = []
  private var isReadable = true

  /// - Parameter places: Those of the group in the table.
  init(_ places: Range<Int>, _ table: IndexTable, _ shard: @escaping (Int) -> Shard?) {
    self.places = places
    self.table = table
    self.shard = shard
  }

  /// The replaced shards; `nil` where one could not be read.
  var outcomes: [IndexPatch.Outcome]? {
    guard isReadable else { return nil }
    return runs.map { run in
      var writer = ShardWriter()
      for entry in run.entries { writer.add(entry) }
      return IndexPatch.Outcome(replaced: run.places, shards: writer.shards)
    }
  }

  /// Applies a change; keys come in order.
  mutating func apply(_ change: IndexPatch.Change) {
    let index = openRun(for: change.key)
    let at = runs[index].entries.partitioningIndex { !$0.key.lexicographicallyPrecedes(change.key) }
    var postings: [UInt32] = []
    let isKnown = at < runs[index].entries.count && runs[index].entries[at].key == change.key
    if isKnown {
      guard let known = Postings.read(runs[index].entries[at].postings) else {
        isReadable = false
        return
      }
      postings = known
    }
    for (place, worth) in change.issues {
      let lower = postings.partitioningIndex { $0 >> 2 >= UInt32(place) }
      if lower < postings.count, postings[lower] >> 2 == UInt32(place) { postings.remove(at: lower) }
      if let worth { postings.insert(UInt32(place) << 2 | worth, at: lower) }
    }
    var set: Bytes = []
    Postings.append(postings.span, to: &set)
    switch (isKnown, set.isEmpty) {
    case (true, true): runs[index].entries.remove(at: at)
    case (true, false): runs[index].entries[at].postings = set
    case (false, false): runs[index].entries.insert(Shard.Entry(key: change.key, postings: set), at: at)
    case (false, true): break
    }
    joinIfNeeded()
  }

  /// The last run, or another one behind it, that has a key or would have it.
  private mutating func openRun(for key: Bytes) -> Int {
    guard let place = table.place(of: key), places.contains(place) else {
      if runs.isEmpty { runs.append(Run(places: places, entries: [])) }
      return runs.count - 1
    }
    if let last = runs.last, last.places.contains(place) { return runs.count - 1 }
    runs.append(run(around: place))
    return runs.count - 1
  }

  private mutating func run(around place: Int) -> Run {
    var (start, end) = (place, place + 1)
    while start > places.lowerBound, !opens(start) { start -= 1 }
    while end < places.upperBound, !opens(end) { end += 1 }
    return Run(places: start..<end, entries: (start..<end).flatMap { entries($0) })
  }

  /// Joins the last run with what stands before it, where its first key opens no shard.
  private mutating func joinIfNeeded() {
    while let run = runs.last, let first = run.entries.first, !first.opensShard,
      run.places.lowerBound > places.lowerBound
    {
      runs.removeLast()
      let before: Run
      if let known = runs.last, known.places.upperBound == run.places.lowerBound {
        before = known
        runs.removeLast()
      } else {
        before = self.run(around: run.places.lowerBound - 1)
      }
      runs.append(
        Run(places: before.places.lowerBound..<run.places.upperBound, entries: before.entries + run.entries))
    }
  }

  private mutating func opens(_ place: Int) -> Bool { entries(place).first?.opensShard ?? true }

  private mutating func entries(_ place: Int) -> [Shard.Entry] {
    guard let shard = shard(place), shard.first == table.firsts[place] else {
      isReadable = false
      return []
    }
    return shard.entries
  }
}

extension IndexTable {
  /// The places of a group, or where it would stand.
  func range(of group: KeyGroup) -> Range<Int> {
    let start = firsts.partitioningIndex { KeyGroup(of: $0) >= group }
    let end = firsts.partitioningIndex { KeyGroup(of: $0) > group }
    return start..<end
  }
}
