extension String {
  /// The text with the commas, colons, brackets and digits that East Asian texts have in a width of their own as ASCII
  /// has them.
  var withPlainMarks: String {
    guard utf8.contains(where: { $0 == 0xEF || $0 == 0xE3 }) else { return self }
    var text = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      switch scalar.value {
      case 0x3001: text.append(",")
      case 0xFF01...0xFF5E: text.append(Unicode.Scalar(UInt8(scalar.value - 0xFEE0)))
      default: text.append(scalar)
      }
    }
    return String(text)
  }
}
