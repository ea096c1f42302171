/// A number in the characters of Chinese and Japanese: `三`, `十二`, `二〇`.
enum HanNumber {
  /// The number in figures; `nil` for a text that is none.
  static func figures(_ text: String) -> String? {
    guard text.utf8.first ?? 0 >= 0xE3, text.unicodeScalars.count < 8 else { return nil }
    var (total, digits) = (0, 0)
    var hasDigit = false
    for scalar in text.unicodeScalars {
      guard scalar.properties.isIdeographic || scalar == "〇", let value = scalar.properties.numericValue, value < 1001
      else { return nil }
      let number = Int(value)
      if number < 10 {
        digits = digits * 10 + number
        hasDigit = true
      } else {
        total += max(digits, hasDigit ? 0 : 1) * number
        (digits, hasDigit) = (0, false)
      }
    }
    return String(total + digits)
  }
}
