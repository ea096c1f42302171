import Text

/// A line of YAML as an editor sees it, whether it can be read or not: dashes, a key, and a value.
struct YAMLLine {
  /// The text that it is a line of.
  let text: Bytes
  /// The line without its ending.
  let range: Range<Int>
  /// The line without blanks, tabs and dashes of lists before it, and without blanks behind it.
  let content: Range<Int>
  /// The key, before the first colon with a blank behind it.
  let key: Range<Int>?
  /// What stands behind the key; all of the content where there is none.
  let value: Range<Int>

  init(of text: Bytes, at offset: Int) {
    let at = min(max(offset, 0), text.count)
    let start = text[..<at].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    var end = text[at...].firstIndex(of: 0x0A) ?? text.count
    self.text = text
    range = start..<end
    while end > start, text[end - 1].isASCIISpace { end -= 1 }
    var first = text[start..<end].firstIndex { !$0.isASCIISpace } ?? end
    while first + 1 < end, text[first] == UInt8(ascii: "-"), text[first + 1] == 0x20 {
      first = text[(first + 1)..<end].firstIndex { !$0.isASCIISpace } ?? end
    }
    let content = first..<end
    self.content = content
    let colon = content.first { text[$0] == UInt8(ascii: ":") && ($0 + 1 == end || text[$0 + 1].isASCIISpace) }
    key = colon.map { first..<$0 }
    let behind = colon.map { $0 + 1 } ?? first
    value = (text[behind..<end].firstIndex { !$0.isASCIISpace } ?? end)..<end
  }

  /// How many characters stand before the key, dashes among them.
  var indentation: Int { content.lowerBound - range.lowerBound }

  var isBlank: Bool { content.isEmpty }

  /// Whether it is an element of a list.
  var hasDash: Bool { text[range.lowerBound..<content.lowerBound].contains(UInt8(ascii: "-")) }

  /// The tabs with which it begins.
  var tabs: Range<Int>? {
    let blanks = text[range].prefix { $0 == 0x20 || $0 == 0x09 }
    guard let first = blanks.firstIndex(of: 0x09) else { return nil }
    return first..<blanks.endIndex
  }

  /// The next line that is not blank.
  var next: YAMLLine? {
    var line = self
    while line.range.upperBound < text.count {
      line = YAMLLine(of: text, at: line.range.upperBound + 1)
      if !line.isBlank { return line }
    }
    return nil
  }

  /// The line before it that is not blank.
  var previous: YAMLLine? {
    var line = self
    while line.range.lowerBound > 0 {
      line = YAMLLine(of: text, at: line.range.lowerBound - 1)
      if !line.isBlank { return line }
    }
    return nil
  }

  func string(_ part: Range<Int>) -> String { Array(text[part]).string }
}
