extension String {
  /// A short text of characters that are special somewhere, and others.
  public static func random(using random: inout some RandomNumberGenerator) -> String {
    let special = "\"\\<>&'/\n\r\t\u{1}\u{7F}\u{2028}\u{2029}ąŁ€“🜁".unicodeScalars
    var text = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...40, using: &random) {
      let plain = Unicode.Scalar(UInt8.random(in: 0x20...0x7E, using: &random))
      text.append(Bool.random(using: &random) ? plain : special.randomElement(using: &random) ?? plain)
    }
    return String(text)
  }
}

extension [UInt8] {
  /// Bytes of which small ones are more likely, as they are among numbers and counts.
  public static func random(count: Int, using random: inout some RandomNumberGenerator) -> [UInt8] {
    (0..<count).map { _ in .random(in: 0...255, using: &random) & .random(in: 0...255, using: &random) }
  }
}
