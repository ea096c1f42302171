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
    let hasTemplates = tags.contains(where: \.meaning.isOfTemplate)
    for paragraph in TagText.nodes(below: root)
    where hasTemplates && paragraph.kind == .paragraph && isOfTemplates(paragraph) {
      paragraph.turnIntoBlock(between: "", and: "")
    }
    for node in TagText.nodes(below: root) { expand(inside: node) }
    takeApartAroundEnclosures(root)
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
          case .included(let included): html += included
          case .text, .address, .attributes, .template, .unknown: return nil
          }
        }
      }
    }
    return html.allSatisfy(\.isASCIISpace) ? [] : html
  }

  /// Whether a paragraph holds nothing but what templates make.
  private func isOfTemplates(_ paragraph: MarkdownNode) -> Bool {
    paragraph.firstChild != nil
      && paragraph.children.allSatisfy { child in
        if child.kind == .softBreak || child.kind == .lineBreak { return true }
        guard child.kind == .text else { return false }
        return (TagMark.parts(of: child.withLiteral { $0.copy }) ?? []).allSatisfy { part in
          switch part {
          case .text(let text): text.allSatisfy(\.isASCIISpace)
          case .tag(let number): tags.indices.contains(number) && tags[number].meaning.isOfTemplate
          }
        } && TagMark.mayBe(in: child.withLiteral { $0.copy })
      }
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
        case .attributes, .unknown: node.insertBefore(text: tags[number].written.string)
        case .text(let text): node.insertBefore(text: text)
        case .address(let address): insert(TagMeaning.link(address, TagText.words(of: address)), before: node)
        case .markup: insert(tags[number].meaning, before: node)
        case .included(let html): insert(included: html, before: node)
        // It comes into the finished HTML, which nobody looks through any more.
        case .template(let html):
          node.insertBefore(text: node.isOfHead ? HTMLWords.of(html) : TagMark.kept(number))
        }
      }
    }
    node.remove()
  }

  /// Puts HTML into a line, its tags and its words each as what they are.
  private func insert(included html: Bytes, before node: MarkdownNode) {
    var rest = (TagMeaning.inline(html) ?? html)[...]
    while let open = rest.firstIndex(of: UInt8(ascii: "<")), let close = rest[open...].firstIndex(of: UInt8(ascii: ">"))
    {
      if open > rest.startIndex { node.insertBefore(text: HTMLWords.of(rest[..<open])) }
      node.insertBefore(htmlTag: Array(rest[open...close]).string)
      rest = rest[(close + 1)...]
    }
    if !rest.isEmpty { node.insertBefore(text: HTMLWords.of(rest)) }
  }

  private func insert(_ meaning: TagMeaning, before node: MarkdownNode) {
    guard case .markup(let pieces) = meaning else { return }
    // It becomes a block.
    if meaning.isOfEnclosure, node.parent?.kind == .paragraph {
      return node.insertBefore(htmlTag: meaning.html.string)
    }
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
      case .template(let html): html.contains(UInt8(ascii: "<")) ? tag.written : html
      case .markup, .attributes, .included, .unknown: tag.written
      }
    }
  }

  private func html(_ parts: [TagMark.Part]) -> Bytes {
    // Within a tag, markup would end an attribute.
    var isInTag = false
    return parts.reduce(into: Bytes()) { joined, part in
      switch part {
      case .text(let text):
        joined += text
        if let last = text.last(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: ">") }) {
          isInTag = last == UInt8(ascii: "<")
        }
      case .tag(let number):
        if tags.indices.contains(number) { joined += html(tags[number], number, isInTag: isInTag) }
      }
    }
  }

  private func html(_ tag: Tag, _ number: Int, isInTag: Bool) -> Bytes {
    switch tag.meaning {
    case .text(let text), .address(let text):
      var html = Bytes()
      html.append(escaping: text.utf8)
      return html
    case .nothing: return []
    case .attributes, .unknown: return tag.written
    case .markup: return tag.meaning.html
    case .included(let html): return html
    case .template(let html):
      if !isInTag { return Bytes(TagMark.kept(number).utf8) }
      let ends: Set<UInt8> = [UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\"")]
      return html.contains(where: ends.contains) ? [] : html
    }
  }

  /// Finished HTML without any mark that is left where no node could show it: in the title of a link, say.
  func swept(_ html: Bytes) -> Bytes {
    guard !tags.isEmpty, let parts = TagMark.parts(of: html) else { return html }
    return joined(parts) { tag in
      if case .template(let html) = tag.meaning { return html }
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
  /// Takes paragraphs apart in which words begin or end that tags set apart: engines take such tags away before anybody looks for
  /// paragraphs, so that no empty lines need to stand beside them.
  ///
  /// - Parameter root: A tree in which the tags are pieces of HTML.
  private func takeApartAroundEnclosures(_ root: MarkdownNode) {
    let marks = Set(tags.filter(\.meaning.isOfEnclosure).map(\.meaning.html.string))
    if marks.isEmpty { return }
    for paragraph in TagText.nodes(below: root) where paragraph.kind == .paragraph {
      var parts: [MarkdownNode.Part] = []
      var words: [MarkdownNode] = []
      for child in paragraph.children {
        if child.kind == .htmlInline, marks.contains(child.literal) {
          parts.append(.words(words))
          parts.append(.html(Bytes(child.literal.utf8)))
          words = []
        } else {
          words.append(child)
        }
      }
      if !parts.isEmpty { paragraph.replace(with: parts + [.words(words)]) }
    }
  }
}

extension MarkdownNode {
  /// Whether it stands in a heading or in emphasis, of which titles and abstracts are made.
  fileprivate var isOfHead: Bool {
    guard let outer = parent else { return false }
    return outer.isHeading || outer.kind == .emphasis || outer.isOfHead
  }
}

extension TagText {
  /// The text as HTML by itself, as a part of another text; `nil` for what no parser reads in time.
  func html(_ options: ReadingOptions) -> Bytes? {
    if MarkdownBounds.firstExcess(in: markdown) != nil { return nil }
    var options = options
    // Its lines are none of the text around it.
    options.markdown.sourcePositions = false
    return swept(document(options).html())
  }

  /// The text parsed, with what its tags and the site's extensions of Markdown mean.
  func document(_ options: ReadingOptions) -> MarkdownDocument {
    if isHTML { return MarkdownDocument(html: markdown, options: options.markdown) { expand($0) } }
    let amendment = options.extensions.amendment(of: markdown)
    if tags.isEmpty, colonBlocks == nil, elements == nil, amendment == nil {
      return MarkdownDocument(markdown, options: options.markdown)
    }
    return MarkdownDocument(markdown[...], options: options.markdown) { root in
      expand(root)
      elements?.write(in: root)
      colonBlocks?.write(in: root)
      amendment?(root)
    }
  }
}
