import Bulletins
import Templating

extension PlanBuilder {
  /// The page of each issue, and the files beside it.
  mutating func addIssues(_ all: SeriesValues) {
    let values = values
    for (index, issue) in all.series.issues.enumerated() {
      let bulletin = issue.issue
      note(values.sourceLinks.broken(in: bulletin.lead.text, held: materials.held))
      let page = values.issuePage(all, index)
      add(page)
      for attachment in bulletin.lead.text.attachments {
        copy(.content, attachment.path, to: page.path + attachment.address)
      }
    }
  }

  /// The home page of a language, its volumes, and the list of them.
  mutating func addVolumes(_ all: SeriesValues) {
    let (values, series, prefix) = (values, all.series, all.addresses.prefix)
    let newest = series.issues.last?.issue.date.description
    let shown = max(0, series.issues.count - 1 - settings.homeItems)..<max(0, series.issues.count - 1)
    addPage(prefix, "home.html", all, date: newest) {
      ["newest": all.issues.last ?? .none, "issues": all.newestFirst(shown)]
    }
    addPage(prefix + "archive/", "archive.html", all, date: newest) {
      ["volumes": .list(series.volumes.reversed().map { volume($0, all, withIssues: false) })]
    }
    for one in series.volumes {
      let path = "\(one.year)/"
      let last = series.issues[one.issues.upperBound - 1].issue.date.description
      add(prefix + path, .index, "volume.html", from: "the volume \(one.year)", date: last) { _ in
        values.context(
          series.language, url: all.addresses.volume(one.year), ["volume": volume(one, all, withIssues: true)])
      }
    }
  }

  /// A page that every language has.
  mutating func addPage(
    _ path: String, _ template: String, _ all: SeriesValues, date: String?,
    _ own: @escaping @Sendable () -> [String: Value]
  ) {
    let values = values
    let local = String(path.dropFirst(all.addresses.prefix.count))
    let alternates = values.series.values.filter { $0.series.language != all.series.language }
      .sorted { $0.series.language < $1.series.language }
      .map { SiteValues.translation($0.series.language, title: nil, url: $0.addresses.url(local), values.settings) }
    add(path, .index, template, from: "the page \(local.isEmpty ? "home" : local)", date: date) { _ in
      values.context(all.series.language, url: all.addresses.url(local), alternates: alternates, own())
    }
  }
}

private func volume(_ volume: Volume, _ all: SeriesValues, withIssues: Bool) -> Value {
  Value(
    Shapes.volume, .int(volume.year), Value(all.addresses.volume(volume.year)), .int(volume.issues.count),
    withIssues ? all.newestFirst(volume.issues) : .list([]))
}

extension SiteValues {
  /// The page of an issue.
  func issuePage(_ all: SeriesValues, _ index: Int) -> PageDraft {
    let issue = all.series.issues[index]
    let bulletin = issue.issue
    return PageDraft(
      path: all.addresses.prefix + issue.address + "/", kind: .issue, template: "bulletin.html", origin: bulletin.path,
      place: bulletin.place, date: bulletin.date.description, isDraft: bulletin.release.isDraft,
      subject: .issue(all.series.language, index)
    ) { [self] texts in
      let record = IssueValue(all, index, self, texts)
      return context(
        all.series.language, url: all.addresses.issue(issue), alternates: record.translations,
        isDraft: bulletin.release.isDraft, ["issue": record.value])
    }
  }
}
