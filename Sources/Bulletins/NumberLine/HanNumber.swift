/// A number in the characters of Chinese and Japanese: `三`, `十二`, `二〇`.
enum HanNumber {
  /// The number that a text begins with, in figures; `nil` where it begins with none.
  static func prefix(of text: Substring.UTF8View) -> String? {
    let length = length(in: text)
    return length > 0 ? figures(String(Substring(text.prefix(length)))) : nil
  }

  /// How many bytes of a text are such a number.
  static func length(in text: Substring.UTF8View) -> Int {
    guard text.first ?? 0 >= 0xE3 else { return 0 }
    return Substring(text).unicodeScalars.prefix {
      ($0.properties.isIdeographic || $0 == "〇") && $0.properties.numericValue != nil
    }.reduce(0) { $0 + UTF8.width($1) }
  }

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
