import Bulletins
import Text

/// A page that this program published, as another program kept it in Markdown: series and number stand in one line, names
/// are links, and menus stand around.
struct PublishedPage {
  /// The text with its masthead as Markdown has it.
  let text: String
  /// What was left out at the end.
  let leftOut: [String]

  /// The page in a text; `nil` where the text is none.
  init?(_ markdown: String) {
    let all = PrintedText.paragraphs(of: markdown.replacing("\u{A0}", with: " "))
    guard
      let start = all.prefix(PublishedPage.mostAbove).firstIndex(where: { PublishedPage.numberLine($0) != nil }),
      let (series, number) = PublishedPage.numberLine(all[start]),
      let title = all[(start + 1)...].firstIndex(where: { $0.hasPrefix("#") })
    else { return nil }
    let end = PublishedPage.end(of: all, behind: title)
    var parts = ["# " + series, number] + all[(start + 1)..<title].map { PublishedPage.withoutLinks($0) }
    parts += ["---", "## " + PublishedPage.words(ofHeading: all[title])]
    var at = title + 1
    if at < end, all[at].contains("/people/") {
      parts.append(PublishedPage.withoutLinks(all[at]))
      at += 1
    }
    let body = parts.count
    while at < end {
      let paragraph = all[at]
      at += 1
      guard paragraph.hasPrefix("#"), at < end else {
        parts.append(paragraph)
        continue
      }
      if PublishedPage.isContents(all[at]) {
        at += 1
        // The abstract stands above the contents.
        if parts.count == body + 1, !parts[body].hasPrefix("*") { parts[body] = "*\(parts[body])*" }
      } else if paragraph.hasSuffix("."), !all[at].hasPrefix("#") {
        // Headings have no full stop, but the words have that open a paragraph.
        parts.append("**\(PublishedPage.words(ofHeading: paragraph))** \(all[at])")
        at += 1
      } else {
        parts.append(paragraph)
      }
    }
    text = parts.joined(separator: "\n\n") + "\n"
    leftOut = all[end...].map { PublishedPage.withoutLinks($0) }
  }

  /// Menus and languages that may stand above.
  private static let mostAbove = 24

  /// `BULLETIN • No. 5 (81) • January 21, 2010`, in its two parts.
  private static func numberLine(_ paragraph: String) -> (series: String, rest: String)? {
    guard !paragraph.contains("\n"), let dot = paragraph.firstIndex(of: "•") else { return nil }
    let series = String(paragraph[..<dot]).trimmed
    let rest = String(paragraph[paragraph.index(after: dot)...]).trimmed
    return !series.isEmpty && !series.contains("[") && NumberLines.begin(rest) ? (series, rest) : nil
  }

  /// Where the text ends: below it, the page names its topics, and how it is cited.
  private static func end(of paragraphs: [String], behind title: Int) -> Int {
    let first = max(title + 1, paragraphs.count - 10)
    return paragraphs[first...].firstIndex { paragraph in
      guard !paragraph.contains("\n"), let colon = paragraph.firstIndex(of: ":"),
        paragraph.distance(from: paragraph.startIndex, to: colon) <= 40
      else { return false }
      return paragraph.contains("/topics/") || paragraph.hasSuffix("/>")
    } ?? paragraphs.count
  }

  /// Whether a list leads to places of the page itself, and to nothing else.
  private static func isContents(_ paragraph: String) -> Bool {
    let lines = paragraph.split(separator: "\n")
    return !lines.isEmpty && lines.allSatisfy { $0.drop { " -*".contains($0) }.hasPrefix("[") && $0.contains("](#") }
  }

  private static func words(ofHeading paragraph: String) -> String {
    String(paragraph.drop { $0 == "#" || $0 == " " })
  }

  /// The words of a paragraph without its links.
  private static func withoutLinks(_ text: String) -> String {
    var words = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "["), let middle = rest[open...].firstRange(of: "]("),
      let close = rest[middle.upperBound...].firstIndex(of: ")")
    {
      words += rest[..<open] + rest[rest.index(after: open)..<middle.lowerBound]
      rest = rest[rest.index(after: close)...]
    }
    return words + rest
  }
}
