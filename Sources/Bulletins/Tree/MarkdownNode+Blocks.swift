import Markdown
import Text

extension MarkdownNode {
  var isHeading: Bool {
    if case .heading = kind { true } else { false }
  }

  /// Whether emphasis covers all of the paragraph, line by line, sentence by sentence, or but for the stop or the mark of a
  /// note behind it.
  var isEmphasised: Bool {
    guard kind == .paragraph, firstChild?.kind == .emphasis else { return false }
    var follows = false
    for child in children {
      switch child.kind {
      // Two on one line are words of a sentence, unless each is a sentence.
      case .emphasis: if follows { return false }
      case .softBreak, .lineBreak: break
      case .text where follows && child.withLiteral({ $0.count == 1 && ".!?".utf8.contains($0[0]) }): break
      case .text where follows && child.partsSentences: break
      case .footnoteReference where follows && child.next == nil: break
      default: return false
      }
      follows = child.kind == .emphasis
    }
    return true
  }

  /// Whether a text is a blank between a sentence in italics and the next.
  private var partsSentences: Bool {
    guard withLiteral({ $0.count == 1 && $0[0] == 0x20 }), next?.kind == .emphasis else { return false }
    return previous?.text.utf8.last.map { ".!?".utf8.contains($0) } ?? false
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
