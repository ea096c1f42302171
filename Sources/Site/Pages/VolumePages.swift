import Bulletins
import Templating

/// The page of each volume.
enum VolumePages: PageKind {
  static let templates = [template.declaration]

  private static let template = PageTemplate<VolumeRecord>(
    "volume.html", [.init("volume", .record(of: VolumeRecord.self), "The volume.") { $0.record }])

  static func addPages(to plan: inout PlanBuilder) {
    for series in plan.series {
      for volume in series.series.volumes {
        let last = series.issues[volume.issues.upperBound - 1].issue.date.machineText
        plan.add(
          PageDraft(
            template, .index, of: plan.site, at: series.addresses.prefix + Volume.pagePath(of: volume.year),
            in: series.addresses.language, from: "the volume \(volume.year)", date: last
          ) { _ in VolumeRecord(volume: volume, series: series, showsIssues: true) })
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
      .init("volumes", .records(of: VolumeRecord.self), "All volumes, the newest first.") { series in
        .list(series.map(volumes) ?? [])
      }
    ])

  /// With so many issues at most, the page names each of them; with more it would be too long to be read.
  private static let mostIssues = 300

  private static func volumes(of series: SeriesValues) -> [Value] {
    let showsIssues = series.issues.count <= mostIssues
    return series.series.volumes.reversed().map {
      VolumeRecord(volume: $0, series: series, showsIssues: showsIssues).record
    }
  }

  static func addPages(to plan: inout PlanBuilder) { plan.addForEachLanguage(template, at: "archive/") }
}

/// A volume with its issues, or without them where only the volume is meant.
struct VolumeRecord: RecordSubject {
  let volume: Volume
  let series: SeriesValues
  let showsIssues: Bool

  static let recordType = RecordType<VolumeRecord>(
    "a volume",
    [
      .init("year", .scalar, "The year.") { .int($0.volume.year) },
      .init("url", .scalar, "The address.") { Value($0.series.addresses.volume($0.volume.year)) },
      .init("count", .scalar, "How many issues it has.") { .int($0.volume.issues.count) },
      .init(
        "issues", .records(of: IssueLink.self),
        "Its issues, the newest first; empty where only the volume is meant, as in an archive of more than 300."
      ) { $0.showsIssues ? $0.series.newestFirst($0.volume.issues) : .list([]) },
    ])
}
