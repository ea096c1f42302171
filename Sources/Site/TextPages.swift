import Bulletins

/// Plans the pages of texts one by one, for builds that make only a few.
public struct TextPages: Sendable {
  private let site: SiteValues

  /// The pages of a site.
  public init(_ input: SiteInput) { site = SiteValues(input) }

  /// A page; `nil` where the site has no such one.
  public func page(_ name: TextPage) -> Page? {
    let draft: PageDraft? =
      switch name {
      case .issue(let language, let index): IssuePages.page(of: index, in: language, of: site)
      case .feed, .topicFeed, .personFeed: FeedPages.page(name, of: site)
      case .searched: nil
      }
    return draft.flatMap { draft in PagePath(draft.place.path).map { draft.page(at: $0) } }
  }

  /// What a search has of an issue; `nil` where it does not find it.
  public func searchedIssue(_ name: TextPage) -> SearchedText? {
    guard case .searched(let language, let index) = name, let series = site.series[language],
      series.issues.indices.contains(index)
    else { return nil }
    return SearchedText(
      SearchedIssue(index, of: series, SearchedNames(of: series)), in: SearchedSeries.folder(series.addresses))
  }
}
