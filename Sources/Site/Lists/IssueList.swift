import Bulletins
import Templating

/// A list of issues: those of a volume, of a topic, of a person.
struct IssueList: Sendable {
  /// What the first page shows where the list has others.
  enum Preview: Sendable {
    /// So many of the newest entries.
    case newest(Int)
    /// So many of the newest entries of each part.
    case ofEach(Int)
  }

  let pages: PagedList
  let preview: Preview
  /// What an entry shows: an issue, or the articles of one that matter.
  let lines: @Sendable (Int) -> [Value]

  /// A list by the years of its issues.
  ///
  /// - Parameters:
  ///   - issue: The place in the series of an entry's issue.
  ///   - lines: What an entry shows.
  static func byYear(
    _ entries: some Collection<Int>, of series: SeriesValues, at url: String, issue: (Int) -> Int,
    lines: @escaping @Sendable (Int) -> [Value]
  ) -> IssueList {
    let division = ListDivision(entries, most: series.settings.listItems) {
      String(series.issues[issue($0)].issue.year)
    }
    let pages = PagedList(division, at: url, isNewestFirst: true) { ($0.address, nil) }
    return IssueList(pages: pages, preview: .newest(min(40, series.settings.listItems)), lines: lines)
  }

  /// The issues of a volume by their months.
  static func byMonth(_ volume: Volume, of series: SeriesValues) -> IssueList {
    let division = ListDivision(volume.issues, most: series.settings.listItems) {
      MonthName.address(of: series.issues[$0].issue)
    }
    let pages = PagedList(division, at: series.addresses.volume(volume.year), isNewestFirst: true) { month in
      (
        month.entries.first.map { MonthName.of(series.issues[$0].issue, in: series.language) } ?? "",
        NumberSpan.text(of: month.entries.lazy.map { series.issues[$0].issue })
      )
    }
    return IssueList(pages: pages, preview: .ofEach(3)) { index in
      [ListedIssue(issue: series.issueLinks[index], url: series.issueURLs[index]).record]
    }
  }
}

/// A page of a list of issues.
struct IssueListPage: Sendable {
  let list: IssueList
  /// Which of the pages after the first; `nil` for the first.
  let page: Int?

  /// The variables of a template that shows such a page.
  static func variables<Subject>(
    _ page: @escaping @Sendable (Subject) -> IssueListPage
  ) -> [RecordType<Subject>.Field] {
    [
      .init("list", .record(of: ListPage.self), "The list of issues, and which of its pages this is.") {
        ListPage(list: page($0).list.pages, page: page($0).page).record
      },
      .init("groups", .records(of: IssueGroup.self), "The issues on this page, the newest group first.") {
        page($0).groups.records
      },
    ]
  }

  private var groups: [IssueGroup] {
    let (pages, division) = (list.pages, list.pages.division)
    if let page {
      return [group(division.pages[page].stretch, named: nil, division.entries(of: page))]
    }
    if division.pages.isEmpty {
      return division.stretches.indices.reversed().map {
        group($0, named: pages.part($0).name, division.stretches[$0].entries[...])
      }
    }
    switch list.preview {
    case .ofEach(let count):
      return division.stretches.indices.reversed().map {
        group($0, named: pages.part($0).name, division.stretches[$0].entries.suffix(count))
      }
    case .newest(let count):
      let newest = division.stretches.suffix(count).flatMap { $0.entries.suffix(count) }.suffix(count)
      return [group(nil, named: nil, newest)]
    }
  }

  private func group(_ stretch: Int?, named name: String?, _ entries: ArraySlice<Int>) -> IssueGroup {
    IssueGroup(
      name: name, id: stretch.map { PagedList.id(of: list.pages.division.stretches[$0]) },
      part: stretch.map { list.pages.part($0) }, entries: entries.reversed().flatMap(list.lines))
  }
}

/// Issues under one heading.
struct IssueGroup: RecordSubject {
  let name: String?
  let id: String?
  /// The part of the list that they belong to.
  let part: ListPart?
  let entries: [Value]

  static let recordType = RecordType<IssueGroup>(
    "issues under one heading",
    [
      .init("name", .scalar, "The year or month; none where all issues on the page are of one, or of several.") {
        Value($0.name)
      },
      .init("id", .scalar, "An id for the heading, or none.") { Value($0.id) },
      .init("part", .record(of: ListPart.self), "The part of the list that they belong to, or none.") {
        $0.part?.record ?? .none
      },
      .init("entries", .records(of: ListedIssue.self), "The issues, the newest first.") { .list($0.entries) },
    ])
}

/// An issue in a list, and where a reader of the list wants to go.
struct ListedIssue: RecordSubject {
  let issue: Value
  let url: Value

  static let recordType = RecordType<ListedIssue>(
    "an entry of a list",
    [
      .init("issue", .record(of: IssueLink.self), "The issue.") { $0.issue },
      .init("url", .scalar, "The address: of the issue, of an article, or of the section on a topic.") { $0.url },
    ])
}
