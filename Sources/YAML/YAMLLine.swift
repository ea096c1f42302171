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

  /// Whether the value goes on in the next line, which is indented further.
  var goesOnBelow: Bool { next.map { $0.indentation > indentation && !$0.hasDash } ?? false }

  /// Whether a note of the editor may stand behind the value.
  var hasComment: Bool { text[value].indices.contains { text[$0] == UInt8(ascii: "#") && text[$0 - 1] == 0x20 } }

  /// The element of a list in brackets that begins at an offset; `nil` where the value is no such list, or ends before.
  func element(at offset: Int) -> Range<Int>? {
    guard let sign = text[value].first, sign == UInt8(ascii: "[") || sign == UInt8(ascii: "{"),
      value.lowerBound < offset, offset < value.upperBound
    else { return nil }
    var end = text[offset..<value.upperBound].firstIndex { ",]}".utf8.contains($0) } ?? value.upperBound
    while end > offset + 1, text[end - 1].isASCIISpace { end -= 1 }
    return offset..<end
  }

  func string(_ part: Range<Int>) -> String { Array(text[part]).string }
}
