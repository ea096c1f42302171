import Markdown

extension MarkdownNode {
  /// Whether a paragraph is nothing but pictures, a piece of code, or a link to a document: what stands there names no
  /// authors.
  var showsSomethingElse: Bool {
    guard let first = firstChild else { return false }
    if first.kind == .image {
      return children.allSatisfy { [.image, .softBreak, .lineBreak].contains($0.kind) }
    }
    guard first.next == nil else { return false }
    if first.kind == .code { return true }
    return first.kind == .link
      && [".pdf", ".zip", ".doc", ".docx", ".epub"].contains { first.address.lowercased().hasSuffix($0) }
  }

  /// Whether a paragraph is nothing but a link to a file of the site.
  var isLinkToFile: Bool {
    guard let link = firstChild, link.kind == .link, link.next == nil else { return false }
    return !link.address.hasPrefix("mailto:") && !link.address.contains("://") && link.address.contains(".")
  }
}
