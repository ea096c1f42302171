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
