import Coding
import Languages
import Markdown
import Text

/// What is set apart from the rest of a text, and says how it is meant: a quotation that is none, `> [!NOTE]`, perhaps with
/// a title behind, or what stands between lines of colons (`ColonBlocks`).
enum Alert {
  private static let kinds = ["NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION"]

  /// Writes all of a text.
  static func write(in root: MarkdownNode) {
    for quote in root.all(where: { $0.kind == .blockQuote }) { write(quote) }
  }

  /// The HTML of a text with the kinds of alerts in the words of a language, where no title of their own says it.
  static func named(_ html: Bytes, in language: Language) -> Bytes {
    var html = html.string
    for kind in kinds {
      let name = kind.lowercased()
      guard let word = language.words["alert_\(name)"]?.text(for: .other) else { continue }
      html = html.replacing(
        opening(name, title: title(of: kind)).string, with: opening(name, title: word).string)
    }
    return Bytes(html.utf8)
  }

  /// The HTML before and behind what stands in an alert.
  ///
  /// - Parameters:
  ///   - kind: `NOTE`, `TIP`, `IMPORTANT`, `WARNING` or `CAUTION`.
  ///   - title: What is printed above it; `nil` for the word for its kind.
  static func html(_ kind: String, title: String?) -> (open: Bytes, close: Bytes) {
    (opening(kind.lowercased(), title: title ?? self.title(of: kind)), Bytes("</div>\n".utf8))
  }

  private static func title(of kind: String) -> String { kind.prefix(1) + kind.dropFirst().lowercased() }

  private static func opening(_ name: String, title: String) -> Bytes {
    var open = Bytes("<div class=\"alert alert-\(name)\">\n<p class=\"alert-title\">".utf8)
    open.append(escaping: title.utf8)
    open.append(contentsOf: "</p>\n".utf8)
    return open
  }

  private static func write(_ quote: MarkdownNode) {
    guard let paragraph = quote.firstChild, paragraph.kind == .paragraph, let first = paragraph.firstChild,
      first.kind == .text, let (kind, length) = kind(of: first.literal)
    else { return }
    first.dropFirst(length)
    let title = first.literal.allSatisfy(\.isWhitespace) ? nil : first.literal.trimmed
    // What stands behind the mark on its line is the title.
    guard first.next == nil || first.next?.kind == .softBreak || first.next?.kind == .lineBreak else { return }
    first.next?.remove()
    first.remove()
    if paragraph.firstChild == nil { paragraph.remove() }
    let (open, close) = html(kind, title: title)
    quote.replaceByContent(between: open, and: close)
  }

  /// The kind that a text begins with, and the length of its mark.
  private static func kind(of text: String) -> (String, Int)? {
    for kind in kinds {
      let mark = "[!\(kind)]"
      if text.utf8.count >= mark.utf8.count, text.prefix(mark.count).uppercased() == mark {
        return (kind, mark.utf8.count)
      }
    }
    return nil
  }
}
