import Text

/// Cuts a template's bytes into tokens and applies white space control.
struct Lexer {
  private let source: Bytes
  private let options: SyntaxOptions
  private let end: Int
  private var at = 0
  private var tokens: [Token] = []
  /// What the last tag does to the text after it.
  private var trim = Trim.nothing

  private enum Trim { case nothing, lineFeed, whiteSpace }

  /// The tokens of a source, the last one `end`.
  static func tokens(of source: Bytes, options: SyntaxOptions) -> [Token] {
    var lexer = Lexer(source, options)
    lexer.run()
    return lexer.tokens
  }

  private init(_ source: Bytes, _ options: SyntaxOptions) {
    self.source = source
    self.options = options
    let endsLine = source.last == 0x0A && !options.keepTrailingNewline
    end = endsLine ? source.count - 1 : source.count
  }

  private mutating func run() {
    while at < end {
      let start = at
      guard let open = nextOpening(from: at) else {
        appendText(start..<end, before: nil)
        break
      }
      let mark = open + 2 < end ? source[open + 2] : 0
      appendText(start..<open, before: source[open + 1], mark: mark)
      at = open + 2 + (mark == UInt8(ascii: "-") || mark == UInt8(ascii: "+") ? 1 : 0)
      switch source[open + 1] {
      case UInt8(ascii: "#"): skipComment(from: open)
      case UInt8(ascii: "%"):
        if skipRaw(from: open) { continue }
        tokens.append(Token(kind: .tagBegin, range: open..<at))
        lexTag(closing: UInt8(ascii: "%"), kind: .tagEnd, from: open)
      default:
        tokens.append(Token(kind: .outputBegin, range: open..<at))
        lexTag(closing: UInt8(ascii: "}"), kind: .outputEnd, from: open)
      }
    }
    tokens.append(Token(kind: .end, range: end..<end))
  }

  private func nextOpening(from start: Int) -> Int? {
    var search = start
    while let brace = source.firstOffset(of: UInt8(ascii: "{"), from: search), brace + 1 < end {
      let next = source[brace + 1]
      if next == UInt8(ascii: "{") || next == UInt8(ascii: "%") || next == UInt8(ascii: "#") { return brace }
      search = brace + 1
    }
    return nil
  }

  private mutating func appendText(_ range: Range<Int>, before opening: UInt8?, mark: UInt8 = 0) {
    var (start, stop) = (range.lowerBound, range.upperBound)
    switch trim {
    case .whiteSpace: while start < stop, case let length = spaceLength(at: start), length > 0 { start += length }
    case .lineFeed:
      if start < stop, source[start] == 0x0D { start += 1 }
      if start < stop, source[start] == 0x0A { start += 1 }
    case .nothing: break
    }
    trim = .nothing
    if opening != nil, mark == UInt8(ascii: "-") {
      while stop > start, case let length = spaceLength(before: stop), length > 0 { stop -= length }
    } else if options.lstripBlocks, let opening, opening != UInt8(ascii: "{"), mark != UInt8(ascii: "+") {
      var line = stop
      while line > start, source[line - 1] == 0x20 || source[line - 1] == 0x09 { line -= 1 }
      // Blanks go only where the tag is the first thing on its line.
      if line == 0 || source[line - 1] == 0x0A { stop = line }
    }
    if start < stop { tokens.append(Token(kind: .text, range: start..<stop)) }
  }

  /// How many bytes the white space at an offset has; zero where there is none.
  private func spaceLength(at offset: Int) -> Int {
    let byte = source[offset]
    if byte < 0x80 { return byte.isASCIISpace || (0x1C...0x1F).contains(byte) ? 1 : 0 }
    let length = byte < 0xE0 ? 2 : 3
    guard offset + length <= source.count,
      let scalar = Array(source[offset..<offset + length]).string.unicodeScalars.first
    else { return 0 }
    return scalar.isPythonSpace ? length : 0
  }

  /// The same for the white space that ends before an offset.
  private func spaceLength(before offset: Int) -> Int {
    var start = offset - 1
    while start > 0, source[start].isUTF8Continuation, offset - start < 4 { start -= 1 }
    let length = spaceLength(at: start)
    return start + length == offset ? length : 0
  }

