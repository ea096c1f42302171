import Bulletins
import Feeds
import Templating
import Text

extension PlanBuilder {
  /// The feed of all issues of a language.
  mutating func addFeed(_ all: SeriesValues) {
    addFeed(
      all, path: "feed.xml", title: nil, page: all.addresses.url(""), issues: Array(all.series.issues.indices),
      origin: "the feed")
  }

  /// A feed of the newest of some issues; without a title it is the site's.
  mutating func addFeed(
    _ all: SeriesValues, path: String, title: String?, page: String, issues: [Int], origin: String
  ) {
    let values = values
    let newest = issues.suffix(settings.feedItems)
    let date = newest.last.map { all.series.issues[$0].bulletin.date.description }
    add(all.addresses.prefix + path, .feed, "feed.xml", from: origin, date: date) { bodies in
      let settings = values.settings
      let language = all.series.language
      let series = SiteSettings.text(settings.title, language) ?? ""
      let items = newest.reversed().map { index in
        let record = all.issue(index, in: values, bodies)
        return Value(
          Shapes.feedItem, record, .text(content(of: all.series.issues[index], all, values.sourceLinks, bodies)))
      }
      let feed = Value(
        Shapes.feed, Value(title.map { "\(series): \($0)" } ?? series),
        Value(SiteSettings.text(settings.description, language) ?? series), Value(all.addresses.absolute(page)),
        Value(all.addresses.absolute(all.addresses.url(path))), .list(items))
      return values.context(language, url: all.addresses.url(path), ["feed": feed])
    }
  }
}

/// Abstract and text of an issue as a feed has them.
private func content(of issue: Issue, _ all: SeriesValues, _ links: SourceLinks, _ bodies: Bodies)
  -> Bytes
{
  let bulletin = issue.bulletin
  var html = Bytes()
  if !bulletin.abstractHTML.isEmpty {
    html += Bytes("<p><em>".utf8) + bulletin.abstractHTML + Bytes("</em></p>\n".utf8)
  }
  html += bodies.html(of: bulletin.body, at: bulletin.path, links)
  let page = all.addresses.absolute(all.addresses.issue(issue))
  return XMLText.legal(AbsoluteLinks.html(html, page: page, origin: all.settings.origin))
}
