import Diagnostics
import Languages
import Markdown
import Text

/// The marks of smart punctuation, which libcmark-gfm makes as English has them, as the language of the text has them.
enum SmartQuotes {
  /// Gives the marks that stand in the place of straight ones those of a language. On a line on which an author typed such
  /// marks, they stay.
  static func translate(
    _ root: MarkdownNode, of source: SourceFile, _ options: MarkdownOptions, to language: Language
  ) {
    guard options.smartPunctuation else { return }
    let quotes = language.typesetting.quotes
    var openInner = 0
    root.walk { node, _ in
      guard node.kind == .text, node.withLiteral(hasMark) else { return }
      let line = source.range(ofLine: node.lines.lowerBound)
      if "“”‘’".contains(where: { source.offset(of: String($0), in: line) != nil }) { return }
      var text = ""
      for scalar in node.literal.unicodeScalars {
        switch scalar {
        case "“": text += quotes.outer.open
        case "”": text += quotes.outer.close
        case "‘":
          openInner += 1
          text += quotes.inner.open
        // An apostrophe looks the same in all languages.
        case "’" where openInner > 0:
          openInner -= 1
          text += quotes.inner.close
        default: text.unicodeScalars.append(scalar)
        }
      }
      node.setLiteral(text)
    }
  }

  /// A text that is no Markdown with what smart punctuation makes of it: quotation marks, dashes, and three full stops.
  static func applied(to text: String, in language: Language) -> String {
    guard text.utf8.contains(where: { "'\"-.".utf8.contains($0) }) else { return text }
    let quotes = language.typesetting.quotes
    let scalars = Array(
      text.replacing("---", with: "—").replacing("--", with: "–").replacing("...", with: "…").unicodeScalars)
    var result = ""
    var openInner = 0
    for (index, scalar) in scalars.enumerated() {
      guard scalar == "\"" || scalar == "'" else {
        result.unicodeScalars.append(scalar)
        continue
      }
      let opens = mayOpen(scalars, index)
      switch (scalar, opens) {
      case ("\"", true): result += quotes.outer.open
      case ("\"", false): result += quotes.outer.close
      // One that nothing closes is an apostrophe: ’90s.
      case ("'", true) where scalars[(index + 1)...].indices.contains { scalars[$0] == "'" && mayClose(scalars, $0) }:
        openInner += 1
        result += quotes.inner.open
      case ("'", false) where openInner > 0 && mayClose(scalars, index):
        openInner -= 1
        result += quotes.inner.close
      default: result += "’"
      }
    }
    return result
  }

  /// Whether a mark stands before a word, and behind none.
  private static func mayOpen(_ text: [Unicode.Scalar], _ index: Int) -> Bool {
    let isBehind =
      index == 0 || text[index - 1].properties.isWhitespace
      || "([{„“‚‘«–—-/\"'".unicodeScalars.contains(text[index - 1])
    return isBehind && index + 1 < text.count && !text[index + 1].properties.isWhitespace
  }

  /// Whether a mark stands behind a word, and before none.
  private static func mayClose(_ text: [Unicode.Scalar], _ index: Int) -> Bool {
    guard index > 0, !text[index - 1].properties.isWhitespace else { return false }
    return index + 1 == text.count || !text[index + 1].properties.isAlphabetic && !("0"..."9").contains(text[index + 1])
  }

  /// “ ” ‘ ’ are E2 80 98 to E2 80 9D.
  private static func hasMark(_ text: Span<UInt8>) -> Bool {
    var at = 0
    while let lead = text.firstOffset(of: 0xE2, from: at) {
      if lead + 2 < text.count, text[lead + 1] == 0x80, (0x98...0x9D).contains(text[lead + 2]) { return true }
      at = lead + 1
    }
    return false
  }
}
