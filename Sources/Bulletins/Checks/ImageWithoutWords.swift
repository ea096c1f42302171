import Diagnostics
import Markdown
import Text

/// An image that tells nothing to those who can't see it.
enum ImageWithoutWords {
  static func find(in root: MarkdownNode, of source: SourceFile) -> [Diagnostic] {
    var found: [Diagnostic] = []
    root.walk { node, _ in
      guard node.kind == .image, !node.hasText else { return }
      var block = node
      while let parent = block.parent, block.kind != .paragraph { block = parent }
      // The line of an image inside a paragraph is the one that names its file.
      let line = block.lines.first { source.offset(of: node.address, in: source.range(ofLine: $0)) != nil }
      found.append(
        Diagnostic(
          .imageWithoutWords, "this image has no description",
          at: source.location(of: node.address, onLine: line ?? block.lines.lowerBound),
          help: "write what it shows between the square brackets: `![A map of the bay](\(node.address))`"))
    }
    return found
  }
}

extension DiagnosticKind {
  static let imageWithoutWords = DiagnosticKind(
    "image-without-words", .advice,
    "An image has no description. Readers who can't see it, and search engines, learn nothing of it: write what it shows between the square brackets."
  )
}
