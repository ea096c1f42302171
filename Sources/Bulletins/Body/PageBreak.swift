import Markdown
import Text

/// The scar that a page break leaves in text taken from print: one paragraph in two pieces.
enum PageBreak {
  /// Whether a paragraph goes on in the block after it.
  static func separates(_ paragraph: MarkdownNode, _ following: MarkdownNode) -> Bool {
    guard paragraph.kind == .paragraph, following.kind == .paragraph, !paragraph.isRunInOnly,
      isText(paragraph.lastChild), isText(following.firstChild)
    else { return false }
    // Most paragraphs begin with a capital letter, which their first byte shows.
    if following.firstByte.map({ (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }) ?? false { return false }
    guard let first = following.firstText?.first(where: { !$0.isWhitespace }), first.isLowercase, !following.isRunIn,
      let last = paragraph.text.trimmed.last
    else { return false }
    return !endings.contains(last)
  }

  private static func isText(_ node: MarkdownNode?) -> Bool {
    switch node?.kind {
    case .text, .emphasis, .strong, .link, .code, .footnoteReference: true
    default: false
    }
  }

  private static let endings: Set<Character> = [".", "!", "?", ":", ";", "…", "”", "\"", "»", ")", "]"]
}

extension MarkdownNode {
  /// The first byte, where a text comes first.
  fileprivate var firstByte: UInt8? {
    var node = self
    while let inner = node.firstChild { node = inner }
    return node.kind == .text ? node.withLiteral { $0.first } : nil
  }

  /// The first piece of text with anything in it.
  fileprivate var firstText: String? {
    var next = firstChild
    while let node = next {
      if node.hasText { return node.text }
      next = node.next
    }
    return nil
  }

  /// Whether bold text is all that the paragraph has: a heading in disguise.
  fileprivate var isRunInOnly: Bool {
    guard let first = firstChild, first.isStrong else { return false }
    return first.next == nil
  }
}
