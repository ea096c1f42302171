import Coding
import Markdown
import Text

extension TagText {
  /// Puts what tags mean in the place of their marks in a tree that was made of the text.
  func expand(_ root: MarkdownNode) {
    if tags.isEmpty { return }
    attach(to: root)
    // A paragraph of nothing but figures is no paragraph. No node is asked for anything once it is taken away.
    for paragraph in TagText.nodes(below: root).filter({ $0.kind == .paragraph }) {
      guard let html = block(of: paragraph) else { continue }
      html.isEmpty ? paragraph.remove() : paragraph.turnIntoHTMLBlock(html)
    }
    for node in TagText.nodes(below: root) { expand(inside: node) }
  }

  /// The nodes of a tree, gathered before any is changed.
  static func nodes(below root: MarkdownNode) -> [MarkdownNode] {
    var nodes: [MarkdownNode] = []
    root.walk { node, _ in nodes.append(node) }
    return nodes
  }

  /// The HTML of a paragraph that holds nothing but marks of which one is markup; empty where it holds nothing at all.
  private func block(of paragraph: MarkdownNode) -> Bytes? {
    var html = Bytes()
    for child in paragraph.children {
      if child.kind == .softBreak || child.kind == .lineBreak {
        html.append(0x0A)
        continue
      }
      guard child.kind == .text, let parts = TagMark.parts(of: Bytes(child.literal.utf8)) else { return nil }
      for part in parts {
        switch part {
        case .text(let text): if !text.allSatisfy(\.isASCIISpace) { return nil }
        case .tag(let number):
          guard tags.indices.contains(number) else { return nil }
          switch tags[number].meaning {
          case .nothing: break
          case .markup(let pieces):
            // A link alone is a paragraph all the same.
            guard case .tag(let first)? = pieces.first, !first.utf8.starts(with: "<a".utf8) else { return nil }
            html += tags[number].meaning.html
          case .text, .address, .attributes: return nil
          }
        }
      }
    }
    return html.allSatisfy(\.isASCIISpace) ? [] : html
  }

  private func expand(inside node: MarkdownNode) {
    switch node.kind {
    case .text: expandText(node)
    case .code, .codeBlock:
      if let parts = TagMark.parts(of: Bytes(node.literal.utf8)) { node.setLiteral(written(parts).string) }
    case .htmlBlock, .htmlInline:
      if let parts = TagMark.parts(of: Bytes(node.literal.utf8)) { node.setLiteral(html(parts).string) }
    case .link, .image:
      if let parts = TagMark.parts(of: Bytes(node.address.utf8)) { node.setAddress(address(parts).string) }
    default: break
    }
  }

  private func expandText(_ node: MarkdownNode) {
    guard let parts = TagMark.parts(of: Bytes(node.literal.utf8)) else { return }
    for part in parts {
      switch part {
      case .text(let text): node.insertBefore(text: text.string)
      case .tag(let number):
        guard tags.indices.contains(number) else { continue }
        switch tags[number].meaning {
        case .nothing: break
        case .attributes: node.insertBefore(text: tags[number].written.string)
        case .text(let text): node.insertBefore(text: text)
        case .address(let address): insert(TagMeaning.link(address, TagText.words(of: address)), before: node)
        case .markup: insert(tags[number].meaning, before: node)
        }
      }
    }
    node.remove()
  }

  private func insert(_ meaning: TagMeaning, before node: MarkdownNode) {
    guard case .markup(let pieces) = meaning else { return }
    for piece in pieces {
      switch piece {
      case .tag(let tag): node.insertBefore(htmlTag: tag)
      case .text(let text): node.insertBefore(text: text)
      }
    }
  }

  /// What a link to a text shows that has no words of its own: the file's name.
  private static func words(of address: String) -> String {
    let path = address.dropFirst(TextLink.scheme.count + TextLink.named.count)
    return PercentEncoding.decoded(String(path)) ?? String(path)
  }

  /// The text as it was written, for code.
  private func written(_ parts: [TagMark.Part]) -> Bytes {
    joined(parts) { tag in
      // What is only shown is shown.
      if case .text(let text) = tag.meaning, text.utf8.starts(with: "{{".utf8) { return Bytes(text.utf8) }
      return tag.written
    }
  }

  private func address(_ parts: [TagMark.Part]) -> Bytes {
    joined(parts) { tag in
      switch tag.meaning {
      case .text(let text), .address(let text): Bytes(text.utf8)
      case .nothing: []
      case .markup, .attributes: tag.written
      }
    }
  }

  private func html(_ parts: [TagMark.Part]) -> Bytes {
    joined(parts) { tag in
      switch tag.meaning {
      case .text(let text), .address(let text):
        var html = Bytes()
        html.append(escaping: text.utf8)
        return html
      case .nothing: return []
      case .attributes: return tag.written
      case .markup: return tag.meaning.html
      }
    }
  }

  /// Finished HTML without any mark that is left where no node could show it: in the title of a link, say.
  func swept(_ html: Bytes) -> Bytes {
    guard !tags.isEmpty, let parts = TagMark.parts(of: html) else { return html }
    return joined(parts) { tag in
      var text = Bytes()
      text.append(escaping: tag.written)
      return text
    }
  }

  private func joined(_ parts: [TagMark.Part], _ bytes: (Tag) -> Bytes) -> Bytes {
    parts.reduce(into: Bytes()) { joined, part in
      switch part {
      case .text(let text): joined += text
      case .tag(let number): if tags.indices.contains(number) { joined += bytes(tags[number]) }
      }
    }
  }
}

extension TagText {
  /// The text parsed, with what its tags and the site's extensions of Markdown mean.
  func document(_ options: ReadingOptions) -> MarkdownDocument {
    let amendment = options.extensions.amendment(of: markdown)
    if tags.isEmpty, amendment == nil { return MarkdownDocument(markdown, options: options.markdown) }
    return MarkdownDocument(markdown[...], options: options.markdown) { root in
      expand(root)
      amendment?(root)
    }
  }
}
