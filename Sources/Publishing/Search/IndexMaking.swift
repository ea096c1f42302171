import Search
import Site
import System
import Text

/// Makes the whole index of a language, on all threads.
enum IndexMaking {
  /// Every file of the index.
  ///
  /// - Parameters:
  ///   - document: Gives the issue at a place.
  ///   - issue: Takes the file of the issue at a place.
  ///   - part: Takes any other file.
  static func make<Made: Sendable>(
    _ series: SearchedSeries, jobs: Int, document: @escaping @Sendable (Int) -> SearchDocument,
    issue: @escaping @Sendable (Int, OutputFile) -> Made, part: @escaping @Sendable (OutputFile) -> Made
  ) -> [Made] {
    let count = series.issues.count
    let made = concurrently((count + IndexBlock.size - 1) / IndexBlock.size, jobs: jobs) { number in
      let first = number * IndexBlock.size
      var builder = IndexBlockBuilder(first: first)
      let files = (first..<min(first + IndexBlock.size, count)).map { place in
        issue(place, series.file(series.issues[place].part, builder.add(document(place))))
      }
      return (files: files, block: builder.finished())
    }
    let blocks = made.map(\.block)
    let groups = KeyGroup.all(of: blocks)
    let shards = concurrently(groups.count, jobs: jobs) { number in
      groups[number].shards(of: blocks).map { (line: $0.line, made: part(series.file($0.part, $0.payload))) }
    }
    let table = IndexTable(shards.joined().map(\.line))
    return made.flatMap(\.files) + shards.joined().map(\.made) + shared(series, table).map(part)
  }

  /// The files that are one for the whole index.
  static func shared(_ series: SearchedSeries, _ table: IndexTable) -> [OutputFile] {
    [
      series.file(IndexTable.part, table.payload), series.file(IndexedIssues.part, series.list.payload),
      series.file("names", series.names),
    ]
  }

  /// Every file of the index, in memory.
  static func files(
    of series: SearchedSeries, jobs: Int, texts: @escaping @Sendable (TextReference) -> Bytes
  ) -> [OutputFile] {
    make(series, jobs: jobs) {
      series.issues[$0].document(from: texts)
    } issue: { _, file in
      file
    } part: {
      $0
    }
  }
}
