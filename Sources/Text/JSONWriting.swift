extension Array where Element == UInt8 {
  /// Appends text as a JSON string, quotes included; `<`, `>`, `&`, `'` and the line separators of JavaScript are escaped
  /// too, so that the result can stand inside a `script` element. Runs without special characters are copied whole.
  public mutating func append(jsonString text: some Collection<UInt8>) {
    append(UInt8(ascii: "\""))
    let copied: Void? = text.withContiguousStorageIfAvailable { appendJSON($0) }
    if copied == nil { Array(text).withUnsafeBufferPointer { appendJSON($0) } }
    append(UInt8(ascii: "\""))
  }

  private mutating func appendJSON(_ text: UnsafeBufferPointer<UInt8>) {
    var copied = 0
    var at = 0
    while at < text.count {
      let byte = text[at]
      // U+2028 and U+2029 are E2 80 A8 and E2 80 A9.
      let isSeparator = byte == 0xE2 && at + 2 < text.count && text[at + 1] == 0x80 && text[at + 2] & 0xFE == 0xA8
      if !isSeparator, !isSpecial(byte) {
        at += 1
        continue
      }
      append(contentsOf: UnsafeBufferPointer(rebasing: text[copied..<at]))
      if isSeparator {
        append(contentsOf: (text[at + 2] == 0xA8 ? #"\u2028"# : #"\u2029"#).utf8)
      } else {
        appendEscape(of: byte)
      }
      at += isSeparator ? 3 : 1
      copied = at
    }
    append(contentsOf: UnsafeBufferPointer(rebasing: text[copied...]))
  }

  private func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case 0..<0x20, UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"),
      UInt8(ascii: "'"):
      true
    default: false
    }
  }

  private mutating func appendEscape(of byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""): append(contentsOf: #"\""#.utf8)
    case UInt8(ascii: "\\"): append(contentsOf: #"\\"#.utf8)
    case 0x0A: append(contentsOf: #"\n"#.utf8)
    case 0x0D: append(contentsOf: #"\r"#.utf8)
    case 0x09: append(contentsOf: #"\t"#.utf8)
    default:
      append(contentsOf: (byte < 16 ? #"\u000"# : #"\u00"#).utf8)
      append(contentsOf: String(byte, radix: 16).utf8)
    }
  }
}
