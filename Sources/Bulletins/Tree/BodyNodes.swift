import Markdown

/// The nodes of a body that its readers ask for, found on one way through the tree: most of its nodes are of no interest.
struct BodyNodes {
  private(set) var paragraphs: [MarkdownNode] = []
  private(set) var texts: [MarkdownNode] = []
  /// Links and images.
  private(set) var links: [MarkdownNode] = []
  /// Raw HTML that passes.
  private(set) var html: [MarkdownNode] = []
  /// The items of lists.
  private(set) var items: [MarkdownNode] = []
  private(set) var headings: [MarkdownNode] = []
  /// What is seldom looked at, by those who look for mistakes.
  private(set) var lists: [MarkdownNode] = [], codeBlocks: [MarkdownNode] = [], tables: [MarkdownNode] = [],
    quotations: [MarkdownNode] = []
  /// How many there are of what is only counted.
  private(set) var counts = BlockCounts()

  init(_ root: MarkdownNode) {
    // What a page of print holds, so that the lists need not grow.
    texts.reserveCapacity(64)
    paragraphs.reserveCapacity(16)
    root.walk { node, _ in
      switch node.kind {
      case .text: texts.append(node)
      case .paragraph: paragraphs.append(node)
      case .heading: headings.append(node)
      case .link: links.append(node)
      case .image:
        links.append(node)
        counts.images += 1
      case .htmlBlock, .htmlInline: html.append(node)
      case .codeBlock: codeBlocks.append(node)
      case .item: items.append(node)
      case .list:
        lists.append(node)
        counts.lists += 1
      case .table:
        tables.append(node)
        counts.tables += 1
      case .blockQuote:
        quotations.append(node)
        counts.blockQuotes += 1
      case .footnoteDefinition: counts.footnotes += 1
      default: break
      }
    }
  }
}
