import Diagnostics
import Markdown
import Text

/// A paragraph below the byline that was to be in italics as abstracts are, and is not: a star at one end of it is missing,
/// is one too many, or stands beside a blank.
enum UnclosedAbstract {
  /// What is wrong with the marks around a block; `nil` where none were meant.
  static func find(_ block: MarkdownNode, in source: SourceFile) -> Diagnostic? {
    if let glued = glued(block, in: source) { return glued }
    guard block.kind == .paragraph || block.kind == .list, let marks = Marks(of: block, in: source) else { return nil }
    let sign = UnicodeScalar(marks.sign)
    func finding(_ message: String, at place: Range<Int>, help: String) -> Diagnostic {
      Diagnostic(.unclosedAbstract, message, at: source.location(place), help: help)
    }
    if block.kind == .list {
      guard marks.opening.count == 1, !marks.closing.isEmpty, block.firstChild?.next == nil else { return nil }
      return finding(
        "the blank behind this mark makes a list of the abstract", at: marks.opening,
        help: "write the mark right before the first word")
    }
    if marks.closing.isEmpty {
      guard marks.opening.count == 1, block.firstChild?.kind == .text,
        // A mark of a note is none: `*) Prices in crowns.`
        !source.bytes[marks.opening.upperBound].isASCIISpace,
        source.bytes[marks.opening.upperBound] != UInt8(ascii: ")")
      else { return nil }
      return finding(
        "this opens the italics of an abstract, and nothing closes them", at: marks.opening,
        help: "write `\(sign)` at the end of the paragraph, too, or `\\\(sign)` here")
    }
    // Between other marks of their kind, these may close words at the end; those that are printed close nothing.
    if let between = marks.between {
      guard marks.opening.count == 1, marks.closing.count == 1, marks.arePrinted(of: block) else { return nil }
      return finding(
        "a mark within keeps the abstract from being in italics", at: between,
        help: "write a mark before a word and another one behind it, or take it away")
    }
    if marks.opening.isEmpty {
      guard marks.closing.count == 1, !marks.isOfNote(in: source) else { return nil }
      return finding(
        "this closes the italics of an abstract, and nothing opens them", at: marks.closing,
        help: "write `\(sign)` at the start of the paragraph, too, or `\\\(sign)` here")
    }
    if marks.opening.count != marks.closing.count {
      return finding(
        "the marks before and behind the abstract are not as many", at: marks.closing,
        help: "write one `\(sign)` at either end")
    }
    guard block.firstChild?.kind == .text else { return nil }
    return finding(
      "a blank beside a mark keeps the abstract from being in italics", at: marks.closing,
      help: "write the marks right beside the first word and the last")
  }

  /// A sentence in italics that is a line of its own, and has the text right below it.
  private static func glued(_ block: MarkdownNode, in source: SourceFile) -> Diagnostic? {
    guard block.kind == .paragraph, let abstract = block.firstChild, abstract.kind == .emphasis,
      let feed = abstract.next, feed.kind == .softBreak || feed.kind == .lineBreak, feed.next != nil,
      let last = abstract.text.unicodeScalars.last, ".!…。".unicodeScalars.contains(last),
      abstract.text.utf8.count > 15
    else { return nil }
    let line = block.lines.lowerBound + abstract.text.utf8.count { $0 == 0x0A } + 1
    return Diagnostic(
      .unclosedAbstract, "no blank line stands between the abstract and this", at: source.location(ofLine: line),
      help: "put a blank line before it")
  }

  /// The marks at both ends of a block.
  private struct Marks {
    let sign: UInt8
    let opening: Range<Int>
    let closing: Range<Int>
    /// The first others between them.
    let between: Range<Int>?

    init?(of block: MarkdownNode, in source: SourceFile) {
      let (first, last) = (
        source.range(ofLine: block.lines.lowerBound), source.range(ofLine: block.lines.upperBound)
      )
      let bytes = source.bytes
      let all = first.lowerBound..<max(first.lowerBound, last.upperBound)
      guard let start = bytes[all].firstIndex(where: { !$0.isASCIISpace }),
        let end = bytes[all].lastIndex(where: { !$0.isASCIISpace }), start < end,
        let sign = [bytes[start], bytes[end]].first(where: { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "_") })
      else { return nil }
      self.sign = sign
      opening = start..<(bytes[start...end].firstIndex { $0 != sign } ?? end)
      let before = bytes[opening.upperBound...end].lastIndex { $0 != sign } ?? end
      // Behind a backslash, a mark is meant to be seen.
      closing = (bytes[before] == UInt8(ascii: "\\") ? end + 1 : before + 1)..<end + 1
      let inside = bytes[opening.upperBound..<closing.lowerBound]
      between = inside.firstIndex(of: sign).map { $0..<(inside[$0...].firstIndex { $0 != sign } ?? inside.endIndex) }
    }

    /// Whether a mark at one of the ends is text.
    func arePrinted(of block: MarkdownNode) -> Bool {
      guard let first = block.firstChild, let last = block.children.last else { return false }
      return first.kind == .text && first.withLiteral { $0.first == sign }
        || last.kind == .text && last.withLiteral { $0.count > 0 && $0[$0.count - 1] == sign }
    }

    /// Whether the mark at the end leads to a note, which begins with one.
    func isOfNote(in source: SourceFile) -> Bool {
      var at = closing.upperBound
      while let line = source.bytes.firstOffset(of: 0x0A, from: at) {
        at = line + 1
        let rest = source.bytes[at...].drop { $0 == UInt8(ascii: "\\") || $0 == 0x20 }
        if rest.first == sign, rest.dropFirst().first != sign { return true }
      }
      return false
    }
  }
}

extension DiagnosticKind {
  static let unclosedAbstract = DiagnosticKind(
    "unclosed-abstract", .warning,
    "The paragraph under the byline begins or ends with a mark of italics, and is not in italics: the mark at the other end is missing, one is too many, or a blank stands beside it; or the text follows it without a blank line. Readers see the mark, and the issue has no abstract. Write one mark right before the first word, and one right behind the last."
  )
}
