import Text

/// A line that is no TOML: where the mistake is, and what was probably meant.
struct TOMLLine {
  /// The byte at which reading ended or, where that is the line's end, the value before it.
  let mistake: Range<Int>
  /// What to write instead, where that can be told.
  let help: String?

  /// The line around an offset in a part of a file.
  init(around offset: Int, in bytes: Bytes, _ part: Range<Int>) {
    let at = min(max(offset, part.lowerBound), part.upperBound)
    let start = bytes[part.lowerBound..<at].lastIndex(of: 0x0A).map { $0 + 1 } ?? part.lowerBound
    var end = bytes[at..<part.upperBound].firstIndex(of: 0x0A) ?? part.upperBound
    while end > start, bytes[end - 1].isASCIISpace { end -= 1 }
    let sign = bytes[start..<end].firstIndex(of: UInt8(ascii: "="))
    let value = bytes[(sign.map { $0 + 1 } ?? start)..<end].drop(while: \.isASCIISpace)
    mistake = at < end ? at..<at + 1 : value.startIndex..<max(value.endIndex, value.startIndex)
    help = TOMLLine.help(key: sign.map { Bytes(bytes[start..<$0]).string.trimmed }, value: Bytes(value))
  }

  private static func help(key: String?, value: Bytes) -> String? {
    guard let key else {
      guard value.contains(UInt8(ascii: ":")) else { return nil }
      return "write `key = value`; what is written `key: value` stands between two `---` lines"
    }
    if value.first == UInt8(ascii: "["), let list = quoted(value) {
      return "texts stand in quotation marks, also in lists: `\(key) = \(list)`"
    }
    guard let first = value.first, !"\"'[{".utf8.contains(first), !first.isASCIIDigit else { return nil }
    let mark = value.contains(UInt8(ascii: "\"")) ? "'" : "\""
    return "texts stand in quotation marks: `\(key) = \(mark)\(value.string)\(mark)`"
  }

  /// A list on one line with quotation marks around its elements; `nil` where some have them, or are no texts.
  private static func quoted(_ list: Bytes) -> String? {
    guard list.last == UInt8(ascii: "]"), !list.contains(where: { "\"'{}#".utf8.contains($0) }),
      list.count(where: { $0 == UInt8(ascii: "[") }) == 1
    else { return nil }
    let elements = list.dropFirst().dropLast().split(separator: UInt8(ascii: ",")).map { Bytes($0).string.trimmed }
    guard elements.contains(where: { $0.utf8.first.map { !$0.isASCIIDigit } ?? false }) else { return nil }
    return "[" + elements.map { "\"\($0)\"" }.joined(separator: ", ") + "]"
  }
}
