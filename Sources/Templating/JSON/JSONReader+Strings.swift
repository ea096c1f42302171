import Text

extension JSONReader {
  /// The text of a string, whose opening quotation mark is read next.
  mutating func string() throws(JSONError) -> Bytes {
    let open = at
    at += 1
    var bytes = Bytes()
    while let byte = current {
      switch byte {
      case UInt8(ascii: "\""):
        at += 1
        return bytes
      case UInt8(ascii: "\\"): bytes.append(contentsOf: String(try escaped()).utf8)
      case 0x00..<0x20: throw JSONReader.control(byte, at: at)
      default:
        let start = at
        while let next = current, next >= 0x20, next != UInt8(ascii: "\""), next != UInt8(ascii: "\\") { at += 1 }
        bytes += text[start..<at]
      }
    }
    throw JSONError("this text is never closed", at: open..<open + 1)
  }

  private static func control(_ byte: UInt8, at offset: Int) -> JSONError {
    let range = offset..<offset + 1
    switch byte {
    case 0x0A: return JSONError("a line feed can't stand in a text", at: range, help: #"write `\n`"#)
    case 0x0D: return JSONError("a carriage return can't stand in a text", at: range, help: #"write `\r`"#)
    case 0x09: return JSONError("a tab can't stand in a text", at: range, help: #"write `\t`"#)
    default:
      let digits = String(byte, radix: 16)
      return JSONError(
        "a control character can't stand in a text", at: range,
        help: #"write `\u"# + String(repeating: "0", count: 4 - digits.count) + digits + "`")
    }
  }

  /// The character that an escape means.
  private mutating func escaped() throws(JSONError) -> Unicode.Scalar {
    let start = at
    at += 1
    guard let letter = current else { throw JSONError("this text is never closed", at: start..<at) }
    at += 1
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(letter)
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "u"): return try numbered(from: start)
    default:
      while let next = current, next.isUTF8Continuation { at += 1 }
      throw JSONError("`\(Array(text[start..<at]).string)` is no escape of JSON", at: start..<at)
    }
  }

  /// The character of one escape by number, or of a pair of them.
  private mutating func numbered(from start: Int) throws(JSONError) -> Unicode.Scalar {
    let high = try codeUnit(from: start)
    if let scalar = Unicode.Scalar(high) { return scalar }
    let second = at
    if high < 0xDC00, text.has(#"\u"#.utf8, at: at) {
      at += 2
      let low = try codeUnit(from: second)
      if (0xDC00..<0xE000).contains(low),
        let scalar = Unicode.Scalar(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00))
      {
        return scalar
      }
    }
    throw JSONError(
      "`\(Array(text[start..<second]).string)` is half of a character", at: start..<second,
      help: #"write both halves, `\ud800` to `\udbff` and then `\udc00` to `\udfff`"#)
  }

  private mutating func codeUnit(from start: Int) throws(JSONError) -> UInt32 {
    var code: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = current, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw JSONError(#"four hexadecimal digits follow `\u`"#, at: start..<at)
      }
      code = code << 4 | UInt32(digit)
      at += 1
    }
    return code
  }
}
