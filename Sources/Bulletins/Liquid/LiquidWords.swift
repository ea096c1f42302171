import Text

/// Takes what stands in a tag of Liquid apart.
struct LiquidWords {
  private var rest: ArraySlice<UInt8>
  /// In how many brackets and paths what is read stands.
  private var depth = 0

  init(_ text: ArraySlice<UInt8>) {
    rest = text
    skipBlanks()
  }

  private mutating func skipBlanks() { rest = rest.drop(while: \.isASCIISpace) }

  /// Goes into a bracket or a path, unless that is deeper than any that is meant; `leave` goes out again.
  mutating func enter() -> Bool {
    depth += 1
    return depth < 16
  }

  mutating func leave() { depth -= 1 }

  /// Whether nothing is left.
  var isAtEnd: Bool { rest.isEmpty }

  /// What is left.
  var remainder: ArraySlice<UInt8> { rest }

  /// Whether a sign is next.
  func begins(_ sign: String) -> Bool { rest.starts(with: sign.utf8) }

  /// Takes a sign away, if it is next.
  mutating func take(_ sign: String) -> Bool {
    guard begins(sign) else { return false }
    rest = rest.dropFirst(sign.utf8.count)
    skipBlanks()
    return true
  }

  /// Takes a word away, if it is next.
  mutating func takeWord(_ word: String) -> Bool {
    guard begins(word), !(rest.dropFirst(word.utf8.count).first.map(LiquidWords.isOfName) ?? false) else {
      return false
    }
    return take(word)
  }

  /// The next name.
  mutating func takeName() -> String? {
    guard let first = rest.first, first.isASCIILetter || first == UInt8(ascii: "_") else { return nil }
    let name = rest.prefix(while: LiquidWords.isOfName)
    rest = rest.dropFirst(name.count)
    skipBlanks()
    return Array(name).string
  }

  /// The next text in quotation marks.
  mutating func takeText() -> String? {
    guard let mark = rest.first, mark == UInt8(ascii: "\"") || mark == UInt8(ascii: "'"),
      let end = rest.dropFirst().firstIndex(of: mark)
    else { return nil }
    let text = Array(rest[rest.index(after: rest.startIndex)..<end]).string
    rest = rest[(end + 1)...]
    skipBlanks()
    return text
  }

  /// The next whole number.
  mutating func takeNumber() -> Int? {
    let sign = rest.first == UInt8(ascii: "-") ? 1 : 0
    let digits = rest.dropFirst(sign).prefix(while: \.isASCIIDigit)
    guard (1...15).contains(digits.count), let number = Int(Array(digits).string) else { return nil }
    rest = rest.dropFirst(sign + digits.count)
    skipBlanks()
    return sign == 1 ? -number : number
  }

  private static func isOfName(_ byte: UInt8) -> Bool {
    byte.isASCIILetter || byte.isASCIIDigit || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
  }
}
