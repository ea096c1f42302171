import Text

/// Texts in style sheets.
enum CSSText {
  /// A text in quotation marks: what could end it, or the element in which the style sheet stands, is written as a number.
  static func quoted(_ text: Bytes) -> Bytes {
    var quoted = Bytes("\"".utf8)
    for byte in text {
      if byte < 0x20 || byte == 0x7F || "\"\\<>&".utf8.contains(byte) {
        quoted += Bytes("\\\(String(byte, radix: 16)) ".utf8)
      } else {
        quoted.append(byte)
      }
    }
    return quoted + Bytes("\"".utf8)
  }
}
