import Diagnostics
import Text

/// Marks that other programs for Markdown know and this one does not, so that they are printed: `x^2^`, `H~2~O`,
/// `==words==`, `{++words++}`, `> [!INFO]`, `[gallery ids="1"]`.
enum ForeignMark {
  /// Whether a source has signs that only such marks have; the others have brackets and braces, which are looked for anyhow.
  static func mayBe(in markdown: Bytes) -> Bool {
    if markdown.firstOffset(of: Bytes("==".utf8)) != nil || markdown.firstOffset(of: Bytes("<!- ".utf8)) != nil {
      return true
    }
    for sign in [UInt8(ascii: "^"), UInt8(ascii: "~")] {
      var at = 0
      while let found = markdown.firstOffset(of: sign, from: at) {
        at = found + 1
        // Marks of footnotes stand in brackets.
        if found > 0, isWordByte(markdown[found - 1]), at < markdown.count, isWordByte(markdown[at]) { return true }
        if sign == UInt8(ascii: "^"), markdown.has("[".utf8, at: at), found > 0,
          markdown[found - 1] != UInt8(ascii: "[")
        {
          return true
        }
      }
    }
    return false
  }

  static func find(in text: VisibleText) -> [Diagnostic] {
    var lastLine = 0
    return text.pieces.compactMap { piece in
      // The first of a line tells its author what the others are.
      guard piece.line != lastLine, !text.isCode(piece.line), let found = first(in: piece, of: text) else { return nil }
      lastLine = piece.line
      return found
    }
  }

  private static func first(in piece: VisibleText.Piece, of text: VisibleText) -> Diagnostic? {
    var tries = 0
    var at = 0
    // Of the whole text, and so looked for once.
    let isFormula = isFormula(piece.text)
    while at < piece.text.count, tries < mostTries {
      guard let mark = mark(in: piece, at: at, ofFormula: isFormula) else {
        at += 1
        continue
      }
      tries += 1
      let start = at
      at += mark.length
      guard let place = text.place(of: Array(piece.text[start..<at]), in: piece, at: start) else { continue }
      return Diagnostic(
        .foreignMark, "\(mark.words) are printed as they are", at: text.source.location(place), help: mark.help,
        mend: mark.meant.flatMap { text.source.guess("write `\($0)`", place, of: mark.written, $0) })
    }
    return nil
  }

  /// How many marks behind a backslash are passed over: for each of them, its line is looked through.
  private static let mostTries = 20
  /// How long what stands between two marks may be: in a longer text, nobody meant them.
  private static let longest = 2_000

  private struct Mark {
    let written: String
    /// What its signs are called.
    let words: String
    let help: String
    /// What is understood here.
    var meant: String?

    var length: Int { written.utf8.count }
  }

  private static func mark(in piece: VisibleText.Piece, at start: Int, ofFormula isFormula: Bool) -> Mark? {
    let text = piece.text
    switch text[start] {
    case UInt8(ascii: "^"), UInt8(ascii: "~"):
      return (isFormula ? nil : raised(text, at: start)) ?? note(text, at: start)
    case UInt8(ascii: "<"): return comment(text, at: start)
    case UInt8(ascii: "="): return highlighted(text, at: start)
    case UInt8(ascii: "{"): return edited(text, at: start)
    case UInt8(ascii: "["):
      return (start == 0 && piece.beginsLine ? alert(text) : nil) ?? shortcode(in: piece, at: start)
        ?? span(text, at: start)
    default: return nil
    }
  }

  /// `x^2^` and `H~2~O`: a few letters or digits right behind a word.
  private static func raised(_ text: Bytes, at start: Int) -> Mark? {
    let sign = text[start]
    let inner = text[(start + 1)...].prefix(while: isWordByte)
    guard start > 0, isWordByte(text[start - 1]), (1...6).contains(inner.count), inner.endIndex < text.count,
      text[inner.endIndex] == sign
    else { return nil }
    // `x^2y^2` are two powers; but `H~2~O` goes on.
    let next = inner.endIndex + 1 < text.count ? text[inner.endIndex + 1] : 0x20
    if next == sign || sign == UInt8(ascii: "^") && isWordByte(next) { return nil }
    let word = Array(inner).string
    let element = sign == UInt8(ascii: "^") ? "sup" : "sub"
    let meant = "<\(element)>\(word)</\(element)>"
    return Mark(
      written: Array(text[start...inner.endIndex]).string, words: "the signs that were to raise or lower “\(word)”",
      help: "write `\(meant)`", meant: meant)
  }

  /// `words^[Note.]`, as Pandoc has notes; one of several words is found as what it looks like, too.
  private static func note(_ text: Bytes, at start: Int) -> Mark? {
    guard text.has("^[".utf8, at: start), start > 0, !text[start - 1].isASCIISpace,
      let end = offset(of: "]", in: text, from: start), !text[start..<end].contains(0x20),
      text[start..<end].contains(where: \.isASCIILetter)
    else { return nil }
    return Mark(
      written: Array(text[start...end]).string, words: "the marks of this note",
      help: "write `[^1]` here, and `[^1]: ` with the note on a line of its own")
  }

