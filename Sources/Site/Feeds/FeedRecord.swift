import Templating
import Text

/// A feed as its template reads it.
struct FeedRecord: RecordSubject {
  private let title: String
  private let description: String
  private let url: String
  private let selfURL: String
  private let items: [Value]

  /// A feed.
  ///
  /// - Parameters:
  ///   - title: What it is about; `nil` for the feed of the whole series.
  ///   - page: The address of the page that it follows, below the root of the language.
  ///   - name: The name of its file.
  init(title: String?, _ addresses: Addresses, follows page: String, name: String, items: [Value]) {
    let (settings, language) = (addresses.settings, addresses.language)
    let series = SiteSettings.text(settings.title, language) ?? ""
    self.title = title.map { "\(series): \($0)" } ?? series
    description = SiteSettings.text(settings.description, language) ?? series
    url = addresses.absolute(addresses.url(page))
    selfURL = url + name
    self.items = items
  }

  static let recordType = RecordType<FeedRecord>(
    "a feed",
    [
      .init("title", .scalar, "The title.") { Value($0.title) },
      .init("description", .scalar, "A sentence about it.") { Value($0.description) },
      .init("url", .scalar, "The whole address of the page that it follows.") { Value($0.url) },
      .init("self_url", .scalar, "The whole address of the feed.") { Value($0.selfURL) },
      .init("items", .records(of: FeedItem.self), "The newest issues, the newest first.") { .list($0.items) },
    ])
}

/// An issue as a feed carries it.
struct FeedItem: RecordSubject {
  private let issue: IssueRecord
  private let content: LazyText

  init(_ issue: IssueRecord, _ links: SourceLinks, _ texts: TextSource) {
    self.issue = issue
    let file = issue.issue.issue
    let (abstract, url, origin) = (file.lead.abstractHTML, issue.absoluteURL.bytes ?? [], issue.series.settings.origin)
    content = texts.sharedText(of: file.lead.text, at: file.path, links, in: url + [0x0A] + abstract) { text in
      let page = url.string
      var html = Bytes()
      if !abstract.isEmpty {
        html.append(contentsOf: "<p><em>".utf8)
        AbsoluteLinks.append(abstract, page: page, origin: origin, to: &html)
        html.append(contentsOf: "</em></p>\n".utf8)
      }
      AbsoluteLinks.append(text, page: page, origin: origin, to: &html)
      return XMLText.legal(html)
    }
  }

  static let recordType = RecordType<FeedItem>(
    "an item of a feed",
    [
      .init("issue", .record(of: IssueRecord.self), "The issue.") { $0.issue.record },
      .lazy("content", "Abstract and text as HTML with whole addresses, to be escaped once.") { $0.content },
    ])
}
