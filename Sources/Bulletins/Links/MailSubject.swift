import Text

/// Addresses of mail with the subject in them, in whose words blanks stand: `[write](mailto:ole@example.org?subject=The ebb)`,
/// which most programs take for a link.
enum MailSubject {
  /// Whether a text may have some.
  static func mayBe(in text: Bytes) -> Bool { text.firstOffset(of: mark) != nil }

  /// Where they stand, and what they are as addresses.
  static func all(in text: Bytes) -> [(range: Range<Int>, address: String)] {
    var found: [(range: Range<Int>, address: String)] = []
    var at = 0
    while let open = text.firstOffset(of: mark, from: at) {
      let start = open + 2
      at = start
      let address = text[start...].prefix(longest).prefix {
        $0 != UInt8(ascii: ")") && $0 != 0x0A && $0 != UInt8(ascii: "\"")
      }
      guard address.endIndex < text.count, text[address.endIndex] == UInt8(ascii: ")"),
        let subject = address.firstIndex(of: UInt8(ascii: "?")), address[subject...].contains(0x20),
        !address[..<subject].contains(0x20), address.last != 0x20
      else { continue }
      found.append((address.startIndex..<address.endIndex, Array(address).string.replacing(" ", with: "%20")))
    }
    return found
  }

  /// In bytes, far above the longest subject.
  private static let longest = 2_000

  private static let mark = Bytes("](mailto:".utf8)
}
