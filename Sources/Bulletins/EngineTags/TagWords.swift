import Text

/// Takes what stands in a tag apart into words: `figure src="crane.png" "A crane"`, `link _posts/crane.md`,
/// `video(id="7", loop=true)`.
struct TagWords {
  private var rest: ArraySlice<UInt8>

  init(_ inner: ArraySlice<UInt8>) {
    rest = inner
    skipBlanks()
  }

  private mutating func skipBlanks() {
    rest = rest.drop {
      $0.isASCIISpace || $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "(") || $0 == UInt8(ascii: ")")
    }
  }

  /// Takes a mark away, if it is the next one.
  mutating func skip(_ mark: Unicode.Scalar) -> Bool {
    guard rest.first == UInt8(ascii: mark) else { return false }
    rest.removeFirst()
    skipBlanks()
    return true
  }

  /// The first word, as far as it is a name; nothing where a text comes first.
  mutating func name() -> String {
    let word = rest.prefix { TagWords.isOfName($0) }
    rest = rest.dropFirst(word.count)
    skipBlanks()
    return Array(word).string
  }

  /// The words behind it.
  mutating func arguments() -> [EngineTag.Argument] {
    var arguments: [EngineTag.Argument] = []
    while let first = rest.first {
      if let text = quoted(first) {
        arguments.append(EngineTag.Argument(name: nil, value: text))
      } else {
        arguments.append(argument())
      }
      skipBlanks()
    }
    return arguments
  }

  private mutating func argument() -> EngineTag.Argument {
    let word = rest.prefix { TagWords.isOfName($0) }
    var behind = rest.dropFirst(word.count).drop { $0 == 0x20 }
    if !word.isEmpty, behind.first == UInt8(ascii: "=") || behind.first == UInt8(ascii: ":") {
      behind = behind.dropFirst().drop { $0 == 0x20 }
      // `https://…` is no name.
      if !(behind.first == UInt8(ascii: "/") && rest[word.endIndex] == UInt8(ascii: ":")) {
        rest = behind
        let name = Array(word).string
        if let first = rest.first, let text = quoted(first) { return .init(name: name, value: text) }
        return .init(name: name, value: bare())
      }
    }
    return .init(name: nil, value: bare())
  }

  private mutating func bare() -> String {
    let word = rest.prefix { !$0.isASCIISpace && $0 != UInt8(ascii: ",") && $0 != UInt8(ascii: ")") }
    rest = word.isEmpty ? rest.dropFirst() : rest.dropFirst(word.count)
    return Array(word).string
  }

  /// A text in quotation marks, which are also those that a word processor makes.
  private mutating func quoted(_ first: UInt8) -> String? {
    for (open, close) in TagWords.quotes where rest.starts(with: open) {
      let text = Array(rest.dropFirst(open.count))
      guard let length = TagWords.end(of: text, close) else { return nil }
      rest = rest.dropFirst(open.count + length + close.count)
      return Array(text[..<length]).string.replacing("\\\"", with: "\"")
    }
    return nil
  }

  /// Where a mark stands that no backslash takes its meaning from.
  private static func end(of text: Bytes, _ close: Bytes) -> Int? {
    var at = 0
    while let found = text.firstOffset(of: close, from: at) {
      if found == 0 || text[found - 1] != UInt8(ascii: "\\") { return found }
      at = found + 1
    }
    return nil
  }

  private static let quotes: [(Bytes, Bytes)] = [("\"", "\""), ("'", "'"), ("`", "`"), ("“", "”")].map {
    (Bytes($0.utf8), Bytes($1.utf8))
  }

  private static func isOfName(_ byte: UInt8) -> Bool {
    byte.isASCIILetter || byte.isASCIIDigit || "_-./".utf8.contains(byte)
  }
}
