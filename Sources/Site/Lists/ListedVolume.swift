import Bulletins
import Templating

extension SeriesValues {
  /// The numbers of a volume's issues: `1–23`.
  func numbers(of volume: Volume) -> String? { NumberSpan.text(of: issues[volume.issues].lazy.map(\.issue)) }

  /// The volumes, the newest first.
  ///
  /// - Parameter shown: How many of the newest issues of each are named.
  func newestVolumes(_ shown: Int) -> Value {
    let longest = series.volumes.map(\.issues.count).max() ?? 0
    return .list(
      series.volumes.reversed().map { volume in
        ListedVolume(
          part: ListPart(volume, of: self, longest: longest), year: volume.year,
          issues: newestFirst(volume.issues.suffix(shown))
        ).record
      })
  }
}

extension ListPart {
  /// A volume among others.
  ///
  /// - Parameter longest: How many issues the longest volume has.
  init(_ volume: Volume, of series: SeriesValues, longest: Int = 0) {
    let count = volume.issues.count
    self.init(
      name: String(volume.year), url: series.addresses.volume(volume.year), count: count,
      numbers: series.numbers(of: volume), share: ListPart.share(of: count, longest: longest))
  }
}

/// A volume in a list of all.
struct ListedVolume: RecordSubject {
  let part: ListPart
  let year: Int
  let issues: Value

  static let recordType = RecordType<ListedVolume>(
    "a volume in a list",
    [
      .init("year", .scalar, "The year.") { .int($0.year) },
      .init("url", .scalar, "The address.") { Value($0.part.url) },
      .init("count", .scalar, "How many issues it has.") { .int($0.part.count) },
      .init("numbers", .scalar, "The numbers of its issues: `1–23`; none where they have none.") {
        Value($0.part.numbers)
      },
      .init("share", .scalar, "How many issues it has, in hundredths of those of the longest volume.") {
        .int($0.part.share)
      },
      .init(
        "issues", .records(of: IssueLink.self),
        "Its issues, the newest first: all of them where a page has room for them, else the newest three; none in one of many volumes."
      ) { $0.issues },
    ])
}
