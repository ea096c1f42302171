import Diagnostics
import Text

/// Brackets that were to be a link, and are printed.
enum BrokenLink {
  static func find(in text: VisibleText) -> [Diagnostic] {
    var found: [Diagnostic] = []
    var lastLine = 0
    for (index, piece) in text.pieces.enumerated() where piece.line != lastLine {
      let next = index + 1 < text.pieces.count ? text.pieces[index + 1] : nil
      guard let read = sign(in: piece, before: next),
        let place = text.place(of: read.signs, in: piece, at: read.offset)
      else {
        continue
      }
      lastLine = piece.line
      let isUnread = read.signs == Bytes("](".utf8)
      // A tag of another engine that is printed in an address is what is wrong with it, and is said by itself.
      if isUnread, hasTag(behind: read.offset + 2, of: index, in: text) { continue }
      let sign = isUnread ? unread(at: place, in: text.source) : read
      found.append(
        Diagnostic(
          .brokenMarkup, sign.message, at: text.source.location(place), help: sign.help,
          mend: sign.mend(at: place, in: text.source)))
    }
    return found
  }

  private struct Sign {
    let signs: Bytes
    let offset: Int
    let message: String
    let help: String

    init(_ signs: String, at offset: Int, _ message: String, help: String = "write `[words](address)`") {
      self.signs = Bytes(signs.utf8)
      self.offset = offset
      self.message = message
      self.help = help
    }

    /// What makes a link of it, where that is sure.
    func mend(at place: Range<Int>, in source: SourceFile) -> Mend? {
      switch signs.string {
      case "] (": return source.mend("take the blank away", place, "](")
      case "](": return withoutBlanks(place, in: source)
      case ")[": return turned(place, in: source)
      default: return nil
      }
    }

    /// Takes blanks out of an address of the web, and puts others between `<` and `>`.
    private func withoutBlanks(_ place: Range<Int>, in source: SourceFile) -> Mend? {
      guard let address = BrokenLink.address(behind: place, in: source) else { return nil }
      // Brackets stand behind others in sentences, too: `[sic](cf. the report)`.
      return address.meant.flatMap { meant in
        Mend("write `\(meant)`", [source.edit(address.range, meant.utf8)], isSafe: false)
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
        if isOfProgram(text, close) { continue }
        return Sign("](", at: close, "this is the address of no link")
      }
      if hasWords, text.has("] (".utf8, at: close), leads(piece, from: close + 3) {
        return Sign(
          "] (", at: close, "the blank between the brackets makes this no link", help: form(text, "[", before: close))
      }
      if hasWords, close + 1 == text.count, let next, next.block == piece.block, next.beginsLine,
        next.text.first == UInt8(ascii: "("), leads(next, from: 1)
      {
        return Sign("]", at: close, "the end of the line between the brackets makes this no link")
      }
      // What is a link already needs no address.
      if piece.isOfLink { continue }
      if let sign = foreignSign(text, at: close) { return sign }
      if hasWords, let name = reference(text, at: close + 1), !isIndex(text, close) {
        return Sign("][", at: close, "nothing defines the address “\(name)” of this link")
      }
    }
    if let open = openBracket(in: text) {
      return Sign("[", at: open, "this bracket is not closed before the address, which makes this no link")
    }
    at = 0
    while let close = text.firstOffset(of: UInt8(ascii: ")"), from: at) {
      at = close + 1
      if text.has(")[".utf8, at: close), leads(piece, from: close + 2) {
        return Sign(
          ")[", at: close, "the brackets of this link are the wrong way round", help: form(text, "(", before: close))
      }
    }
    return nil
  }

