import Text

extension Array where Element == UInt8 {
  /// Appends a text as Python writes it inside a list: in quotation marks, and what can't be seen by its number.
  mutating func append(quoting text: Bytes) {
    let hasOnlySingle = text.contains(UInt8(ascii: "'")) && !text.contains(UInt8(ascii: "\""))
    let mark = UInt8(ascii: hasOnlySingle ? "\"" : "'")
    append(mark)
    for scalar in text.string.unicodeScalars { append(scalar, quotedBy: mark) }
    append(mark)
  }

  /// Appends one of its characters.
  mutating func append(_ scalar: Unicode.Scalar, quotedBy mark: UInt8, isASCII: Bool = false) {
    switch scalar {
    case _ where isASCII && scalar.value < 0x80: append(UInt8(truncatingIfNeeded: scalar.value))
    case Unicode.Scalar(mark), "\\":
      append(UInt8(ascii: "\\"))
      append(UInt8(truncatingIfNeeded: scalar.value))
    case "\n": append(contentsOf: #"\n"#.utf8)
    case "\r": append(contentsOf: #"\r"#.utf8)
    case "\t": append(contentsOf: #"\t"#.utf8)
    case " "..."~": append(UInt8(truncatingIfNeeded: scalar.value))
    case _ where scalar.isVisible && !isASCII: append(contentsOf: String(scalar).utf8)
    default:
      let digits = String(scalar.value, radix: 16)
      let (letter, length) = scalar.value < 0x100 ? ("x", 2) : scalar.value < 0x10000 ? ("u", 4) : ("U", 8)
      append(contentsOf: ("\\" + letter + String(repeating: "0", count: length - digits.count) + digits).utf8)
    }
  }
}

extension Unicode.Scalar {
  /// Whether Python prints the character inside quotation marks.
  var isVisible: Bool {
    switch properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator, .spaceSeparator:
      self == " "
    default: true
    }
  }
}

extension Value {
  /// A value as it stands inside a list.
  func quoted(isASCII: Bool = false, within allowance: Allowance) throws(Failure) -> String {
    var bytes = Bytes()
    try writeElement(to: &bytes, within: allowance, depth: 0)
    guard isASCII, bytes.contains(where: { $0 >= 0x80 }) else { return bytes.string }
    try allowance.take(bytes: 5 * bytes.count)
    var ascii = Bytes()
    for scalar in bytes.string.unicodeScalars { ascii.append(scalar, quotedBy: 0, isASCII: true) }
    return ascii.string
  }
}
