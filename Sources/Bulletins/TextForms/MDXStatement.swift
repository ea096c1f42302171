import Text

/// Statements of a program in Markdown of MDX: `import Tide from "./tide"`, `export const height = 3`. They stand in
/// paragraphs of their own, and a sentence that begins with such a word is none.
enum MDXStatement {
  /// How many lines the statement has that the first of some lines begins; `nil` where it begins none.
  static func lineCount(_ text: Bytes, _ lines: ArraySlice<Range<Int>>) -> Int? {
    guard let first = lines.first else { return nil }
    if text.has(importWord, at: first.lowerBound) { return importLines(text, lines) }
    if text.has(exportWord, at: first.lowerBound), exports(text[first].dropFirst(exportWord.count)) {
      return exportLines(text, lines)
    }
    return nil
  }

  private static let importWord = Bytes("import ".utf8)
  private static let exportWord = Bytes("export ".utf8)
  /// A statement with empty lines in it that goes on for longer ends at the first of them.
  private static let mostLines = 100

  /// An import ends with a path between quotation marks, behind nothing or behind names and `from`.
  private static func importLines(_ text: Bytes, _ lines: ArraySlice<Range<Int>>) -> Int? {
    var names = Bytes()
    for (number, line) in lines.enumerated() {
      let words = text[line].dropFirst(number == 0 ? importWord.count : 0)
      let end = words.firstIndex(where: isQuote)
      let before = words[..<(end ?? words.endIndex)]
      guard !text.isBlank(line), before.allSatisfy(isOfNames) else { return nil }
      names += before + [0x20]
      guard let end else { continue }
      guard let close = words[(end + 1)...].firstIndex(of: words[end]), isEnd(words[(close + 1)...]) else { return nil }
      return areNames(names) ? number + 1 : nil
    }
    return nil
  }

  /// Whether nothing but a program stands behind the path.
  private static func isEnd(_ rest: ArraySlice<UInt8>) -> Bool {
    let rest = rest.drop { $0.isASCIISpace || $0 == UInt8(ascii: ";") }
    return rest.isEmpty || ["//", "/*", "with ", "assert "].contains { rest.starts(with: $0.utf8) }
  }

  /// `Tide from`, `Tide, { Ebb } from`, `* as tides from`, `type Tide from`; nothing for a file without names.
  private static func areNames(_ names: Bytes) -> Bool {
    let parts = names.split { $0.isASCIISpace || $0 == UInt8(ascii: "}") }
    guard let last = parts.last else { return true }
    guard last.elementsEqual("from".utf8), parts.count > 1 else { return false }
    let isList = names.contains(UInt8(ascii: "{")) || names.contains(UInt8(ascii: "*"))
    return isList || parts.count == 2 || parts.count == 3 && parts[0].elementsEqual("type".utf8)
  }

  private static func isQuote(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") }

  /// Whether a byte stands between `import` and the path: in names, or between them.
  private static func isOfNames(_ byte: UInt8) -> Bool {
    byte.isASCIILetter || byte.isASCIIDigit || byte.isASCIISpace || "{}*,_$".utf8.contains(byte)
  }

  /// Whether what stands behind `export` is what programs have there.
  private static func exports(_ line: ArraySlice<UInt8>) -> Bool {
    let parts = line.split { $0.isASCIISpace }
    guard let first = parts.first else { return false }
    let word = Array(first).string
    if word.hasPrefix("{") || word.hasPrefix("*") { return true }
    let rest = parts.dropFirst()
    switch word {
    case "const", "let", "var": return line.contains(UInt8(ascii: "="))
    case "function", "function*", "async": return line.contains(UInt8(ascii: "("))
    case "class", "interface", "enum": return line.contains(UInt8(ascii: "{"))
    case "type": return line.contains(UInt8(ascii: "="))
    // A name, or what no sentence has.
    case "default": return rest.count == 1 || line.contains { "({[=;".utf8.contains($0) }
    default: return false
    }
  }

  /// An export ends where its brackets are closed and its line does not go on; where they never are, at an empty line.
  private static func exportLines(_ text: Bytes, _ lines: ArraySlice<Range<Int>>) -> Int {
    var brackets = ProgramBrackets()
    var firstBlank: Int?
    for (number, line) in lines.enumerated() {
      if text.isBlank(line) {
        guard brackets.isOpen else { return number }
        firstBlank = firstBlank ?? number
      } else {
        brackets.read(text[line])
        if !brackets.isOpen, !goesOn(text[line]) { return number + 1 }
      }
      if let firstBlank, number > mostLines { return firstBlank }
    }
    return firstBlank ?? lines.count
  }

  /// Whether a line ends in a sign that wants something behind it.
  private static func goesOn(_ line: ArraySlice<UInt8>) -> Bool {
    let words = line[...(line.lastIndex { !$0.isASCIISpace } ?? line.startIndex)]
    return words.last.map { "=,([{+-*&|?:.".utf8.contains($0) } ?? false || words.suffix(2).elementsEqual("=>".utf8)
  }
}

/// The brackets of a program that are open, without those in its texts and comments.
private struct ProgramBrackets {
  private var depth = 0
  private var quote: UInt8?
  var isOpen: Bool { depth > 0 || quote != nil }

  mutating func read(_ line: ArraySlice<UInt8>) {
    // Only a text between backticks goes on for several lines.
    if quote != UInt8(ascii: "`") { quote = nil }
    var before: UInt8 = 0
    for byte in line {
      if let open = quote {
        if byte == open, before != UInt8(ascii: "\\") { quote = nil }
      } else {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"): quote = byte
        case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
        case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
        case UInt8(ascii: "/") where before == byte: return
        default: break
        }
      }
      before = byte
    }
    if quote != UInt8(ascii: "`") { quote = nil }
  }
}
