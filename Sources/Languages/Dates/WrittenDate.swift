import Foundation

/// Dates in the forms that a language has for them, as the Unicode consortium's tables give them.
public struct WrittenDate: Sendable {
  /// How much of the date is written, and how.
  public enum Form: String, Sendable, CaseIterable {
    /// With the day of the week: `Thursday, February 11, 2010`.
    case full
    /// In words: `February 11, 2010`, `11 lutego 2010`.
    case long
    /// With a short month: `Feb 11, 2010`.
    case medium
    /// In digits: `2/11/10`.
    case short
    /// The month by itself: `February 2010`, `luty 2010`.
    case month
  }

  private let locale: Locale

  /// The forms of a language, given by its BCP 47 tag.
  public init(language: String) { locale = Locale(language: language) }

  /// A day as `YYYY-MM-DD` in a form of the language; `nil` for a text that is no day.
  public func text(of day: String, _ form: Form) -> String? {
    let parts = day.prefix(10).split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    var calendar = Calendar(identifier: .gregorian)
    guard parts.count == 3, let year = parts[0], let month = parts[1], let number = parts[2],
      let zone = TimeZone(secondsFromGMT: 0)
    else { return nil }
    calendar.timeZone = zone
    let components = DateComponents(year: year, month: month, day: number)
    guard let date = calendar.date(from: components),
      calendar.dateComponents([.year, .month, .day], from: date) == components
    else { return nil }
    if form == .month {
      let style = Date.FormatStyle(locale: locale, calendar: calendar, timeZone: zone)
      return style.year().month(.wide).format(date)
    }
    let dates: [Form: Date.FormatStyle.DateStyle] = [
      .full: .complete, .long: .long, .medium: .abbreviated, .short: .numeric,
    ]
    return Date.FormatStyle(
      date: dates[form] ?? .long, time: .omitted, locale: locale, calendar: calendar, timeZone: zone
    ).format(date)
  }
}
