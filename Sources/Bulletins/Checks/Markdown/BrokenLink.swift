import Diagnostics
import Text

/// Brackets that were to be a link, and are printed.
enum BrokenLink {
  static func find(in text: VisibleText) -> [Diagnostic] {
    var found: [Diagnostic] = []
    var lastLine = 0
    for (index, piece) in text.pieces.enumerated() where piece.line != lastLine {
      let next = index + 1 < text.pieces.count ? text.pieces[index + 1] : nil
      guard let sign = sign(in: piece, before: next), let place = text.place(of: sign.signs, in: piece, at: sign.offset)
      else {
        continue
      }
      lastLine = piece.line
      found.append(
        Diagnostic(
          .brokenMarkup, sign.message, at: text.source.location(place), help: "write `[words](address)`",
          mend: sign.mend(at: place, in: text.source)))
    }
    return found
  }

  private struct Sign {
    let signs: Bytes
    let offset: Int
    let message: String

    init(_ signs: String, at offset: Int, _ message: String) {
      self.signs = Bytes(signs.utf8)
      self.offset = offset
      self.message = message
    }

    /// What makes a link of it, where that is sure.
    func mend(at place: Range<Int>, in source: SourceFile) -> Mend? {
      switch signs.string {
      case "] (": return source.mend("take the blank away", place, "](")
      case ")[": return turned(place, in: source)
      default: return nil
      }
    }

    /// The brackets of `(words)[address]` the right way round.
    private func turned(_ place: Range<Int>, in source: SourceFile) -> Mend? {
      let line = source.range(ofLine: source.location(place).line)
      let (before, after) = (line.lowerBound..<place.lowerBound, place.upperBound..<line.upperBound)
      guard let open = source.bytes[before].lastIndex(where: { "()[]".utf8.contains($0) }),
        let close = source.bytes[after].firstIndex(where: { "()[] ".utf8.contains($0) }),
        source.bytes[open] == UInt8(ascii: "("), source.bytes[close] == UInt8(ascii: "]")
      else { return nil }
      return Mend(
        "turn the brackets",
        [
          source.edit(open..<open + 1, "[".utf8), source.edit(place, "](".utf8),
          source.edit(close..<close + 1, ")".utf8),
        ], isSafe: true)
    }
  }

  private static func sign(in piece: VisibleText.Piece, before next: VisibleText.Piece?) -> Sign? {
    let text = piece.text
    var at = 0
    while let close = text.firstOffset(of: UInt8(ascii: "]"), from: at) {
      at = close + 1
      let hasWords = text[..<close].lastIndex(of: UInt8(ascii: "[")).map { $0 + 1 < close } ?? false
      // What begins with a bracket like this is a tag of another engine.
      if text.has("]({".utf8, at: close) { continue }
      if text.has("](".utf8, at: close) {
        return Sign("](", at: close, "this link has a blank in its address, or is never closed")
      }
      if hasWords, text.has("] (".utf8, at: close), leads(piece, from: close + 3) {
        return Sign("] (", at: close, "the blank between the brackets makes this no link")
      }
      if hasWords, close + 1 == text.count, let next, next.block == piece.block, next.beginsLine,
        next.text.first == UInt8(ascii: "("), leads(next, from: 1)
      {
        return Sign("]", at: close, "the end of the line between the brackets makes this no link")
      }
      if let sign = foreignSign(text, at: close) { return sign }
      if hasWords, let name = reference(text, at: close + 1), !isIndex(text, close) {
        return Sign("][", at: close, "nothing defines the address “\(name)” of this link")
      }
    }
    at = 0
    while let close = text.firstOffset(of: UInt8(ascii: ")"), from: at) {
      at = close + 1
      if text.has(")[".utf8, at: close), leads(piece, from: close + 2) {
        return Sign(")[", at: close, "the brackets of this link are the wrong way round")
      }
    }
    return nil
  }

  /// `^[A note.]` and `[[a page]]`, which other programs understand.
  private static func foreignSign(_ text: Bytes, at close: Int) -> Sign? {
    guard let open = text[..<close].lastIndex(of: UInt8(ascii: "[")), open > 0, open + 2 < close else { return nil }
    let words = text[(open + 1)..<close]
    guard words.contains(where: { $0.isASCIILetter || $0 >= 0x80 }) else { return nil }
    if text[open - 1] == UInt8(ascii: "^"), words.contains(0x20) {
      return Sign(
        "^[", at: open - 1, "this note is printed as it is; one here is `[^1]`, with `[^1]: …` on a line of its own")
    }
    let isIndex = open > 1 && (text[open - 2].isASCIILetter || text[open - 2].isASCIIDigit)
    if text[open - 1] == UInt8(ascii: "["), text.has("]]".utf8, at: close), !isIndex {
      return Sign("[[", at: open - 1, "this link of a wiki is printed as it is")
    }
    return nil
  }

  /// Whether an address follows: as a link that was made of it, or as text.
  private static func leads(_ piece: VisibleText.Piece, from start: Int) -> Bool {
    let rest = piece.text.dropFirst(start)
    if rest.isEmpty { return piece.isBeforeLink }
    let word = Array(rest.prefix { !$0.isASCIISpace && $0 != UInt8(ascii: ")") && $0 != UInt8(ascii: "]") }).string
    return word.hasPrefix("/") || word.hasPrefix("#") || word.hasPrefix("./") || word.hasPrefix("../")
      || word.hasPrefix("www.") || word.hasPrefix("http") || word.hasPrefix("mailto:") || word.hasSuffix(".md")
      || [".html", ".pdf", ".png", ".jpg", ".jpeg", ".svg", ".gif", ".webp"].contains { word.hasSuffix($0) }
  }

  /// The words of `[…]` at a place, where they are a name.
  private static func reference(_ text: Bytes, at start: Int) -> String? {
    guard text.has("[".utf8, at: start), let end = text.firstOffset(of: UInt8(ascii: "]"), from: start) else {
      return nil
    }
    var name = text[(start + 1)..<end]
    // `[words][]`: the words are the name.
    if name.isEmpty, let open = text[..<start].lastIndex(of: UInt8(ascii: "[")) {
      name = text[(open + 1)..<(start - 1)]
    }
    guard name.contains(where: \.isASCIILetter), name.first != UInt8(ascii: "^") else { return nil }
    return Array(name).string
  }

  /// Whether the brackets are those of a program: `table[row][column]`.
  private static func isIndex(_ text: Bytes, _ close: Int) -> Bool {
    guard let open = text[..<close].lastIndex(of: UInt8(ascii: "[")), open > 0 else { return false }
    return text[open - 1].isASCIILetter || text[open - 1].isASCIIDigit || text[open - 1] == UInt8(ascii: "]")
  }
}

extension DiagnosticKind {
  static let brokenMarkup = DiagnosticKind(
    "broken-markup", .warning,
    "Signs of a link or an image are printed as they are: its address has a blank in it or is never closed, something stands between the brackets, they are the wrong way round, or the name in the second ones is defined nowhere; or they are those of a wiki, or of a note that other programs know. An address with blanks stands between `<` and `>`."
  )
}
