import Templating
import Text

/// A list with the addresses of its pages, and what they say of its parts.
struct PagedList: Sendable {
  /// The address of its first page.
  let url: String
  let division: ListDivision
  /// The part that each stretch is.
  private let stretches: [ListPart]
  /// The same as templates read it, made once for all pages.
  fileprivate let parts: Value

  /// What is said of a stretch beside where it is: what it is called, and the numbers of its issues.
  typealias Title = (name: String, numbers: String?)

  /// A list.
  ///
  /// - Parameters:
  ///   - url: The address of its first page.
  ///   - isNewestFirst: Whether its last entries come first on pages.
  init(
    _ division: ListDivision, at url: String, isNewestFirst: Bool, _ title: (ListDivision.Stretch) -> Title
  ) {
    self.division = division
    self.url = url
    let longest = division.stretches.map(\.entries.count).max() ?? 0
    stretches = division.stretches.map { stretch in
      let (name, numbers) = title(stretch)
      let place = stretch.pages.isEmpty ? "#\(PagedList.id(of: stretch))" : "\(url)\(stretch.address)/"
      return ListPart(
        name: name, url: place, count: stretch.entries.count, numbers: numbers,
        share: ListPart.share(of: stretch.entries.count, longest: longest))
    }
    parts = isNewestFirst ? stretches.reversed().records : stretches.records
  }

  /// The id of a stretch on a page that has several.
  static func id(of stretch: ListDivision.Stretch) -> String {
    "in-" + (stretch.address.pathParts.last ?? "")
  }

  /// A stretch, as its pages lead to it.
  func part(_ stretch: Int) -> ListPart { stretches[stretch] }

  /// A page after the first, as its neighbours lead to it.
  func part(ofPage page: Int) -> ListPart {
    let (place, stretch) = (division.pages[page], division.pages[page].stretch)
    let number = page - division.stretches[stretch].pages.lowerBound + 1
    let name = stretches[stretch].name + (number == 1 ? "" : " (\(number))")
    return ListPart(name: name, url: url + place.address, count: place.entries.count)
  }
}

/// One of the pages of a list, as templates read it.
struct ListPage: RecordSubject {
  let list: PagedList
  /// Which of the pages after the first; `nil` for the first.
  let page: Int?

  /// How far the pages are that a page leads to, beside the first and the last.
  private static let near = 5

  private var stretch: Int? { page.map { list.division.pages[$0].stretch } }

  static let recordType = RecordType<ListPage>(
    "a page of a list",
    [
      .init("count", .scalar, "How many entries the whole list has.") { .int($0.list.division.count) },
      .init("is_whole", .scalar, "Whether the page has all of them, and the list no other page.") {
        .bool($0.list.division.pages.isEmpty)
      },
      .init("url", .scalar, "The address of the list's first page.") { Value($0.list.url) },
      .init("parts", .records(of: ListPart.self), "The years, months or letters of the list.") { $0.list.parts },
      .init("part", .record(of: ListPart.self), "The one that the page shows; none on the list's first page.") {
        page in page.stretch.map { page.list.part($0).record } ?? .none
      },
      .init("name", .scalar, "What the page is called among those of the list; none for the first.") { page in
        page.page.map { Value(page.list.part(ofPage: $0).name) } ?? .none
      },
      .init(
        "pages", .records(of: ListPart.self),
        "The pages of the part, by their numbers; of many, the first, the last and those nearby; empty where it has one."
      ) {
        .list($0.pages)
      },
      .init("number", .scalar, "The number of this page among them; none for the first page of the list.") {
        Value($0.number.map(String.init))
      },
      .init("previous", .record(of: ListPart.self), "The page before it, or none.") { $0.neighbour(-1) },
      .init("next", .record(of: ListPart.self), "The page after it, or none.") { $0.neighbour(1) },
    ])

  /// The number of the page among those of its part.
  private var number: Int? {
    guard let page, let stretch else { return nil }
    return page - list.division.stretches[stretch].pages.lowerBound + 1
  }

  private var pages: [Value] {
    guard let stretch, let page, list.division.stretches[stretch].pages.count > 1 else { return [] }
    let all = list.division.stretches[stretch].pages
    let near = all.filter { abs($0 - page) <= ListPage.near || $0 == all.first || $0 == all.last }
    return near.map { each in
      let part = list.part(ofPage: each)
      return ListPart(name: String(each - all.lowerBound + 1), url: part.url, count: part.count).record
    }
  }

  private func neighbour(_ step: Int) -> Value {
    guard let page, list.division.pages.indices.contains(page + step) else { return .none }
    return list.part(ofPage: page + step).record
  }
}
