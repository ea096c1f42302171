import Text

extension PublicationDate {
  /// Why a text is no date.
  enum Problem: Error, Equatable {
    /// The text has none of the forms in which dates are printed.
    case unreadable
    /// The month's name is in no language that is known.
    case unknownMonth(String)
    /// The calendar has no such day; the message says why.
    case impossible(String)
  }

  /// Reads a date as it is printed (`February 11, 2010`, `11 February 2010`, `11 lutego 2010 r.`) or in ISO form, with
  /// or without a time after it.
  static func read(_ text: String) -> Result<PublicationDate, Problem> {
    let text = text.plain
    if let date = isoDate(text) { return date }
    var words = text.utf8.split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ".") }
      .map { String(Substring($0)) }
    if words.count == 4, words[3] == "r" { words.removeLast() }
    guard words.count == 3, let year = Int(words[2]), words[2].utf8.count == 4 else { return .failure(.unreadable) }
    let dayFirst = words[0].utf8.first?.isASCIIDigit ?? false
    let (dayWord, monthWord) = dayFirst ? (words[0], words[1]) : (words[1], words[0])
    guard let day = Int(withoutOrdinal(dayWord)), dayWord.utf8.count <= 4 else { return .failure(.unreadable) }
    guard let (month, language) = month(named: monthWord) else {
      return .failure(monthWord.utf8.allSatisfy(\.isASCIIDigit) ? .unreadable : .unknownMonth(monthWord))
    }
    return checked(year, month, day, in: language)
  }

  /// The date at the start of a file's name: `2010-02-11-anything.md`.
  static func inFileName(_ name: String) -> PublicationDate? {
    guard name.utf8.first?.isASCIIDigit == true else { return nil }
    let bytes = Array(name.utf8)
    guard bytes.count > 10, !bytes[10].isASCIIDigit,
      case .success(let date)? = isoDate(Array(bytes[..<10]).string + " ")
    else { return nil }
    return date
  }

  /// The month that is probably meant by a misspelt name.
  static func nearestMonth(to name: String) -> String? {
    let forms = Language.all.flatMap { language in language.months.flatMap { $0 } }
    guard let form = forms.nearest(to: name) else { return nil }
    return Language.english.months.contains { $0.contains(form) }
      ? form.prefix(1).uppercased() + form.dropFirst() : form
  }

  /// `11th` counts as `11`.
  private static func withoutOrdinal(_ word: String) -> String {
    ["st", "nd", "rd", "th"].contains { word.hasSuffix($0) } ? String(word.dropLast(2)) : word
  }

  private static func isoDate(_ text: String) -> Result<PublicationDate, Problem>? {
    guard text.utf8.first?.isASCIIDigit == true else { return nil }
    let bytes = Array(text.utf8)
    guard bytes.count >= 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      let year = number(bytes[0..<4]), let month = number(bytes[5..<7]), let day = number(bytes[8..<10])
    else { return nil }
    // A time may follow: `2016-12-08 14:30`, `2016-12-08T14:30:00+01:00`.
    if bytes.count > 10, bytes[10] != UInt8(ascii: " "), bytes[10] != UInt8(ascii: "T") { return nil }
    return checked(year, month, day, in: .english)
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    digits.allSatisfy(\.isASCIIDigit) ? Int(Array(digits).string) : nil
  }

  private static func month(named name: String) -> (Int, Language)? {
    let name = name.lowercased()
    for language in Language.all {
      if let index = language.months.firstIndex(where: { $0.contains(name) }) { return (index + 1, language) }
    }
    return nil
  }

  private static func checked(
    _ year: Int, _ month: Int, _ day: Int, in language: Language
  ) -> Result<PublicationDate, Problem> {
    if let date = PublicationDate(year: year, month: month, day: day) { return .success(date) }
    guard (1...12).contains(month) else { return .failure(.impossible("a year has no month \(month)")) }
    guard year > 0 else { return .failure(.impossible("the calendar has no year 0")) }
    let leap = month == 2 && day == 29 ? " in \(year)" : ""
    return .failure(.impossible("\(language.monthNames[month - 1]) has no day \(day)\(leap)"))
  }
}
