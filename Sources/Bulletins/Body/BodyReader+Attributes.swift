import Markdown
import Text

extension BodyReader {
  /// Gives blocks the attributes that stand above or below them; headings have theirs already.
  mutating func give(_ attributes: [BlockAttributes], to root: MarkdownNode) {
    for one in attributes where one.target != .heading && !one.list.hidesFromContents {
      guard let block = BodyReader.block(of: one, in: root) else { continue }
      if one.list.asksForContents {
        writeContents(at: [block], attributes)
        continue
      }
      let isNew = one.list.usableID.map { ids.take($0) } ?? false
      if isNew, let id = one.list.usableID { outline.anchors.append(id) }
      let kept = one.list.kept(withID: isNew)
      if kept.isEmpty { continue }
      // What an item holds in a short list is no paragraph of its own.
      if block.parent?.kind == .item, block.kind == .paragraph { continue }
      if block.kind == .paragraph {
        block.turnIntoBlock(between: kept.tag("p"), and: "</p>\n")
      } else {
        block.surround(Bytes((kept.tag("div") + "\n").utf8), Bytes("</div>\n".utf8))
      }
    }
  }

  /// The block that is meant: of one that is moved in, the innermost, else the outermost.
  private static func block(of attributes: BlockAttributes, in root: MarkdownNode) -> MarkdownNode? {
    var found: MarkdownNode?
    var isCode = false
    root.walk { node, depth in
      if node.kind == .codeBlock, node.lines.contains(attributes.ownLine) { isCode = true }
      guard depth == 1 || attributes.target == .nestedBlock, node.isAttributed, node.lines.contains(attributes.line)
      else { return }
      found = node
    }
    return isCode ? nil : found
  }
}

extension MarkdownNode {
  fileprivate var isAttributed: Bool {
    switch kind {
    case .paragraph, .list, .blockQuote, .codeBlock, .table: true
    default: false
    }
  }
}
