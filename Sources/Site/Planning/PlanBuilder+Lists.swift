import Templating

extension PlanBuilder {
  /// Adds the first page of a list, and those after it.
  ///
  /// - Parameters:
  ///   - path: The address of the first page below the root of the language.
  ///   - origin: A few words for where the list comes from.
  ///   - date: The day of its last content.
  ///   - division: The pages of the list; `nil` where everything stands on the first.
  ///   - subject: What a page shows: the first one, or one after it.
  mutating func addList<Subject>(
    _ template: PageTemplate<Subject>, of series: SeriesValues, at path: String, section: SiteSection,
    from origin: String,
    date: String?, _ division: ListDivision?, _ subject: @escaping @Sendable (Int?) -> Subject
  ) {
    func add(_ address: String, _ page: Int?, to plan: inout PlanBuilder) {
      plan.add(
        PageDraft(
          template, .index, of: plan.site, at: series.addresses.prefix + path + address, in: series.addresses.language,
          section: section, from: origin, date: date
        ) { _ in subject(page) })
    }
    add("", nil, to: &self)
    for (index, page) in (division?.pages ?? []).enumerated() { add(page.address, index, to: &self) }
  }
}

extension PlanBuilder {
  /// Adds an index of names to each language, with a page for each letter where it is long.
  ///
  /// - Parameters:
  ///   - length: How many lines it has.
  ///   - lines: The lines in order.
  mutating func addIndex(
    _ template: PageTemplate<LetterIndexPage>, at path: String, section: SiteSection,
    length: (SeriesValues) -> Int, lines: @escaping @Sendable (SeriesValues) -> [LetterIndex.Line]
  ) {
    let origin = "the page \(path)"
    for series in series {
      let index = { @Sendable in LetterIndex(lines(series), at: path, in: series.addresses) }
      let long = length(series) > settings.listItems ? index() : nil
      addList(
        template, of: series, at: path, section: section, from: origin, date: series.newestDay, long?.pages.division
      ) { LetterIndexPage(index: long ?? index(), page: $0) }
    }
    for addresses in emptyLanguages {
      add(
        PageDraft(
          template, .index, of: site, at: addresses.prefix + path, in: addresses.language, section: section,
          from: origin
        ) { _ in LetterIndexPage(index: LetterIndex([], at: path, in: addresses), page: nil) })
    }
  }
}
