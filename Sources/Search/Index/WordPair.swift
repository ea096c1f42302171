import Text

/// Two words that follow each other, by which phrases are found: a number of 24 bits, and its key among those of an index.
enum WordPair {
  /// What keys of pairs begin with; no word does.
  static let sign = UInt8(ascii: "~")

  /// The number of a pair, of the hashes of its words. Few pairs share one, and who shows an issue looks at its text.
  static func number(_ first: UInt32, _ second: UInt32) -> UInt32 {
    var mixed = first &* 0x9E37_79B1 ^ second
    mixed ^= mixed >> 15
    mixed = mixed &* 0x85EB_CA6B
    mixed ^= mixed >> 13
    return mixed >> 8
  }

  /// The key of a pair: the order of keys is that of the numbers.
  static func key(_ number: UInt32) -> Bytes {
    var key: Bytes = []
    appendKey(number, to: &key)
    return key
  }

  /// Appends the key of a pair.
  static func appendKey(_ number: UInt32, to key: inout Bytes) {
    key.append(sign)
    key.append(Digits.digit(Int(number >> 18) & 63))
    key.append(Digits.digit(Int(number >> 12) & 63))
    key.append(Digits.digit(Int(number >> 6) & 63))
    key.append(Digits.digit(Int(number) & 63))
  }
}
