import Text

extension Array where Element == UInt8 {
  /// Appends text as a JSON string, quotes included; `<`, `>`, `&`, `'` and the line separators of JavaScript are escaped
  /// too, so that the result can stand inside a `script` element, and so are characters that steer a terminal or turn the
  /// direction of writing. Runs without special characters are copied whole.
  ///
  /// - Parameter isASCII: Whether characters beyond ASCII are escaped, too.
  public mutating func append(jsonString text: some Collection<UInt8>, isASCII: Bool = false) {
    append(jsonString: Bytes(text), isASCII: isASCII)
  }

  /// The same for bytes that lie in one piece, as most do.
  public mutating func append(jsonString text: Bytes, isASCII: Bool = false) {
    append(UInt8(ascii: "\""))
    appendJSON(text.span, isASCII)
    append(UInt8(ascii: "\""))
  }

  private mutating func appendJSON(_ text: Span<UInt8>, _ isASCII: Bool) {
    var copied = 0
    var at = firstUnusual(in: text, from: 0)
    while at < text.count {
      let byte = text[at]
      var length = 1
      if byte < 0x80 || isASCII || text.steers(at: at) {
        append(text.extracting(copied..<at))
        if byte < 0x80 { appendEscape(of: byte) } else { length = appendEscape(ofScalarAt: at, in: text) }
        copied = at + length
      }
      at = firstUnusual(in: text, from: at + length)
    }
    append(text.extracting(copied...))
  }

  private mutating func appendEscape(of byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""): append(contentsOf: #"\""#.utf8)
    case UInt8(ascii: "\\"): append(contentsOf: #"\\"#.utf8)
    case 0x0A: append(contentsOf: #"\n"#.utf8)
    case 0x0D: append(contentsOf: #"\r"#.utf8)
    case 0x09: append(contentsOf: #"\t"#.utf8)
    default: appendEscape(ofUnit: UInt16(byte))
    }
  }

  /// The result is how many bytes the character has.
  private mutating func appendEscape(ofScalarAt at: Int, in text: Span<UInt8>) -> Int {
    var decoder = UTF8()
    let end = Swift.min(at + 4, text.count)
    var rest = (at..<end).map { text[$0] }.makeIterator()
    guard case .scalarValue(let scalar) = decoder.decode(&rest) else {
      appendEscape(ofUnit: 0xFFFD)
      return 1
    }
    for unit in UTF16.encode(scalar) ?? UTF16.encodedReplacementCharacter { appendEscape(ofUnit: unit) }
    return scalar.utf8.count
  }

  private mutating func appendEscape(ofUnit unit: UInt16) {
    append(contentsOf: #"\u"#.utf8)
    for shift in [12, 8, 4, 0] {
      let digit = UInt8(truncatingIfNeeded: unit >> UInt16(shift)) & 15
      append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
    }
  }
}

/// The offset of the first byte at or after `start` that JSON may have to escape, or the end; eight are looked at at once.
private func firstUnusual(in text: Span<UInt8>, from start: Int) -> Int {
  var at = start
  while at + 8 <= text.count {
    let bytes = text.word(at: at)
    let isUnusual =
      Escaping.specials(bytes) | (bytes ^ 0x5C5C_5C5C_5C5C_5C5C).zeroBytes
      | (bytes ^ 0x7F7F_7F7F_7F7F_7F7F).zeroBytes
      // Control characters, and all beyond ASCII.
      | ((bytes &- 0x2020_2020_2020_2020) | bytes) & 0x8080_8080_8080_8080
    if isUnusual != 0 { break }
    at += 8
  }
  while at < text.count, text[at] >= 0x20, text[at] < 0x7F, text[at] != 0x5C, !Escaping.isSpecial(text[at]) { at += 1 }
  return at
}

extension Span<UInt8> {
  /// Whether a character beyond ASCII is a control character of Latin-1, ends a line, or turns the direction of writing.
  fileprivate func steers(at offset: Int) -> Bool {
    guard offset + 1 < count else { return false }
    let (second, third) = (UInt32(self[offset + 1] & 0x3F), offset + 2 < count ? UInt32(self[offset + 2] & 0x3F) : 0)
    // All that do begin with one of three bytes.
    switch self[offset] {
    case 0xC2: return Unicode.Scalar(0x80 | second)?.steersTerminal ?? false
    case 0xD8: return Unicode.Scalar(0x600 | second)?.steersTerminal ?? false
    case 0xE2: return Unicode.Scalar(0x2000 | second << 6 | third)?.steersTerminal ?? false
    default: return false
    }
  }
}
