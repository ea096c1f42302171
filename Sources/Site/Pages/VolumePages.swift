import Bulletins
import Templating

/// The pages of each volume: one, or one more for each month.
enum VolumePages: PageKind {
  static let templates = [template.declaration]

  private typealias Subject = (volume: VolumeRecord, page: IssueListPage)

  private static let template = PageTemplate<Subject>(
    "volume.html",
    [.init("volume", .record(of: VolumeRecord.self), "The volume.") { $0.volume.record }]
      + IssueListPage.variables { $0.page })

  static func addPages(to plan: inout PlanBuilder) {
    for series in plan.series {
      let volumes = series.series.volumes
      for (index, volume) in volumes.enumerated() {
        let isLong = volume.issues.count > series.settings.listItems
        let list = isLong ? IssueList.byMonth(volume, of: series) : nil
        plan.addList(
          template, of: series, at: Volume.pagePath(of: volume.year), section: .archive,
          from: "the volume \(volume.year)", date: series.issues[volume.issues.upperBound - 1].issue.date.machineText,
          list?.pages.division
        ) { page in
          (
            VolumeRecord(index, of: series),
            IssueListPage(list: list ?? IssueList.byMonth(volume, of: series), page: page)
          )
        }
      }
    }
  }
}

/// The list of all volumes of each language.
enum ArchivePages: PageKind {
  static let templates = [template.declaration]

  private static let template = PageTemplate<SeriesValues?>(
    "archive.html",
    [
      .init("volumes", .records(of: ListedVolume.self), "All volumes, the newest first.") { series in
        series.map { $0.newestVolumes(shown(of: $0)) } ?? .list([])
      }
    ])

  /// How many issues of each volume are named: all of them where they have room on the page, else a few, so that one sees
  /// what a volume is about.
  private static func shown(of series: SeriesValues) -> Int {
    if series.issues.count <= series.settings.listItems { return series.issues.count }
    return series.series.volumes.count * 4 <= series.settings.listItems ? 3 : 0
  }

  static func addPages(to plan: inout PlanBuilder) {
    plan.addForEachLanguage(template, at: "archive/", section: .archive)
  }
}

/// A volume as its own page shows it.
struct VolumeRecord: RecordSubject {
  private let index: Int
  private let series: SeriesValues
  private var volume: Volume { series.series.volumes[index] }

  /// - Parameter index: Its place among those of the series.
  init(_ index: Int, of series: SeriesValues) {
    self.index = index
    self.series = series
  }

  static let recordType = RecordType<VolumeRecord>(
    "a volume",
    [
      .init("year", .scalar, "The year.") { .int($0.volume.year) },
      .init("url", .scalar, "The address.") { Value($0.series.addresses.volume($0.volume.year)) },
      .init("count", .scalar, "How many issues it has.") { .int($0.volume.issues.count) },
      .init("numbers", .scalar, "The numbers of its issues: `1–23`; none where they have none.") {
        Value($0.series.numbers(of: $0.volume))
      },
      .init("previous", .record(of: ListPart.self), "The volume before it, or none.") { $0.neighbour(-1) },
      .init("next", .record(of: ListPart.self), "The volume after it, or none.") { $0.neighbour(1) },
    ])

  private func neighbour(_ step: Int) -> Value {
    let volumes = series.series.volumes
    return volumes.indices.contains(index + step) ? ListPart(volumes[index + step], of: series).record : .none
  }
}
