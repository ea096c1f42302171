import Coding
import Search
import Site
import System
import Text

/// Makes the whole index of a language, on all threads.
enum IndexMaking {
  /// What was made of some neighbouring issues, and where their words wait.
  private typealias Block<Made> = (files: [Made], places: [(group: KeyGroup, range: Range<Int>)], slot: Spool.Slot)

  /// Every file of the index; `nil` where the disk loses what was laid aside.
  ///
  /// - Parameters:
  ///   - spool: Where the words of issues wait until all are known; without one, they are held in memory.
  ///   - document: Gives the issue at a place.
  ///   - issue: Takes the file of the issue at a place.
  ///   - part: Takes any other file.
  static func make<Made: Sendable>(
    _ series: SearchedSeries, jobs: Int, layingAsideIn spool: Spool?,
    document: @escaping @Sendable (Int) -> SearchDocument,
    issue: @escaping @Sendable (Int, OutputFile) -> Made, part: @escaping @Sendable (OutputFile) -> Made
  ) -> [Made]? {
    let count = series.texts.count
    let blocks = concurrently((count + IndexBlock.size - 1) / IndexBlock.size, jobs: jobs) { number -> Block<Made> in
      let first = number * IndexBlock.size
      var builder = IndexBlockBuilder(first: first)
      let files = (first..<min(first + IndexBlock.size, count)).map { place in
        issue(place, series.file(series.texts[place].part, builder.add(document(place))))
      }
      let block = builder.finished()
      return (files, block.places, Spool.put(block.bytes, spool))
    }
    let groups = LaidAside.inGroups(blocks.map(\.places))
    // Not the blocks any more: the places of all their parts are as many again.
    let (files, slots) = (blocks.map(\.files), blocks.map(\.slot))
    let shards = concurrently(groups.count, jobs: jobs) { number in
      groups[number].parts(of: slots, in: spool).map { parts in
        groups[number].group.shards(of: parts).map { (line: $0.line, made: part(series.file($0.part, $0.payload))) }
      }
    }
    guard !shards.contains(where: { $0 == nil }) else { return nil }
    let found = shards.compactMap { $0 }.joined()
    let shared = shared(series, IndexTable(found.map(\.line)))
    // At its full size from the beginning: an array of tens of thousands that grows is several of them at once.
    var made: [Made] = []
    made.reserveCapacity(count + found.count + shared.count)
    for files in files { made += files }
    for shard in found { made.append(shard.made) }
    made += shared.map(part)
    return made
  }

  /// The files that are one for the whole index.
  static func shared(_ series: SearchedSeries, _ table: IndexTable) -> [OutputFile] {
    [
      series.file(IndexTable.part, table.payload), series.file(IndexedIssues.part, series.list.payload),
      series.file(SearchedSeries.partOfNames, series.names),
    ]
  }

  /// Every file of the index, in memory.
  static func files(
    of series: SearchedSeries, jobs: Int, texts: @escaping @Sendable (TextReference) -> Bytes
  ) -> [OutputFile] {
    // What is held can't be lost.
    let files =
      make(series, jobs: jobs, layingAsideIn: nil) {
        series.texts[$0].document(from: texts)
      } issue: { _, file in
        file
      } part: {
        $0
      } ?? []
    var version = IndexVersion()
    for file in files { version.toggle(file.path, Fingerprint(of: file.bytes)) }
    return files + [series.file(IndexVersion.part, version.payload)]
  }
}

/// What blocks have of a group of keys, while it waits.
private struct LaidAside: Sendable {
  let group: KeyGroup
  private var places: [Place] = []

  /// Where a part lies in its block. Narrow, since a large archive has hundreds of thousands; no block is as long.
  private struct Place {
    let block, start, length: UInt32
  }

  private init(_ group: KeyGroup) { self.group = group }

  /// What blocks have, by groups, in the order of these.
  static func inGroups(_ blocks: [[(group: KeyGroup, range: Range<Int>)]]) -> [LaidAside] {
    var groups: [KeyGroup: LaidAside] = [:]
    for (number, places) in blocks.enumerated() {
      for (group, range) in places {
        groups[group, default: LaidAside(group)].places.append(
          Place(block: UInt32(number), start: UInt32(range.lowerBound), length: UInt32(range.count)))
      }
    }
    return groups.values.sorted { $0.group < $1.group }
  }

  /// The parts of blocks, in order; `nil` where the disk does not give one back.
  ///
  /// - Parameter blocks: Where the blocks lie.
  func parts(of blocks: [Spool.Slot], in spool: Spool?) -> [IndexBlock.Part]? {
    var parts: [IndexBlock.Part] = []
    parts.reserveCapacity(places.count)
    for place in places {
      let (block, start) = (Int(place.block), Int(place.start))
      guard let bytes = Spool.bytes(start..<start + Int(place.length), of: blocks[block], spool) else { return nil }
      parts.append(IndexBlock.Part(first: block * IndexBlock.size, bytes: bytes))
    }
    return parts
  }
}
