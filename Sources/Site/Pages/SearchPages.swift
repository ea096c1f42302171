import Languages
import Templating
import Text

/// The page of each language on which readers search, and what it searches in.
enum SearchPages: PageKind {
  static let templates = [template.declaration]

  private static let template = PageTemplate<SearchPageRecord>(
    "search.html", [.init("search", .record(of: SearchPageRecord.self), "What is searched.") { $0.record }])

  static func addPages(to plan: inout PlanBuilder) {
    guard plan.input.hasSearch else { return }
    let series = plan.series.map { SearchedSeries($0, plan.input.standingPages) }
    plan.search = series
    let indexes = series.map { SearchIndexLink($0).record }
    let path = Addresses.search
    plan.addForEachLanguage(template, at: path, section: nil) { _, addresses in
      SearchPageRecord(indexes: indexes, depth: (addresses.prefix + path).pathParts.count)
    }
  }
}

/// What a page of a search reads.
struct SearchPageRecord: RecordSubject {
  let indexes: [Value]
  /// How many folders the page lies below the site's root.
  let depth: Int

  static let recordType = RecordType<SearchPageRecord>(
    "a search",
    [
      .init("indexes", .records(of: SearchIndexLink.self), "The indexes, one for each language that has issues.") {
        .list($0.indexes)
      },
      .init(
        "root", .scalar, "The way from the page to the site's root, which also leads there in a folder on disk: `../`."
      ) { Value(String(repeating: "../", count: $0.depth)) },
    ])
}

/// The index of a language.
struct SearchIndexLink: RecordSubject {
  let folder: String
  let language: String
  let names: Int

  init(_ series: SearchedSeries) {
    (folder, language, names) = (series.folder, series.language, series.nameCount)
  }

  static let recordType = RecordType<SearchIndexLink>(
    "an index",
    [
      .init("language", .scalar, "The BCP 47 tag.") { Value($0.language) },
      .init("name", .scalar, "The language's own name.") { Value(LanguageName.of($0.language)) },
      .init("names", .scalar, "How many topics and people it names.") { .int($0.names) },
      .init("folder", .scalar, "The folder of its files, below the site's root.") { Value($0.folder) },
    ])
}
