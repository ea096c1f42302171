import Languages
import Text

/// The day or the month within a file's name, where its start does not say it: `078-2020-feb-18`, `newsletter-2019-05`,
/// `issue-20190512`.
struct DayInName {
  let date: PublicationDate
  /// The name without it.
  let rest: String

  /// Looks for the one date in a name; `nil` where there is none, or more than one.
  init?(_ name: Substring, _ languages: KnownLanguages) {
    let words = name.utf8.split(omittingEmptySubsequences: false) { "-_. ".utf8.contains($0) }.map { Substring($0) }
    var found: (date: PublicationDate, words: Range<Int>)?
    var at = 0
    while at < words.count {
      guard let next = DayInName.date(words[at...], languages) else {
        at += 1
        continue
      }
      if found != nil { return nil }
      found = (next.date, at..<at + next.count)
      at += next.count
    }
    guard let found else { return nil }
    date = found.date
    rest = (words[..<found.words.lowerBound] + words[found.words.upperBound...]).joined(separator: "-")
  }

  /// A date of three words, of two or of one at the start of some.
  private static func date(
    _ words: ArraySlice<Substring>, _ languages: KnownLanguages
  ) -> (date: PublicationDate, count: Int)? {
    guard let first = words.first else { return nil }
    if let digits = number(first, 8...8),
      let day = PublicationDate(year: digits / 10_000, month: digits / 100 % 100, day: digits % 100), isYear(day.year)
    {
      return (day, 1)
    }
    guard let year = number(first, 4...4), isYear(year), let next = words.dropFirst().first,
      let month = number(next, 1...2) ?? named(next, year, languages)
    else { return nil }
    if let last = words.dropFirst(2).first, let figures = number(last, 1...2) {
      if let day = PublicationDate(year: year, month: month, day: figures) { return (day, 3) }
      // A day that the month does not have is a mistake; 45 is a number of something else.
      if (1...31).contains(figures) { return nil }
    }
    return PublicationDate(year: year, month: month, .month).map { ($0, 2) }
  }

  private static func isYear(_ number: Int) -> Bool { (1500...2200).contains(number) }

  private static func number(_ word: Substring, _ digits: ClosedRange<Int>) -> Int? {
    digits.contains(word.utf8.count) && word.utf8.allSatisfy(\.isASCIIDigit) ? Int(word) : nil
  }

  /// The number of a month whose name a language has.
  private static func named(_ word: Substring, _ year: Int, _ languages: KnownLanguages) -> Int? {
    guard word.utf8.count >= 3, word.utf8.allSatisfy({ $0.isASCIILetter || $0 >= 0x80 }),
      case .success(let date) = PublicationDate.read("\(word) \(year)", of: languages), date.precision == .month
    else { return nil }
    return date.month
  }
}
