import Bulletins
import Templating
import Text

extension SiteValues {
  /// The feed of all issues of a language.
  func feed(_ all: SeriesValues) -> PageDraft {
    feed(
      all, .feed(all.series.language), path: "feed.xml", title: nil, page: all.addresses.url(""),
      issues: Array(all.series.issues.indices), origin: "the feed")
  }

  /// The feed of the issues on a topic.
  func feed(_ all: SeriesValues, ofTopic place: Int) -> PageDraft {
    let topic = all.series.topics[place]
    return feed(
      all, .topicFeed(all.series.language, place), path: "topics/\(topic.slug)/feed.xml", title: topic.name,
      page: all.addresses.topic(topic), issues: topic.entries.map(\.issue), origin: "the topic “\(topic.name)”")
  }

  /// The feed of the issues that somebody wrote.
  func feed(_ all: SeriesValues, ofPerson place: Int) -> PageDraft {
    let person = all.series.people[place]
    return feed(
      all, .personFeed(all.series.language, place), path: "people/\(person.slug)/feed.xml", title: person.name,
      page: all.addresses.person(person), issues: person.wrote, origin: "the person “\(person.name)”")
  }

  /// A feed of the newest of some issues; without a title it is the site's.
  private func feed(
    _ all: SeriesValues, _ subject: TextPage, path: String, title: String?, page: String, issues: [Int],
    origin: String
  ) -> PageDraft {
    // Drafts that are published on purpose are for a few eyes: no feed carries them.
    let newest = Array(
      issues.reversed().lazy.filter { !all.series.issues[$0].issue.release.isDraft }.prefix(settings.feedItems)
    ).reversed()
    let date = newest.last.map { all.series.issues[$0].issue.date.description }
    return PageDraft(
      path: all.addresses.prefix + path, kind: .feed, template: "feed.xml", origin: origin, date: date,
      subject: subject
    ) { [self] texts in
      let language = all.series.language
      let series = SiteSettings.text(settings.title, language) ?? ""
      let items = newest.reversed().map { index -> Value in
        let record = IssueValue(all, index, self, texts).value
        return Value(
          Shapes.feedItem, [record, .none], late: content(of: all.series.issues[index], all, sourceLinks, texts))
      }
      let feed = Value(
        Shapes.feed, Value(title.map { "\(series): \($0)" } ?? series),
        Value(SiteSettings.text(settings.description, language) ?? series), Value(all.addresses.absolute(page)),
        Value(all.addresses.absolute(all.addresses.url(path))), .list(items))
      return context(language, url: all.addresses.url(path), ["feed": feed])
    }
  }
}

/// Abstract and text of an issue as a feed has them.
private func content(
  of issue: PlacedIssue, _ all: SeriesValues, _ links: SourceLinks, _ texts: TextSource
) -> (field: Symbol, text: LateText) {
  let bulletin = issue.issue
  let page = all.addresses.absolute(all.addresses.issue(issue))
  let origin = all.settings.origin
  let text = texts.text(of: bulletin.lead.text, at: bulletin.path, links) { text in
    var html = Bytes()
    if !bulletin.lead.abstractHTML.isEmpty {
      html.append(contentsOf: "<p><em>".utf8)
      AbsoluteLinks.append(bulletin.lead.abstractHTML, page: page, origin: origin, to: &html)
      html.append(contentsOf: "</em></p>\n".utf8)
    }
    AbsoluteLinks.append(text, page: page, origin: origin, to: &html)
    return .text(XMLText.legal(html))
  }
  return (SiteValues.feedText, text)
}
