import Text

/// Programs and styles that blank lines take apart: in a block that began with another element, Markdown reads on behind the
/// first of them, and so what follows would be prose. Browsers read none of it up to the end tag.
enum OpenPrograms {
  /// Takes what lies in them out of a tree; the end tags go into the blocks with the beginnings.
  static func close(in root: MarkdownNode) {
    var next = root.firstChild
    // Of which no end follows: thousands of beginnings are not looked for one after another.
    var endless: Set<String> = []
    while let block = next {
      next = block.next
      guard block.kind == .htmlBlock, let name = openName(in: block), !endless.contains(name) else { continue }
      guard let end = end(of: name, behind: block) else {
        endless.insert(name)
        continue
      }
      while let node = block.next, node != end { node.remove() }
      let rest = cut(end, behind: name)
      block.setLiteral(block.literal + "</\(name)>\n" + rest)
      next = block.next
    }
  }

  /// The program or style that a block begins and does not end.
  private static func openName(in block: MarkdownNode) -> String? {
    let html = Bytes(block.literal.utf8)
    guard signs.contains(where: { html.firstOffset(of: $0) != nil }) else { return nil }
    var reader = HTMLTagReader(html)
    var open: String?
    while let tag = reader.next() {
      if !tag.isEnd, !tag.isInText, names.contains(tag.name) { open = tag.endOfText == nil ? tag.name : nil }
    }
    return open
  }

  /// The block that has the end tag: HTML, or a paragraph of which it is part.
  private static func end(of name: String, behind block: MarkdownNode) -> MarkdownNode? {
    var next = block.next
    while let node = next, node.kind != .footnoteDefinition {
      switch node.kind {
      case .htmlBlock, .codeBlock: if endTag(name, in: node.literal) != nil { return node }
      case .paragraph: if node.children.contains(where: { isEnd(of: name, $0) }) { return node }
      default: break
      }
      next = node.next
    }
    return nil
  }

  /// Takes what lies before the end tag, and that, out of its block: a block of HTML is taken out as a whole.
  ///
  /// - Returns: The HTML behind the tag.
  private static func cut(_ node: MarkdownNode, behind name: String) -> String {
    if node.kind == .paragraph {
      while let first = node.firstChild {
        let isEnd = isEnd(of: name, first)
        first.remove()
        if isEnd { break }
      }
      if let first = node.firstChild, first.kind == .softBreak { first.remove() }
      if node.firstChild == nil { node.remove() }
      return ""
    }
    let rest = endTag(name, in: node.literal).map { String(node.literal[$0.upperBound...]) } ?? ""
    node.remove()
    return rest
  }

  private static func isEnd(of name: String, _ node: MarkdownNode) -> Bool {
    node.kind == .htmlInline && endTag(name, in: node.literal)?.lowerBound == node.literal.startIndex
  }

  private static func endTag(_ name: String, in text: String) -> Range<String.Index>? {
    let bytes = text.utf8
    var at = bytes.startIndex
    while let open = bytes[at...].firstIndex(of: UInt8(ascii: "<")) {
      at = bytes.index(after: open)
      let tag = "</\(name)".utf8
      guard bytes[open...].prefix(tag.count).elementsEqual(tag, by: { $0 == $1 || $0 | 0x20 == $1 }),
        let close = bytes[open...].firstIndex(of: UInt8(ascii: ">"))
      else { continue }
      return open..<bytes.index(after: close)
    }
    return nil
  }

  private static let names: Set<String> = ["script", "style"]
  private static let signs = [Bytes("<s".utf8), Bytes("<S".utf8)]
}
