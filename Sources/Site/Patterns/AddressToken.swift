import Bulletins
import Text

/// A word in a pattern of addresses, with the spellings of the generators that have it, and what it stands for.
struct AddressToken: Sendable {
  let spellings: [String]
  /// Whether there is no address without it: others leave out what an issue lacks.
  let isNeeded: Bool
  let value: @Sendable (AddressSubject) -> String?

  private init(
    _ spellings: String..., needed: Bool = false, _ value: @escaping @Sendable (AddressSubject) -> String?
  ) {
    self.spellings = spellings
    isNeeded = needed
    self.value = value
  }

  /// Whether it stands for the language.
  var isLanguage: Bool { spellings == ["{lang}"] }

  /// The token of a spelling.
  static func named(_ word: String) -> AddressToken? { table[word] }

  /// All spellings, for suggestions.
  static let words = table.keys.sorted()

  private static let table = Dictionary(
    uniqueKeysWithValues: (days + names + groups).flatMap { token in token.spellings.map { ($0, token) } })

  private static let days: [AddressToken] = [
    .init(":year", "%year%", "{date:%Y}") { $0.digits($0.date.year, 4) },
    .init(":short_year", "{date:%y}") { $0.digits($0.date.year % 100, 2) },
    .init(":month", "%monthnum%", "{date:%m}") { $0.digits($0.date.month, 2) },
    .init(":i_month", "{date:%-m}") { "\($0.date.month)" },
    .init(":short_month", "{date:%b}") { String($0.monthName.prefix(3)) },
    .init(":long_month", "{date:%B}") { $0.monthName },
    .init(":monthname") { $0.monthName.lowercased() },
    .init(":day", "%day%", "{date:%d}") { $0.digits($0.date.day, 2) },
    .init(":i_day", "{date:%-d}") { "\($0.date.day)" },
    .init(":y_day", "{date:%j}") { $0.digits($0.dayOfYear, 3) },
    .init(":yearday") { "\($0.dayOfYear)" },
    .init(":short_day", "{date:%a}") { String($0.weekdayName.prefix(3)) },
    .init(":long_day", "{date:%A}") { $0.weekdayName },
    .init(":weekdayname") { $0.weekdayName.lowercased() },
    .init(":weekday") { "\($0.date.weekday % 7)" },
    .init(":w_day") { "\($0.date.weekday)" },
    .init(":week") { $0.digits($0.week.number, 2) },
    .init(":w_year") { "\($0.week.year)" },
  ]

  private static let names: [AddressToken] = [
    .init(":title", needed: true) { $0.hugoTitle ?? $0.name },
    .init(":name", "%postname%", needed: true) { $0.name },
    .init(":slug", needed: true) { $0.slug },
    .init("{slug}", needed: true) { $0.issue.slug ?? PelicanSlug.of($0.issue.title) },
    .init(":filename", ":basename", "{filename}", needed: true) { $0.fileName },
    // These are Hugo's alone.
    .init(":contentbasename", needed: true) { HugoPath.of($0.fileName) },
    .init("{title}", needed: true) { $0.titleWords },
    .init("{fileSlug}", needed: true) { $0.fileSlug },
    .init(":slugorfilename", ":slugorcontentbasename", needed: true) { HugoPath.of($0.issue.slug ?? $0.fileName) },
    .init(":number", needed: true) { $0.issue.number?.address },
    .init(":cumulative", needed: true) { $0.issue.cumulative?.address },
    .init("%post_id%", needed: true) { $0.postNumber },
  ]

  private static let groups: [AddressToken] = [
    .init(":categories") { $0.categoryPath },
    .init("%category%", "{category}") { $0.categories?.first.map(AddressSubject.joined) },
    .init("%author%", "{author}") { $0.issue.lead.authors.first.map { AddressSubject.joined($0.name) } },
    .init("{lang}") { $0.issue.language },
    .init(":section") { $0.folders.first },
    .init(":sections", ":path") { $0.folders.joined(separator: "/") },
    .init(":output_ext") { _ in ".html" },
  ]
}
