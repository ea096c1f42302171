import Diagnostics
import Markdown

/// An image that has no description: `![](map.png)`.
enum ImageWithoutWords {
  /// The lines of the paragraphs of a tree that show such an image.
  static func paragraphs(in root: MarkdownNode) -> [ClosedRange<Int>] {
    var paragraphs: [ClosedRange<Int>] = []
    root.walk { node, _ in
      guard node.kind == .image, !node.hasText, paragraphs.last != node.block.lines else { return }
      paragraphs.append(node.block.lines)
    }
    return paragraphs
  }

  static func find(_ check: StyleCheck) -> [Diagnostic] {
    check.wordlessImages.map { lines in
      Diagnostic(
        .imageWithoutWords, "this image says nothing to those who can't see it",
        at: check.source.location(of: "![]", inLines: lines),
        help: "write what it shows: `![Ships in the harbour](map.png)`")
    }
  }
}

extension DiagnosticKind {
  static let imageWithoutWords = DiagnosticKind(
    "image-without-words", .advice,
    "An image has no description. Who can't see it is read one, and it stands where the image can't be loaded.")
}
