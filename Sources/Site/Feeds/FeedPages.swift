import Bulletins
import Templating
import Text

/// The feeds of each language, topic and person, in each format.
enum FeedPages: PageKind {
  static let templates = FeedFormats.all.map(\.declaration)

  static func addPages(to plan: inout PlanBuilder) {
    let site = plan.site
    for format in FeedFormats.all {
      for series in plan.series {
        plan.add(feed(of: series, site, format))
        for index in series.topics.indices where !series.topics[index].entries.isEmpty {
          plan.add(feed(ofTopic: index, series, site, format))
        }
        for index in series.people.indices { plan.add(feed(ofPerson: index, series, site, format)) }
      }
      for addresses in plan.emptyLanguages {
        plan.add(
          PageDraft(
            format, .feed, of: site, at: addresses.prefix + format.name, in: addresses.language, from: "the feed"
          ) { _ in FeedRecord(title: nil, addresses, follows: "", name: format.name, items: []) })
      }
    }
  }

  /// The feed of a name; `nil` where the site has no such one.
  static func page(_ name: TextPage, of site: SiteValues) -> PageDraft? {
    switch name {
    case .issue, .searched: return nil
    case .feed(let language, let format):
      guard let format = FeedFormats.named(format), let series = site.series[language] else { return nil }
      return feed(of: series, site, format)
    case .topicFeed(let language, let index, let format):
      guard let format = FeedFormats.named(format), let series = site.series[language],
        series.topics.indices.contains(index)
      else { return nil }
      return feed(ofTopic: index, series, site, format)
    case .personFeed(let language, let index, let format):
      guard let format = FeedFormats.named(format), let series = site.series[language],
        series.people.indices.contains(index)
      else { return nil }
      return feed(ofPerson: index, series, site, format)
    }
  }

  private static func feed(
    of series: SeriesValues, _ site: SiteValues, _ format: PageTemplate<FeedRecord>
  ) -> PageDraft {
    feed(
      .feed(series.addresses.language, format: format.name), series, site, format, title: nil, follows: "",
      issues: Array(series.issues.indices), origin: "the feed")
  }

  private static func feed(
    ofTopic index: Int, _ series: SeriesValues, _ site: SiteValues, _ format: PageTemplate<FeedRecord>
  ) -> PageDraft {
    let topic = series.topics[index]
    return feed(
      .topicFeed(series.addresses.language, index, format: format.name), series, site, format, title: topic.name,
      follows: topic.pagePath, issues: topic.entries.map(\.issue), origin: "the topic “\(topic.name)”")
  }

  private static func feed(
    ofPerson index: Int, _ series: SeriesValues, _ site: SiteValues, _ format: PageTemplate<FeedRecord>
  ) -> PageDraft {
    let person = series.people[index]
    return feed(
      .personFeed(series.addresses.language, index, format: format.name), series, site, format, title: person.name,
      follows: person.pagePath, issues: person.wrote, origin: "the person “\(person.name)”")
  }

  /// An issue with more topics and authors has its abstract and so many of their names alone in their feeds: a thousand of
  /// them would write its text a thousand times, and their names a million times.
  private static let mostTexts = 24

  /// A feed of the newest of some issues; without a title it is the site's.
  ///
  /// - Parameter page: The address of the page that it follows, below the root of the language.
  private static func feed(
    _ name: TextPage, _ series: SeriesValues, _ site: SiteValues, _ format: PageTemplate<FeedRecord>, title: String?,
    follows page: String, issues: [Int], origin: String
  ) -> PageDraft {
    let all = series.issues
    // Drafts that are published on purpose are for a few eyes: no feed carries them.
    let newest = Array(
      issues.reversed().lazy.filter { !all[$0].issue.release.isDraft }.prefix(site.settings.feedItems))
    return PageDraft(
      format, .feed, of: site, at: series.addresses.prefix + page + format.name, in: series.addresses.language,
      from: origin, date: newest.first.map { all[$0].issue.date.machineText }, textPage: name
    ) { texts in
      let items = newest.map { index in
        // The whole text is in the feed of all issues, in any case.
        let isBrief = title != nil && all[index].otherFeeds > mostTexts
        return texts.sharedItem(of: all[index].issue.path, isBrief: isBrief) {
          let issue = IssueRecord(index, of: series, site, texts, mostNames: isBrief ? mostTexts : .max)
          return FeedItem(issue, site.sourceLinks, texts, isBrief: isBrief).record
        }
      }
      return FeedRecord(title: title, series.addresses, follows: page, name: format.name, items: items)
    }
  }
}

extension PlacedIssue {
  /// How many feeds beside that of all issues have it.
  fileprivate var otherFeeds: Int { topics.count + authors.count + otherAuthors.reduce(0) { $0 + $1.count } }
}
