import Markdown
import Text

extension MarkdownNode {
  var isHeading: Bool {
    if case .heading = kind { true } else { false }
  }

  /// Whether one span of emphasis covers all of the paragraph.
  var isEmphasised: Bool {
    kind == .paragraph && children.allSatisfy { $0.kind == .emphasis || $0.kind == .softBreak }
      && children.count { $0.kind == .emphasis } == 1
  }

  /// Whether the text that comes first surely shows something; where it does not, the whole text has to be looked at.
  var beginsVisibly: Bool {
    var node = self
    while let inner = node.firstChild { node = inner }
    return node.kind == .text && node.withLiteral { $0.beginsVisibly }
  }

  /// Whether the node is strong text, or emphasis that holds nothing else: `***both***`.
  var isStrong: Bool {
    guard kind == .emphasis, let inner = firstChild, inner.next == nil else { return kind == .strong }
    return inner.kind == .strong
  }
}
