import Text

/// A day as the clock of a system prints it: `Fri Sep 3 11:21:31 CEST 2021`.
enum UnixDate {
  /// The day in the order of print, `Sep 3, 2021`; `nil` for a text of another form.
  static func date(_ text: String) -> String? {
    let words = text.split(separator: " ")
    guard (5...6).contains(words.count), words[0].utf8.count == 3, words[1].utf8.count == 3, words[2].utf8.count <= 2,
      let year = words.last, year.utf8.count == 4,
      [words[2], year].allSatisfy({ $0.utf8.allSatisfy(\.isASCIIDigit) }),
      words[3].utf8.filter({ $0 == UInt8(ascii: ":") }).count == 2
    else { return nil }
    return "\(words[1]) \(words[2]), \(year)"
  }
}
