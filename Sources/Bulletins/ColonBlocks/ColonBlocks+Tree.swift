import Coding
import Markdown
import Text

extension ColonBlocks {
  /// Puts what stands between the marks of blocks together, in a tree that was made of the text without them.
  func write(in root: MarkdownNode) {
    // What is put in has no lines: all places are looked for first.
    let empty = root.all { $0.kind == .heading(1) && $0.firstChild == nil && marks.contains($0.lines.lowerBound) }
    let found = blocks.compactMap { block in nodes(of: block, in: root).map { (block.meaning, $0) } }
    for (meaning, (first, last)) in found {
      let (open, close) = ColonBlocks.html(meaning)
      first.insertBefore(html: open)
      last.insertAfter(html: close)
    }
    for heading in empty { heading.remove() }
  }

  /// The first and the last node of a block: neighbours, in whatever list or quotation they stand.
  private func nodes(of block: Block, in root: MarkdownNode) -> (first: MarkdownNode, last: MarkdownNode)? {
    var outer = root
    while true {
      let children = outer.children.filter { $0.kind != .footnoteDefinition }
      // Where a list ends, the library takes the blank lines behind it for its own: only beginnings count.
      let inside = children.filter { block.lines.contains($0.lines.lowerBound) }
      if let first = inside.first, let last = inside.last { return (first, last) }
      guard let around = children.last(where: { $0.lines.lowerBound < block.lines.lowerBound }),
        [.list, .item, .blockQuote].contains(around.kind)
      else { return nil }
      outer = around
    }
  }

  private static func html(_ meaning: ColonFence.Meaning) -> (open: Bytes, close: Bytes) {
    switch meaning {
    case .alert(let kind, let title): return Alert.html(kind, title: title)
    case .details(let title):
      var open = Bytes("<details>\n".utf8)
      if let title {
        open += Bytes("<summary>".utf8)
        open.append(escaping: title.utf8)
        open += Bytes("</summary>\n".utf8)
      }
      return (open, Bytes("</details>\n".utf8))
    case .part(let list): return (Bytes((list.kept().tag("div") + "\n").utf8), Bytes("</div>\n".utf8))
    }
  }
}
