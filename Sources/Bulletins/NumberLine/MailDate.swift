import Text

/// A day with its time as mail and feeds have it: `Sat, 30 Jan 2021 16:00:00 GMT`.
enum MailDate {
  /// The day in the order of print, `30 Jan 2021`; `nil` for a text of another form.
  static func date(_ text: String) -> String? {
    guard text.utf8.contains(UInt8(ascii: ":")) else { return nil }
    var words = text.split(separator: " ")[...]
    if let first = words.first, first.utf8.count == 4, first.utf8.last == UInt8(ascii: ",") {
      words = words.dropFirst()
    }
    guard (4...5).contains(words.count), isNumber(words[words.startIndex], 1...2),
      words[words.startIndex + 1].utf8.count == 3, isNumber(words[words.startIndex + 2], 4...4),
      isTime(words[words.startIndex + 3]), words.count == 4 || isZone(words[words.startIndex + 4])
    else { return nil }
    return words.prefix(3).joined(separator: " ")
  }

  private static func isNumber(_ word: Substring, _ digits: ClosedRange<Int>) -> Bool {
    digits.contains(word.utf8.count) && word.utf8.allSatisfy(\.isASCIIDigit)
  }

  private static func isTime(_ word: Substring) -> Bool {
    let parts = word.split(separator: ":", omittingEmptySubsequences: false)
    return (2...3).contains(parts.count) && parts.allSatisfy { isNumber($0, 2...2) }
  }

  /// `GMT`, `+0200`.
  private static func isZone(_ word: Substring) -> Bool {
    let digits = word.dropFirst()
    return word.utf8.first == UInt8(ascii: "+") || word.utf8.first == UInt8(ascii: "-")
      ? isNumber(digits, 4...4) : (1...5).contains(word.utf8.count) && word.utf8.allSatisfy(\.isASCIILetter)
  }
}
