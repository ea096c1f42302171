import Markdown
import Text

extension MarkdownNode {
  /// Whether the words of a link are its address, or the part of it that people say: `localhost:8080/setup`.
  var showsOwnAddress: Bool {
    guard kind == .link, let words = firstChild, words.next == nil, words.kind == .text else { return false }
    let text = words.literal
    return !text.isEmpty && (text == address || address.split(separator: "//").last?.hasPrefix(text) ?? false)
  }

  /// Whether a piece of text is an address that the page shows: a reader takes it for no words, and nothing in it is
  /// misspelt.
  var showsAddress: Bool {
    guard kind == .text, let link = parent, link.kind == .link else { return false }
    if withLiteral({ $0.firstOffset(of: "://".utf8.span) != nil }) { return true }
    let (text, address) = (literal, link.address)
    // `www.example.org`, `desk@example.org`, `<mailto:desk@example.org>`.
    return ["http://", "https://", "mailto:"].contains { address == $0 + text || text == address && text.hasPrefix($0) }
  }
}
