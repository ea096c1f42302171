import Text

extension Mojibake {
  /// Where a character may begin in UTF-8 that was read as Windows-1250: the letters Ă and Ĺ.
  static let leadsOfCentralEurope: [Bytes] = ["Ă", "Ĺ"].map { Bytes($0.utf8) }

  private static func isLead(_ text: Bytes, _ at: Int) -> Bool {
    leadsOfCentralEurope.contains { text.has($0, at: at) }
  }

  /// Reads a sequence that begins with one of these letters: `Ĺ‚` for `ł`, `Ăł` for `ó`.
  ///
  /// They are capitals of Romanian and Slovak, which stand among small letters nowhere.
  static func ofCentralEurope(_ text: Bytes, _ at: Int) -> Mojibake? {
    let lead: UInt32 = text[at + 1] == 0x82 ? 0xC3 : 0xC5
    let rest = at + 2
    guard rest < text.count, text[rest] >= 0xC2 else { return nil }
    let end = text[(rest + 1)...].firstIndex { !$0.isUTF8Continuation } ?? text.count
    guard let sign = Array(text[rest..<end]).string.unicodeScalars.first,
      let byte = WindowsEncoding.central.byte(of: sign.value),
      !(sign == "\u{A0}" && lead == 0xC3)
    else { return nil }
    let isBehindSmall = at > 0 && text[at - 1].isASCIILetter && text[at - 1] & 0x20 != 0
    let isBeforeSmall = end < text.count && text[end].isASCIILetter && text[end] & 0x20 != 0
    guard isBehindSmall || isBeforeSmall || isLead(text, end) || ends(text, at: at) else { return nil }
    // `CASĂ“`: among capitals, it is a letter of its language.
    if at > 0, (0x41...0x5A).contains(text[at - 1]) { return nil }
    return Mojibake(
      range: at..<end, meant: Unicode.Scalar((lead & 0x1F) << 6 | UInt32(byte & 0x3F)),
      isSure: isBehindSmall && isBeforeSmall && sign.properties.isAlphabetic)
  }
}
