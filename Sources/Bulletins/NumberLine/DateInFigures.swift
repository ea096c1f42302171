import Languages
import Text

/// A date of figures with its year behind them: `09/27/2022`, `27-9-2022 18:00`. Which figure is the month, the site says;
/// without that, such a date is none, also where the calendar leaves no choice: the next one of its archive may.
enum DateInFigures {
  /// Reads a date; `nil` for a text of another form.
  ///
  /// - Parameter order: What the site says.
  static func read(_ text: String, _ order: DateOrder?) -> Result<PublicationDate, PublicationDate.Problem>? {
    guard let (first, second, year) = figures(Array(text.utf8), isDotted: order != nil) else { return nil }
    let monthFirst = PrintedDate(year: year, .day(month: first, day: second))
    let dayFirst = PrintedDate(year: year, .day(month: second, day: first))
    switch (PublicationDate(monthFirst), PublicationDate(dayFirst), order) {
    case (let date?, _, .monthFirst?), (_, let date?, .dayFirst?): return .success(date)
    case (let date?, nil, .dayFirst?), (nil, let date?, .monthFirst?): return .success(date)
    case (let a, let b, nil) where a != nil || b != nil: return .failure(.ordered(monthFirst: a, dayFirst: b))
    default:
      let isMonthFirst = order == .monthFirst || order == nil && first <= 12
      return PublicationDate.checked(isMonthFirst ? monthFirst : dayFirst, in: nil)
    }
  }

  /// Two numbers and a year with one mark between them, and perhaps a time behind them.
  ///
  /// - Parameter isDotted: Whether the mark may be a full stop, which languages have rules for.
  private static func figures(_ bytes: Bytes, isDotted: Bool) -> (first: Int, second: Int, year: Int)? {
    guard let first = ISODate.number(bytes, 0, digits: 1...2), first.end < bytes.count else { return nil }
    let mark = bytes[first.end]
    guard mark == UInt8(ascii: "/") || mark == UInt8(ascii: "-") || isDotted && mark == UInt8(ascii: "."),
      let second = ISODate.number(bytes, first.end + 1, digits: 1...2), second.end < bytes.count,
      bytes[second.end] == mark, let year = ISODate.number(bytes, second.end + 1, digits: 4...4),
      year.end == bytes.count || ISODate.isTime(bytes[year.end...])
    else { return nil }
    return (first.value, second.value, year.value)
  }
}
