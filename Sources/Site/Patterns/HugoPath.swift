import Text

/// What Hugo makes of a text for an address.
enum HugoPath {
  /// A text in small letters, with hyphens in the place of blanks, and without signs but for a few.
  static func of(_ text: String) -> String {
    var path = String.UnicodeScalarView()
    var isBetween = false
    for scalar in text.lowercased().unicodeScalars {
      if isKept(scalar) {
        if isBetween, scalar != "-" { path.append("-") }
        isBetween = false
        path.append(scalar)
      } else if scalar.properties.isWhitespace, let last = path.last, last != "-" {
        isBetween = true
      }
    }
    return String(path)
  }

  private static func isKept(_ scalar: Unicode.Scalar) -> Bool {
    if "._-+~@".unicodeScalars.contains(scalar) { return true }
    switch scalar.properties.generalCategory {
    case .decimalNumber, .nonspacingMark, .spacingMark, .enclosingMark: return true
    default: return scalar.properties.isAlphabetic
    }
  }
}