  /// `<!- words ->`, a comment that is none.
  private static func comment(_ text: Bytes, at start: Int) -> Mark? {
    guard text.has("<!- ".utf8, at: start), let end = offset(of: ">", in: text, from: start) else { return nil }
    return Mark(
      written: Array(text[start...end]).string, words: "the words of this comment",
      help: "begin it with `<!--` and end it with `-->`, or remove it")
  }

  /// `[]{#mark .class}`, as Pandoc writes the bookmarks of Word.
  private static func span(_ text: Bytes, at start: Int) -> Mark? {
    guard text.has("[]{".utf8, at: start), let end = offset(of: "}", in: text, from: start) else { return nil }
    return Mark(written: Array(text[start...end]).string, words: "the marks of this place", help: "remove them")
  }

  /// `==words==`.
  private static func highlighted(_ text: Bytes, at start: Int) -> Mark? {
    let sign = UInt8(ascii: "=")
    guard text.has("==".utf8, at: start), start == 0 || text[start - 1].isASCIISpace || text[start - 1] == 0x28,
      start + 2 < text.count, isWordByte(text[start + 2]),
      let end = offset(of: "==", in: text, from: start + 3), !text[end - 1].isASCIISpace,
      end + 2 == text.count || text[end + 2] != sign && !isWordByte(text[end + 2])
    else { return nil }
    let meant = "<mark>\(Array(text[start + 2..<end]).string)</mark>"
    return Mark(
      written: Array(text[start..<end + 2]).string, words: "the signs that were to mark these words",
      help: "write `\(meant)`", meant: meant)
  }

  /// `{++words++}`, `{--words--}`, `{>>words<<}`: what an editor would have changed.
  private static func edited(_ text: Bytes, at start: Int) -> Mark? {
    for (open, close) in [("{++", "++}"), ("{--", "--}"), ("{>>", "<<}"), ("{==", "==}"), ("{~~", "~~}")] {
      guard text.has(open.utf8, at: start), let end = offset(of: close, in: text, from: start + 3) else {
        continue
      }
      return Mark(
        written: Array(text[start..<end + 3]).string, words: "the marks of a change or a comment",
        help: "take the change over or leave it out, and remove its marks")
    }
    return nil
  }

  /// `> [!INFO]`, of a kind that GitHub does not have.
  private static func alert(_ text: Bytes) -> Mark? {
    guard text.has("[!".utf8, at: 0), let end = text.firstOffset(of: UInt8(ascii: "]")), end > 2,
      text[2..<end].allSatisfy({ isWordByte($0) || $0 == UInt8(ascii: "-") })
    else { return nil }
    return Mark(
      written: Array(text[0...end]).string, words: "the marks of a note of another kind",
      help: "write `[!NOTE]`, `[!TIP]`, `[!IMPORTANT]`, `[!WARNING]` or `[!CAUTION]`, alone on its line")
  }

  /// `[gallery ids="1"]`, `[caption width="3"]`: shortcodes of WordPress.
  private static func shortcode(in piece: VisibleText.Piece, at start: Int) -> Mark? {
    let text = piece.text
    let name = Array(text[(start + 1)...].prefix(while: \.isASCIILetter)).string
    guard shortcodes.contains(name), let end = offset(of: "]", in: text, from: start) else { return nil }
    // What stands between may have become a link: `[embed]https://…[/embed]`.
    let isClosed =
      offset(of: "[/\(name)]", in: text, from: end) != nil
      || name == "embed" && end + 1 == text.count && piece.isBeforeLink
    guard isClosed || text[start..<end].contains(UInt8(ascii: "=")) else { return nil }
    return Mark(
      written: Array(text[start...end]).string, words: "the brackets of the shortcode `\(name)`",
      help: "write what it stands for as Markdown, or remove it")
  }

  private static let shortcodes: Set<String> = ["gallery", "caption", "embed", "audio", "video", "playlist"]

  /// Whether a text is written as TeX has formulas.
  private static func isFormula(_ text: Bytes) -> Bool {
    text.contains { $0 == UInt8(ascii: "\\") || $0 == UInt8(ascii: "$") }
  }

  /// Where a mark stands behind an offset, unless that is far away.
  private static func offset(of mark: String, in text: Bytes, from start: Int) -> Int? {
    let end = min(text.count, start + longest)
    return start < end ? text.span.extracting(start..<end).firstOffset(of: mark.utf8.span).map { $0 + start } : nil
  }

  private static func isWordByte(_ byte: UInt8) -> Bool { byte.isASCIILetter || byte.isASCIIDigit }
}

extension DiagnosticKind {
  static let foreignMark = DiagnosticKind(
    "foreign-mark", .warning,
    "Marks of other programs are printed as they are: `x^2^` and `H~2~O` raise and lower letters, `==words==` marks them, `{++words++}` is a change, `> [!INFO]` a note of a kind of its own, `^[words]` a note of Pandoc, `[gallery …]` a shortcode of WordPress. HTML has `<sup>`, `<sub>` and `<mark>`, which pass."
  )
}
