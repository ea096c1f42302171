import Text

/// What two sources say of one title.
enum Title {
  /// Whether two titles differ in nothing but capitals, and in the forms of quotation marks, dashes and the last stop.
  static func areSame(_ a: String, _ b: String) -> Bool { a == b || compared(a) == compared(b) }

  /// What two titles that are the same have in common.
  static func compared(_ title: String) -> String {
    var text = String.UnicodeScalarView()
    for scalar in title.lowercased().unicodeScalars {
      switch scalar {
      case "“", "”", "„", "«", "»": text.append("\"")
      case "‘", "’", "‚": text.append("'")
      case "–", "—": text.append("-")
      default: text.append(scalar)
      }
    }
    let plain = String(text)
    return plain.utf8.last == UInt8(ascii: ".") ? String(plain.dropLast()) : plain
  }
}
