import Text

/// Texts in style sheets.
enum CSSText {
  /// A text in quotation marks: what could end it, or the element in which the style sheet stands, is written as a number.
  static func quoted(_ text: Bytes) -> Bytes {
    var quoted = Bytes("\"".utf8)
    for byte in text {
      if isPlain(byte) {
        quoted.append(byte)
      } else {
        quoted += Bytes("\\\(String(byte, radix: 16)) ".utf8)
      }
    }
    return quoted + Bytes("\"".utf8)
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case ..<0x20, 0x7F, UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"):
      false
    default: true
    }
  }
}
