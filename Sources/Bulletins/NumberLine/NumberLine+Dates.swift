import Diagnostics
import Languages
import Text

extension NumberLine {
  /// A date that is read, or what is wrong with it.
  static func date(
    _ text: String, in language: Language?, of languages: KnownLanguages
  ) -> Field<PublicationDate> {
    switch PublicationDate.read(text, in: language, of: languages) {
    case .success(let date): return .read(date)
    case .failure(.impossible(let why)):
      return .wrong(
        .impossibleDate, why, culprit: text, help: "write the date as printed, or set `date:` in front matter")
    case .failure(.unknownMonth(let month)):
      let culprit = text.split { !$0.isLetter }.first { $0.lowercased() == month }.map(String.init) ?? month
      return .wrong(
        .unreadableDate, "no known month is called “\(culprit)”", culprit: culprit,
        help: languages.nearestMonth(to: month).map { "did you mean “\($0)”?" }
          ?? "write the month in full, in \(languages.listedNames)")
    case .failure(.ordered(let monthFirst, let dayFirst)):
      let readings = [(DateOrder.monthFirst, monthFirst), (.dayFirst, dayFirst)].compactMap { order, date in
        date.map { (setting: "`dates: \(order.rawValue)`", date: "`\($0)`") }
      }
      let (days, settings) = (readings.map(\.date), readings.map(\.setting))
      return .wrong(
        .unreadableDate, "nothing says which figure of “\(text)” is the month", culprit: text,
        help:
          "write \(days.joined(separator: " or ")), or \(settings.joined(separator: " or ")) in site.yaml")
    case .failure(.unreadable):
      return .wrong(
        .unreadableDate, "“\(text)” is no date", culprit: text,
        help: "write it as \(languages.dateExamples)`2010-02-11`, or with a month and a year alone")
    }
  }

  /// Whether a text has more words than that for a month, or a bracket.
  private static func mayNameWeekday(_ text: String) -> Bool {
    text.has(ascii: "(")
      || text.utf8.split(whereSeparator: { !$0.isASCIILetter && $0 < 0x80 }).count { $0.count > 1 } > 1
  }

  /// The day of the week that a text names, where its date is on another one.
  static func wrongWeekday(in text: String, of date: PublicationDate, _ languages: KnownLanguages) -> String? {
    guard date.precision == .day, mayNameWeekday(text) else { return nil }
    for language in languages.own + [KnownLanguages.fallback] {
      guard let (name, number) = language.dates.weekday(in: text) else { continue }
      return date.weekday == number ? nil : name
    }
    return nil
  }
}

extension DiagnosticKind {
  static let wrongWeekday = DiagnosticKind(
    "wrong-weekday", .warning,
    "The number line names a day of the week, and its date is on another one. The date is published as it is printed; one of the two is wrong."
  )
  static let impossibleDate = DiagnosticKind(
    "impossible-date", .error, "The calendar has no such day. Correct it, or set `date:` in front matter.")
  static let unreadableDate = DiagnosticKind(
    "unreadable-date", .error,
    "The date has none of the forms in which the site's languages print days, months, quarters, seasons and years, such as `February 11, 2010`, and is not `2010-02-11`; or its month's name is unknown. Of `03/04/2024`, nobody knows which is the month: `dates: month-first` or `dates: day-first` in `site.yaml` says it for all."
  )
}
