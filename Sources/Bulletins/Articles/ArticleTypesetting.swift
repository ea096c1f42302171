import Coding
import Languages
import Text

/// Sets what was read of articles as the language of their issue wants it.
struct ArticleTypesetting {
  let language: Language
  /// Whether the text was taken back, and the abstract with it.
  let isWithdrawn: Bool

  /// The text of an article.
  func text(of article: ReadArticle) -> Bytes {
    let hasFootnotes = article.body.inspection.counts.footnotes > 0
    let notes = hasFootnotes ? language.words["notes"]?.text(for: .other) ?? "" : nil
    // Two parts of a page do not have one name.
    let name = article.id == nil ? notes : notes.map { "\($0): \(article.head.title?.value ?? "")" }
    let text = Typography.set(article.body.html, notes: name, in: language)
    guard hasFootnotes, let id = article.id else { return text }
    return ArticleTypesetting.namingNotes(of: text, after: id)
  }

  /// Gives the notes of an article ids of its own: each article of a page may count them from one.
  private static func namingNotes(of html: Bytes, after article: String) -> Bytes {
    let (name, id) = (Bytes("fn".utf8), Bytes((article + "-").utf8))
    var result = Bytes()
    var copied = 0
    while let start = html.firstOffset(of: name, from: copied) {
      var end = start + name.count
      if html.has("ref".utf8, at: end) { end += 3 }
      let before = start > 0 && html[start - 1] == UInt8(ascii: "#") ? start - 1 : start
      let isQuoted = before > 1 && html[before - 1] == UInt8(ascii: "\"") && html[before - 2] == UInt8(ascii: "=")
      guard isQuoted, html.has("-".utf8, at: end) else {
        result += html[copied..<end]
        copied = end
        continue
      }
      result += html[copied...end] + id
      copied = end + 1
    }
    return result + html[copied...]
  }

  /// An article; of the one that an issue opens with, stronger sources may say other things than what is printed.
  func article(_ article: ReadArticle, _ metadata: Metadata) -> Article {
    let head = article.head
    guard article.id == nil else {
      return make(
        article, title: head.title?.value ?? "", authors: head.authors?.value ?? [], abstract: head.abstract?.value)
    }
    return make(
      article, title: metadata.title?.value ?? "", subtitle: metadata.subtitle?.value,
      authors: metadata.authors?.value ?? [], abstract: isWithdrawn ? nil : metadata.abstract?.value)
  }

  /// - Parameter subtitle: The one of a stronger source, for a text that prints none.
  private func make(
    _ article: ReadArticle, title: String, subtitle: String? = nil, authors: [Contributor], abstract: String?
  ) -> Article {
    let head = article.head
    let subtitleHTML = head.subtitleHTML.isEmpty ? subtitle.map(escaped) ?? [] : head.subtitleHTML
    return Article(
      id: article.id, title: title, titleHTML: set(head.title?.value == title ? head.titleHTML : escaped(title)),
      subtitleHTML: set(subtitleHTML), authors: authors, affiliationHTML: set(head.affiliationHTML),
      abstract: abstract.map { Bytes($0.utf8) },
      abstractHTML: abstract.map { set(head.abstract?.value == $0 ? head.abstractHTML : escaped($0)) } ?? [],
      text: article.body.outline)
  }

  private func set(_ html: Bytes) -> Bytes {
    html.isEmpty ? html : Typography.set(html, in: language)
  }

  private func escaped(_ text: String) -> Bytes {
    var html = Bytes()
    html.append(escaping: text.utf8)
    return html
  }
}
