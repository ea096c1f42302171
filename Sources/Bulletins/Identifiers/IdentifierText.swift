import Text

/// The text of an identifier without what may stand before it: an address, a name with a colon.
struct IdentifierText {
  private(set) var bytes: ArraySlice<UInt8>

  /// - Parameters:
  ///   - text: As it was written.
  ///   - prefixes: What may stand before it, one behind the other in any order, in lower case.
  init(_ text: String, without prefixes: [String]) {
    bytes = Array(text.plain.utf8)[...]
    while prefixes.contains(where: { drop($0) }) {}
  }

  /// The digits, and an `X` as the last of them, where there are so many and nothing but hyphens, dashes and blanks
  /// between.
  func digits(_ count: Int) -> [UInt8]? {
    var digits: [UInt8] = []
    var rest = bytes
    if rest.last == UInt8(ascii: "/") { rest.removeLast() }
    for scalar in Bytes(rest).string.unicodeScalars {
      switch scalar {
      case "0"..."9": digits.append(UInt8(truncatingIfNeeded: scalar.value - 0x30))
      case "X", "x": digits.append(10)
      // Hyphens and dashes of every length, and the minus sign.
      case "-", " ", "\u{2010}"..."\u{2015}", "\u{2212}": continue
      default: return nil
      }
    }
    return digits.count == count && digits.dropLast().allSatisfy({ $0 < 10 }) ? digits : nil
  }

  /// Takes a prefix away; whether it was there.
  private mutating func drop(_ prefix: String) -> Bool {
    let prefix = prefix.utf8
    let matches = zip(bytes, prefix).allSatisfy { byte, wanted in
      byte == wanted || byte.isASCIILetter && byte | 0x20 == wanted
    }
    guard matches, bytes.count >= prefix.count else { return false }
    bytes = bytes.dropFirst(prefix.count).drop { $0.isASCIISpace }
    return true
  }
}

/// A character that checks others: `X` stands for ten.
func checkCharacter(_ value: Int) -> String { value == 10 ? "X" : "\(value)" }
