import Diagnostics
import Markdown
import Text

/// `! [The quay](quay.png)` at the start of a line: a blank behind the sign makes a link of the image.
enum BrokenImage {
  static func find(_ link: MarkdownNode, in source: SourceFile) -> Diagnostic? {
    guard link.kind == .link, let sign = link.previous, sign.kind == .text,
      sign.withLiteral({ $0.count == 2 && $0[0] == UInt8(ascii: "!") && $0[1] == 0x20 }),
      sign.previous.map({ $0.kind == .softBreak || $0.kind == .lineBreak }) ?? true
    else { return nil }
    let line = source.range(ofLine: sign.lines.lowerBound)
    guard let place = source.offset(of: "! [", in: line) else { return nil }
    return Diagnostic(
      .brokenMarkup, "the blank behind the sign makes a link of this image", at: source.location(place..<place + 2),
      help: "write `![words](address)`", mend: source.mend("take the blank away", place..<place + 2, "!"))
  }
}
