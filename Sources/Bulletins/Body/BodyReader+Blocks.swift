import Coding
import Languages
import Markdown
import Text

extension BodyReader {
  /// Puts what may be wider than a page into parts of their own, which readers can move sideways, also by keyboard, and
  /// which have names.
  func openWideBlocks(_ nodes: BodyNodes) {
    for (index, table) in nodes.tables.enumerated() {
      let (name, columns) = (phrase("table", index + 1), table.headerText)
      wrap(table, named: columns.isEmpty ? name : name + ": " + columns)
    }
    for (index, code) in nodes.codeBlocks.enumerated() { wrap(code, named: phrase("code", index + 1)) }
  }

  /// HTML with the kinds of alerts in the language of the text: few texts have any.
  func namingAlerts(_ html: Bytes, of text: TagText) -> Bytes {
    guard options.extensions.contains(.alerts),
      text.colonBlocks != nil || text.setsWordsApart || text.markdown.firstOffset(of: Bytes("[!".utf8)) != nil
    else { return html }
    return Alert.named(html, in: language)
  }

  /// A word of the language with a number in it.
  private func phrase(_ key: String, _ number: Int) -> String {
    let word = (language.words[key] ?? KnownLanguages.fallback.words[key])?.text(for: .other) ?? "{}"
    return word.replacing("{}", with: String(number))
  }

  private func wrap(_ block: MarkdownNode, named name: String) {
    var html = Bytes("<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"".utf8)
    html.append(escaping: name.utf8)
    html.append("\">\n")
    block.surround(html, Bytes("</div>\n".utf8))
  }

  /// Makes figures of pictures that stand alone and have a title, which is what is printed below them.
  func openFigures(_ document: borrowing MarkdownDocument) {
    // Looked for anew: what leads nowhere has been taken out since the tree was looked through.
    var images: [MarkdownNode] = []
    document.root.walk { node, _ in
      if node.kind == .image, !node.title.isEmpty { images.append(node) }
    }
    for image in images {
      let outermost = image.parent?.kind == .link ? image.parent : image
      guard let outermost, let paragraph = outermost.parent, paragraph.kind == .paragraph,
        paragraph.firstChild == outermost, outermost.next == nil, image.next == nil, image.previous == nil
      else { continue }
      var caption = Bytes()
      caption.append(escaping: image.title.utf8)
      image.setTitle("")
      paragraph.replace(
        withHTML: Bytes("<figure>\n".utf8) + document.inlineHTML(of: paragraph) + Bytes("\n<figcaption>".utf8) + caption
          + Bytes("</figcaption>\n</figure>\n".utf8))
    }
  }

  /// Lets browsers fetch pictures when readers come near them.
  static func loadingLate(_ html: Bytes) -> Bytes {
    let mark = Bytes("<img src=".utf8)
    var result = Bytes()
    var copied = 0
    while let start = html.firstOffset(of: mark, from: copied) {
      result += html[copied..<start] + Bytes("<img loading=\"lazy\" src=".utf8)
      copied = start + mark.count
    }
    return result + html[copied...]
  }
}
