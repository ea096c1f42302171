import Text

/// Cuts what stands inside a tag into words, numbers, texts and operators.
enum ExpressionLexer {
  /// The token that begins at an offset, which is no white space.
  static func token(in source: Bytes, at start: Int, end: Int) -> Token {
    let first = source[start]
    if first.isASCIILetter || first == UInt8(ascii: "_") || first >= 0x80 {
      let stop = source[start..<end].firstIndex { !isWord($0) } ?? end
      let word = source[start..<stop]
      guard word.allSatisfy({ $0 < 0x80 }) || isName(Array(word).string) else {
        return Token(kind: .invalid("`\(Array(word).string)` can't be a name"), range: start..<stop)
      }
      return Token(kind: .name, range: start..<stop)
    }
    if first.isASCIIDigit { return number(in: source, at: start, end: end) }
    if first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") { return string(in: source, at: start, end: end) }
    for length in [2, 1] where start + length <= end {
      if symbols.contains(Array(source[start..<start + length]).string) {
        return Token(kind: .symbol, range: start..<start + length)
      }
    }
    return Token(kind: .invalid("this character means nothing here"), range: start..<start + 1)
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    byte.isASCIILetter || byte.isASCIIDigit || byte == UInt8(ascii: "_") || byte >= 0x80
  }

  /// Whether a word outside ASCII is a name, by Unicode's rules for identifiers.
  private static func isName(_ word: String) -> Bool {
    word.unicodeScalars.enumerated().allSatisfy { index, scalar in
      scalar == "_" || (index == 0 ? scalar.properties.isIDStart : scalar.properties.isIDContinue)
    }
  }

  private static func number(in source: Bytes, at start: Int, end: Int) -> Token {
    func digits(from at: Int) -> Int {
      source[at..<end].firstIndex { !$0.isASCIIDigit && $0 != UInt8(ascii: "_") } ?? end
    }
    if source[start] == UInt8(ascii: "0"), start + 1 < end, "xXoObB".utf8.contains(source[start + 1]) {
      let stop = source[(start + 2)..<end].firstIndex { !isWord($0) } ?? end
      return Token(kind: .integer, range: start..<stop)
    }
    var at = digits(from: start)
    var kind = Token.Kind.integer
    if at + 1 < end, source[at] == UInt8(ascii: "."), source[at + 1].isASCIIDigit {
      at = digits(from: at + 1)
      kind = .float
    }
    if at < end, source[at] | 0x20 == UInt8(ascii: "e") {
      let sign = at + 1 < end && "+-".utf8.contains(source[at + 1]) ? 1 : 0
      if at + 1 + sign < end, source[at + 1 + sign].isASCIIDigit {
        at = digits(from: at + 1 + sign)
        kind = .float
      }
    }
    return Token(kind: kind, range: start..<at)
  }

  private static func string(in source: Bytes, at start: Int, end: Int) -> Token {
    var at = start + 1
    while at < end, source[at] != source[start] { at += source[at] == UInt8(ascii: "\\") ? 2 : 1 }
    guard at < end else {
      return Token(kind: .invalid("this text is never closed"), range: start..<end)
    }
    return Token(kind: .string, range: start..<at + 1)
  }

  private static let symbols: Set<String> = [
    "+", "-", "*", "/", "//", "%", "**", "~", "(", ")", "[", "]", "{", "}", "==", "!=", ">", ">=", "<", "<=", "=",
    ".", ":", "|", ",", ";",
  ]
}
