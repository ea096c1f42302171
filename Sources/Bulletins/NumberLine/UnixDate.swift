import Text

/// A day as the clock of a system prints it, `Fri Sep 3 11:21:31 CEST 2021`, or as mail has it, `Fri, 3 Sep 2021 11:21:31
/// +0200`.
enum UnixDate {
  /// The day as it is printed, `Sep 3, 2021` or `3 Sep 2021`; `nil` for a text of another form.
  static func date(_ text: String) -> String? {
    let words = text.split(separator: " ")
    guard (4...6).contains(words.count), words[0].utf8.count < 5 else { return nil }
    return ofClock(words) ?? ofMail(words)
  }

  private static func ofClock(_ words: [Substring]) -> String? {
    guard words.count > 4, words[0].utf8.count == 3, words[1].utf8.count == 3, words[2].utf8.count <= 2,
      isFigures(words[2]), let year = words.last, isYear(year), isTime(words[3])
    else { return nil }
    return "\(words[1]) \(words[2]), \(year)"
  }

  private static func ofMail(_ words: [Substring]) -> String? {
    let date = words[0].hasSuffix(",") ? words.dropFirst() : words[...]
    guard (4...5).contains(date.count) else { return nil }
    let (day, month, year, time) = (
      date[date.startIndex], date[date.startIndex + 1], date[date.startIndex + 2], date[date.startIndex + 3]
    )
    guard day.utf8.count <= 2, isFigures(day), month.utf8.count == 3, isYear(year), isTime(time) else { return nil }
    return "\(day) \(month) \(year)"
  }

  private static func isFigures(_ word: Substring) -> Bool { word.utf8.allSatisfy(\.isASCIIDigit) }

  private static func isYear(_ word: Substring) -> Bool { word.utf8.count == 4 && isFigures(word) }

  private static func isTime(_ word: Substring) -> Bool {
    (1...2).contains(word.utf8.count { $0 == UInt8(ascii: ":") })
      && word.utf8.allSatisfy { $0.isASCIIDigit || $0 == UInt8(ascii: ":") }
  }
}
