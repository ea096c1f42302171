extension Array where Element == UInt8 {
  /// Appends text as a JSON string, quotes included; `<`, `>`, `&` and the line separators of JavaScript are escaped
  /// too, so that the result can stand inside a `script` element.
  public mutating func append(jsonString text: some Sequence<UInt8>) {
    append(UInt8(ascii: "\""))
    // U+2028 and U+2029 are E2 80 A8 and E2 80 A9.
    var held: [UInt8] = []
    for byte in text {
      if !held.isEmpty || byte == 0xE2 {
        held.append(byte)
        if held.count < 3, held.elementsEqual([0xE2, 0x80].prefix(held.count)) { continue }
        flush(held)
        held.removeAll()
        continue
      }
      append(jsonByte: byte)
    }
    append(contentsOf: held)
    append(UInt8(ascii: "\""))
  }

  private mutating func flush(_ held: [UInt8]) {
    if held == [0xE2, 0x80, 0xA8] {
      append(contentsOf: #"\u2028"#.utf8)
    } else if held == [0xE2, 0x80, 0xA9] {
      append(contentsOf: #"\u2029"#.utf8)
    } else {
      append(contentsOf: held)
    }
  }

  private mutating func append(jsonByte byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""): append(contentsOf: #"\""#.utf8)
    case UInt8(ascii: "\\"): append(contentsOf: #"\\"#.utf8)
    case 0x0A: append(contentsOf: #"\n"#.utf8)
    case 0x0D: append(contentsOf: #"\r"#.utf8)
    case 0x09: append(contentsOf: #"\t"#.utf8)
    case 0..<0x20, UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"), UInt8(ascii: "'"):
      let digits = String(byte, radix: 16)
      append(contentsOf: (byte < 16 ? #"\u000"# : #"\u00"#).utf8)
      append(contentsOf: digits.utf8)
    default: append(byte)
    }
  }
}
