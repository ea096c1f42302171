import Languages
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
  ///
  /// - Parameter language: The one that the text is in, where that is known.
  static func read(_ text: String, in language: Language? = nil) -> Result<PublicationDate, Problem> {
    let text = text.plain
    if let date = isoDate(text) { return date }
    var words = text.utf8.split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ".") }
      .map { String(Substring($0)) }
    if words.count == 4, AnyLanguage.yearSuffixes.contains(words[3]) { words.removeLast() }
    guard words.count == 3, let year = Int(words[2]), words[2].utf8.count == 4 else { return .failure(.unreadable) }
    let dayFirst = words[0].utf8.first?.isASCIIDigit ?? false
    let (dayWord, monthWord) = dayFirst ? (words[0], words[1]) : (words[1], words[0])
    guard let day = Int(AnyLanguage.withoutOrdinal(dayWord)), dayWord.utf8.count <= 4 else {
      return .failure(.unreadable)
    }
    guard let (month, language) = AnyLanguage.month(named: monthWord, first: language) else {
      return .failure(monthWord.utf8.allSatisfy(\.isASCIIDigit) ? .unreadable : .unknownMonth(monthWord))
    }
    return checked(year, month, day, in: language)
  }

  /// The date at the start of a file's name without its ending, and how many bytes it takes there: `2010-02-11-anything`,
  /// `2010_2_11`.
  static func inFileName(_ name: Substring) -> (date: PublicationDate, length: Int)? {
    var numbers: [Int] = []
    var length = 0
    var rest = name.utf8
    for mostDigits in [4, 2, 2] {
      let digits = rest.prefix { $0.isASCIIDigit }
      guard !digits.isEmpty, digits.count <= mostDigits, let number = Int(Substring(digits)) else { return nil }
      numbers.append(number)
      rest = rest.dropFirst(digits.count)
      length += digits.count
      if numbers.count == 3 { break }
      guard let joint = rest.popFirst(), "-_.".utf8.contains(joint) else { return nil }
      length += 1
    }
    guard numbers[0] >= 1000 else { return nil }
    return PublicationDate(year: numbers[0], month: numbers[1], day: numbers[2]).map { ($0, length) }
  }

  private static func isoDate(_ text: String) -> Result<PublicationDate, Problem>? {
    guard text.utf8.first?.isASCIIDigit == true else { return nil }
    let bytes = Array(text.utf8)
    guard bytes.count >= 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      let year = number(bytes[0..<4]), let month = number(bytes[5..<7]), let day = number(bytes[8..<10])
    else { return nil }
    // A time may follow: `2016-12-08 14:30`, `2016-12-08T14:30:00+01:00`.
    if bytes.count > 10, bytes[10] != UInt8(ascii: " "), bytes[10] != UInt8(ascii: "T") { return nil }
    return checked(year, month, day, in: .default)
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    digits.allSatisfy(\.isASCIIDigit) ? Int(Array(digits).string) : nil
  }

  private static func checked(
    _ year: Int, _ month: Int, _ day: Int, in language: Language
  ) -> Result<PublicationDate, Problem> {
    if let date = PublicationDate(year: year, month: month, day: day) { return .success(date) }
    guard (1...12).contains(month) else { return .failure(.impossible("a year has no month \(month)")) }
    guard year > 0 else { return .failure(.impossible("the calendar has no year 0")) }
    let leap = month == 2 && day == 29 ? " in \(year)" : ""
    return .failure(.impossible("\(language.months[month - 1].name) has no day \(day)\(leap)"))
  }
}