  /// `[words(https://…)`: where the bracket stands.
  private static func openBracket(in text: Bytes) -> Int? {
    guard let address = text.firstOffset(of: Bytes("(http".utf8)) ?? text.firstOffset(of: Bytes("(www.".utf8)),
      let open = text[..<address].lastIndex(where: { "[]".utf8.contains($0) }), text[open] == UInt8(ascii: "["),
      open + 1 < address, !text[open + 1].isASCIISpace
    else { return nil }
    return open
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

  /// How a link is written, or an image, whose first bracket has an exclamation mark before it.
  private static func form(_ text: Bytes, _ bracket: Unicode.Scalar, before close: Int) -> String {
    let open = text[..<close].lastIndex(of: UInt8(ascii: bracket)) ?? 0
    return open > 0 && text[open - 1] == UInt8(ascii: "!") ? "write `![words](address)`" : "write `[words](address)`"
  }

  /// Whether a tag is printed before the bracket that would end an address: of one that is understood, nothing is seen.
  private static func hasTag(behind offset: Int, of index: Int, in text: VisibleText) -> Bool {
    let piece = text.pieces[index]
    let rest = text.pieces(behind: index).prefix { $0.line == piece.line }.flatMap(\.text)
    let address = Array((piece.text[offset...] + rest).prefix { $0 != UInt8(ascii: ")") })
    guard let brace = address.firstIndex(of: UInt8(ascii: "{")) else { return false }
    return address.has("{{".utf8, at: brace) || address.has("{%".utf8, at: brace)
  }

  /// What keeps the address behind `](` from being one.
  private static func unread(at place: Range<Int>, in source: SourceFile) -> Sign {
    guard let address = address(behind: place, in: source) else {
      return Sign("](", at: 0, "the address of this link is never closed", help: "write `)` behind the address")
    }
    guard source.bytes[address.range].contains(where: \.isASCIISpace) else {
      return Sign(
        "](", at: 0, "this is the address of no link", help: "write it between `<` and `>`: `[words](<address>)`")
    }
    return Sign(
      "](", at: 0, "the blank in its address makes this no link",
      help: address.meant.map { "write `(\($0))`" } ?? "write the address between `<` and `>`: `[words](<address>)`")
  }

  /// What stands between the round brackets of a link that is none.
  fileprivate struct Unread {
    let range: Range<Int>
    /// What was probably meant; `nil` for what is hardly an address.
    let meant: String?

    init(_ range: Range<Int>, in bytes: Bytes) {
      self.range = range
      let text = Array(bytes[range]).string
      guard text.utf8.contains(0x20), !text.utf8.contains(where: { "{}<>\"'`(".utf8.contains($0) }),
        !Unread.hasSize(bytes[range])
      else {
        meant = nil
        return
      }
      // Those of the web and of mail have no blanks.
      let isOfWeb = ["http:", "https:", "mailto:", "www."].contains { text.lowercased().hasPrefix($0) }
      meant =
        isOfWeb ? text.replacing(" ", with: text.contains("?") ? "%20" : "") : Unread.isPath(text) ? "<\(text)>" : nil
    }

    /// ` =300x200`, as other programs have the size of a picture.
    private static func hasSize(_ text: ArraySlice<UInt8>) -> Bool {
      text.indices.dropFirst().dropLast().contains {
        text[$0] == UInt8(ascii: "=") && text[$0 - 1] == 0x20 && text[$0 + 1].isASCIIDigit
      }
    }

    /// Whether words end in the name of a file, `my map.pdf#page=2`, or begin with a folder.
    private static func isPath(_ text: String) -> Bool {
      if ["/", "./", "../"].contains(where: text.hasPrefix) { return true }
      guard let word = text.prefix(while: { $0 != "#" }).split(separator: " ", omittingEmptySubsequences: false).last,
        let stop = word.utf8.lastIndex(of: UInt8(ascii: ".")), stop > word.startIndex
      else { return false }
      let ending = word.utf8[word.utf8.index(after: stop)...]
      return (1...5).contains(ending.count) && ending.allSatisfy { $0.isASCIILetter || $0.isASCIIDigit }
        && ending.contains(where: \.isASCIILetter)
    }
  }

  /// `nil` where no round bracket follows on the line.
  fileprivate static func address(behind place: Range<Int>, in source: SourceFile) -> Unread? {
    let (start, bytes) = (place.upperBound, source.bytes)
    let end = source.range(ofLine: source.location(place).line).upperBound
    guard start < end, let close = bytes[start..<end].firstIndex(of: UInt8(ascii: ")")),
      let first = bytes[start..<close].firstIndex(where: { !$0.isASCIISpace }),
      let last = bytes[start..<close].lastIndex(where: { !$0.isASCIISpace })
    else { return nil }
    return Unread(first..<last + 1, in: bytes)
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

  /// Whether brackets with others behind them are those of a program, a function and its arguments: `largest[T](of: T)`.
  private static func isOfProgram(_ text: Bytes, _ close: Int) -> Bool {
    guard isIndex(text, close), let end = text.firstOffset(of: UInt8(ascii: ")"), from: close) else { return false }
    return text[close..<end].contains(0x20)
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
