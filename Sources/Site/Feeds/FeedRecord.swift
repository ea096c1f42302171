import Bulletins
import Coding
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
    let series = settings.title.text(in: language)?.text ?? ""
    self.title = title.map { "\(series): \($0)" } ?? series
    description = settings.description.text(in: language)?.text ?? series
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

  /// - Parameter isBrief: Whether the abstract is all that the feed carries.
  init(_ issue: IssueRecord, _ links: SourceLinks, _ texts: TextSource, isBrief: Bool = false) {
    self.issue = issue
    let file = issue.issue.issue
    let (url, origin) = (issue.absoluteURL.bytes ?? [], issue.series.settings.origin)
    let heads = file.articles.map { article in
      let head = FeedItem.head(of: article)
      return links.resolved(head, above: article.text, of: file.path)
    }
    let frame = heads.reduce(into: url) { $0 += [0x0A] + $1 }
    let outlines = isBrief ? [] : file.articles.map(\.text)
    content = texts.sharedText(of: outlines, at: file.path, links, in: frame) { texts in
      let page = url.string
      var html = Bytes()
      for (place, head) in heads.enumerated() {
        AbsoluteLinks.append(head, page: page, origin: origin, to: &html)
        if place < texts.count { AbsoluteLinks.append(texts[place], page: page, origin: origin, to: &html) }
      }
      return XMLText.legal(html)
    }
  }

  /// What stands above the text of an article: its abstract, and, but for the first, title and authors.
  private static func head(of article: Article) -> Bytes {
    var html = Bytes()
    func append(_ open: StaticString, _ text: Bytes, _ close: StaticString) {
      if text.isEmpty { return }
      html.append(open)
      html += text
      html.append(close)
    }
    if article.id != nil { append("<h2>", article.titleHTML, "</h2>\n") }
    append("<p>", article.subtitleHTML, "</p>\n")
    if article.id != nil {
      var authors = Bytes()
      authors.append(escaping: article.authors.map(\.withRoles).joined(separator: ", ").utf8)
      append("<p>", authors, "</p>\n")
    }
    append("<p><em>", article.abstractHTML, "</em></p>\n")
    return html
  }

  static let recordType = RecordType<FeedItem>(
    "an item of a feed",
    [
      .init("issue", .record(of: IssueRecord.self), "The issue.") { $0.issue.record },
      .lazy("content", "Abstract and text as HTML with whole addresses, to be escaped once.") { $0.content },
    ])
}