  private mutating func close(at mark: Int, length: Int, isTag: Bool) {
    switch source[mark] {
    case UInt8(ascii: "-"): trim = .whiteSpace
    case UInt8(ascii: "+"): trim = .nothing
    default: trim = isTag && options.trimBlocks ? .lineFeed : .nothing
    }
    at = mark + length
  }

  private mutating func skipComment(from open: Int) {
    guard let close = source.firstOffset(of: Bytes("#}".utf8), from: at), close < end else {
      return invalid("this comment is never closed with `#}`", open..<open + 2, skipTo: end)
    }
    let mark =
      close > at && (source[close - 1] == UInt8(ascii: "-") || source[close - 1] == UInt8(ascii: "+"))
      ? close - 1 : close
    self.close(at: mark, length: close + 2 - mark, isTag: true)
  }

  /// Prints what stands between `{% raw %}` and `{% endraw %}` as it is.
  private mutating func skipRaw(from open: Int) -> Bool {
    guard let begin = tagEnd("raw", from: at) else { return false }
    close(at: begin.mark, length: begin.end - begin.mark, isTag: false)
    let start = at
    var search = start
    while let next = nextOpening(from: search) {
      let mark = next + 2 < end ? source[next + 2] : 0
      let word = next + 2 + (mark == UInt8(ascii: "-") || mark == UInt8(ascii: "+") ? 1 : 0)
      if source[next + 1] == UInt8(ascii: "%"), let finish = tagEnd("endraw", from: word) {
        appendText(start..<next, before: UInt8(ascii: "%"), mark: mark)
        close(at: finish.mark, length: finish.end - finish.mark, isTag: true)
        return true
      }
      search = next + 2
    }
    invalid("this `raw` is never closed with `{% endraw %}`", open..<begin.end, skipTo: end)
    return true
  }

  /// The end of a tag that holds one word only.
  private func tagEnd(_ word: String, from start: Int) -> (mark: Int, end: Int)? {
    var at = start
    while at < end, source[at].isASCIISpace { at += 1 }
    guard source.has(word.utf8, at: at) else { return nil }
    at += word.utf8.count
    while at < end, source[at].isASCIISpace { at += 1 }
    let mark = at
    if at < end, source[at] == UInt8(ascii: "-") || source[at] == UInt8(ascii: "+") { at += 1 }
    return source.has("%}".utf8, at: at) ? (mark, at + 2) : nil
  }

  private mutating func invalid(_ message: String, _ range: Range<Int>, skipTo next: Int) {
    tokens.append(Token(kind: .invalid(message), range: range))
    at = next
  }

  private mutating func lexTag(closing: UInt8, kind: Token.Kind, from open: Int) {
    var depth = 0
    let begin = tokens.count - 1
    while true {
      while at < end, source[at].isASCIISpace { at += 1 }
      guard at < end else {
        let mark = closing == UInt8(ascii: "%") ? "%}" : "}}"
        if tokens[begin...].contains(where: \.isInvalid) { return }
        // What stands in it would only be said to lack the end, too.
        tokens.removeLast(tokens.count - begin)
        return invalid("this tag is never closed with `\(mark)`", open..<open + 2, skipTo: end)
      }
      let signed = source[at] == UInt8(ascii: "-") || source[at] == UInt8(ascii: "+")
      let mark = signed ? at + 1 : at
      // A `}` inside braces closes a map first.
      if depth == 0, mark + 1 < source.count, source[mark] == closing, source[mark + 1] == UInt8(ascii: "}"),
        mark + 1 < end
      {
        tokens.append(Token(kind: kind, range: at..<mark + 2))
        return close(at: at, length: mark + 2 - at, isTag: closing == UInt8(ascii: "%"))
      }
      let token = ExpressionLexer.token(in: source, at: at, end: end)
      if token.kind == .symbol {
        if "([{".utf8.contains(source[at]) { depth += 1 }
        if ")]}".utf8.contains(source[at]) { depth = max(0, depth - 1) }
      }
      tokens.append(token)
      at = token.range.upperBound
    }
  }
}
