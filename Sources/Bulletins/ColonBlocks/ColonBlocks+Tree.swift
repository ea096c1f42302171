import Coding
import Markdown
import Text

extension ColonBlocks {
  /// Puts what stands between the marks of blocks together, in a tree that was made of the text without them.
  func write(in root: MarkdownNode) {
    // What is put in has no lines: all places are looked for first.
    let empty = root.all { $0.kind == .heading(1) && $0.firstChild == nil && marks.contains($0.lines.lowerBound) }
    for (block, ends) in zip(blocks, ends(in: root)) {
      guard let (first, last) = ends else { continue }
      let (open, close) = ColonBlocks.html(block.meaning)
      first.insertBefore(html: open)
      last.insertAfter(html: close)
    }
    for heading in empty { heading.remove() }
  }

  /// The first and the last node of each block: neighbours, in whatever list or quotation they stand; `nil` for a block
  /// that has none.
  private func ends(in root: MarkdownNode) -> [(first: MarkdownNode, last: MarkdownNode)?] {
    var ends: [(first: MarkdownNode, last: MarkdownNode)?] = Array(repeating: nil, count: blocks.count)
    // What is around blocks, once for all that it holds.
    var around: [(node: MarkdownNode, blocks: [Int])] = [(root, Array(blocks.indices))]
    while let (outer, held) = around.popLast() {
      let children = outer.children.filter { $0.kind != .footnoteDefinition }
      // Where a list ends, the library takes the blank lines behind it for its own: only beginnings count.
      let beginnings = children.map(\.lines.lowerBound)
      for number in held {
        let lines = blocks[number].lines
        let first = beginnings.partitioningIndex { $0 >= lines.lowerBound }
        let end = beginnings.partitioningIndex { $0 >= lines.upperBound }
        if first < end {
          ends[number] = (children[first], children[end - 1])
        } else if first > 0, [.list, .item, .blockQuote].contains(children[first - 1].kind) {
          if around.last?.node == children[first - 1] {
            around[around.count - 1].blocks.append(number)
          } else {
            around.append((children[first - 1], [number]))
          }
        }
      }
    }
    return ends
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
