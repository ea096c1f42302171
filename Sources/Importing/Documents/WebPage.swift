import System
import Text

/// A page of HTML, of which Pandoc makes Markdown: the part that is its text, with title, day and former address.
enum WebPage {
  static func take(_ path: String, of site: OldSite, into content: inout NewContent) throws(EnvironmentError) {
    let page = try site.bytes(path)
    let scratch = Scratch()
    defer { scratch.remove() }
    // What this program published has its masthead above the article.
    let isOwn = page.firstOffset(of: Bytes("class=\"number-line\"".utf8)) != nil
    let part = isOwn ? nil : body(of: page)
    if part == nil, !isOwn {
      content.doubt(path, "no `article` or `main` is in it, so that menus may be part of the text")
    }
    try FileAccess.write(part ?? page, to: scratch.path + "/page.html")
    let markdown = try ExternalProgram.output(
      of: "pandoc",
      [
        "--from", isOwn ? "html" : "html-native_divs-native_spans", "--to", "gfm-raw_html", "--wrap=none", "--",
        scratch.path + "/page.html",
      ], on: path
    ).string
    let own = isOwn ? PublishedPage(markdown) : nil
    let (text, hasMasthead) = own.map { ($0.text, true) } ?? PrintedText.withMasthead(markdown)
    if hasMasthead { return try content.write(text: front(path, []) + text, of: path) }
    var lines: [String] = []
    if let title = title(of: page) {
      lines.append("title: \(NewSettings.quoted(title))")
    } else {
      content.doubt(path, "the page has no title")
    }
    if let day = day(of: page) {
      lines.append("date: \(day)")
    } else {
      content.doubt(path, "the page does not say its day")
    }
    try content.write(text: front(path, lines) + text, of: path)
  }

  /// Front matter with the page's former address.
  private static func front(_ path: String, _ lines: [String]) -> String {
    let address = path.hasSuffix("index.html") ? String(path.dropLast("index.html".count)) : path
    return "---\n" + lines.map { $0 + "\n" }.joined() + "aliases: [\(NewSettings.quoted("/" + address))]\n---\n\n"
  }

  /// What stands in the page's `article`, or else in its `main`.
  private static func body(of page: Bytes) -> Bytes? {
    for name in ["article", "main"] {
      guard let open = page.firstOffset(of: Bytes("<\(name)".utf8)),
        let start = page.firstOffset(of: UInt8(ascii: ">"), from: open),
        let end = page.firstOffset(of: Bytes("</\(name)>".utf8), from: start)
      else { continue }
      return Array(page[(start + 1)..<end])
    }
    return nil
  }

  private static func title(of page: Bytes) -> String? {
    for name in ["h1", "title"] {
      guard let open = page.firstOffset(of: Bytes("<\(name)".utf8)),
        let start = page.firstOffset(of: UInt8(ascii: ">"), from: open),
        let end = page.firstOffset(of: Bytes("</\(name)>".utf8), from: start)
      else { continue }
      let words = Markup.plain(page[(start + 1)..<end])
      if !words.isEmpty { return words }
    }
    return nil
  }

  /// The day that the page says to machines: in `article:published_time`, in JSON-LD, or in its first `time`.
  private static func day(of page: Bytes) -> String? {
    for mark in [
      "article:published_time\" content=\"", "\"datePublished\":\"", "\"datePublished\": \"", "<time datetime=\"",
    ] {
      guard let found = page.firstOffset(of: Bytes(mark.utf8)) else { continue }
      let text = Array(page[(found + mark.utf8.count)...].prefix(10)).string
      let parts = text.split(separator: "-")
      if parts.count == 3, parts[0].count == 4, parts.allSatisfy({ $0.allSatisfy(\.isNumber) }) { return text }
    }
    return nil
  }
}
