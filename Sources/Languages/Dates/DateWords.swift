/// How a language reads and writes dates.
public struct DateWords: Sendable {
  /// The forms of dates, each kind with the one in front in which dates are written; the others are read, too.
  public struct Forms: Sendable {
    /// Of days.
    public var day: [DateForm] = []
    /// Of months.
    public var month: [DateForm] = []
    /// Of months that are named together.
    public var months: [DateForm] = []
    /// Of quarters.
    public var quarter: [DateForm] = []
    /// Of seasons.
    public var season: [DateForm] = []
    /// Of years, where more than the figures is printed.
    public var year: [DateForm] = []

    /// No forms.
    public init() {}

    var all: [DateForm] { day + month + season + quarter + months + year }
  }

  /// The twelve months; none where the language's are not known.
  public let months: [Month]
  /// The names of the four seasons, spring first; each with the one in front that is written.
  public let seasons: [[String]]
  /// The forms of dates.
  public let forms: Forms
  let patterns: [[DatePattern]]
  let monthsByName: [String: Int]
  let seasonsByName: [String: Int]
  /// What may stand behind the day: the `th` of `11th`.
  let behindDay: Set<String>
  /// How the first of a month is printed, where that is not `1`.
  private let firstDay: String?
  /// What may stand behind the year: the `r` of `2010 r.`
  let behindYear: Set<String>
  /// What may stand before a day or behind it, there in brackets unless it is Han: `Thursday`, `the`, `発行`.
  public let beforeDay: Set<String>
  /// The days of the week, of which Monday is 1.
  let weekdays: [String: Int]
  /// What a quarter is called: `first`.
  let quarters: [String: Int]
  /// The names of eras, each with the year before its first one.
  public let eras: [String: Int]

  /// No words, unless they are given, in any case and without a full stop behind them.
  public init(
    months: [Month] = [], seasons: [[String]] = [], forms: Forms = Forms(), firstDay: String? = nil,
    behindDay: [String] = [],
    behindYear: [String] = [], beforeDay: [String] = [], weekdays: [[String]] = [], quarters: [String] = [],
    eras: [String: Int] = [:]
  ) {
    self.months = months
    self.seasons = seasons
    self.forms = forms
    self.firstDay = firstDay
    self.behindDay = Set(behindDay.map { $0.lowercased() })
    let behindYear = Set(behindYear.map { $0.lowercased() })
    self.behindYear = behindYear
    self.beforeDay = Set((beforeDay + weekdays.joined()).map { $0.lowercased() })
    self.weekdays = DateWords.places(of: weekdays)
    self.quarters = DateWords.places(of: quarters.map { [$0] })
    self.eras = eras
    let optional = (day: self.behindDay, year: behindYear)
    patterns = forms.all.map { DateWords.required($0.pattern, optional) }
    monthsByName = DateWords.places(of: months.map(\.forms))
    seasonsByName = DateWords.places(of: seasons)
  }

  /// Whether a word, in any case, is what a month is called.
  public func isMonth(_ word: String) -> Bool { monthsByName[word.lowercased()] != nil }

  /// Whether a full stop stands behind the figure of a day.
  public var hasStopBehindDay: Bool {
    forms.day.contains { form in
      zip(form.elements, form.elements.dropFirst()).contains { element, next in
        if case (.part(.day), .text(let text)) = (element, next) { text.hasPrefix(". ") } else { false }
      }
    }
  }

  /// A pattern without what may stand behind a day or a year, and need not.
  private static func required(
    _ pattern: [DatePattern], _ optional: (day: Set<String>, year: Set<String>)
  ) -> [DatePattern] {
    var required: [DatePattern] = []
    for want in pattern {
      if case .literal(.word(let word)) = want, case .part(let part)? = required.last {
        switch part {
        case .day, .quarter: if optional.day.contains(word) { continue }
        case .year, .next: if optional.year.contains(word) { continue }
        default: break
        }
      }
      required.append(want)
    }
    return required
  }

  private static func places(of names: [[String]]) -> [String: Int] {
    Dictionary(
      names.enumerated().flatMap { place, forms in forms.map { ($0.lowercased(), place + 1) } },
      uniquingKeysWith: { first, _ in first })
  }

  /// The date that a text is in this language; `nil` where it has none of the language's forms.
  public func read(_ text: String) -> PrintedDate? { DateToken.all(in: text).flatMap { read($0) } }

  /// A date as the language prints it; `nil` where it has no form for it.
  public func written(_ date: PrintedDate) -> String? {
    switch date.span {
    case .day(let month, let day): forms.day.first.flatMap { write($0, date, month: month, day: day) }
    case .month(let month): forms.month.first.flatMap { write($0, date, month: month) }
    case .months(let month, let last, let year):
      // A form for two years where there are two.
      forms.months.first { $0.namesTwoYears == (year != date.year) }
        .flatMap { write($0, date, month: month, last: last, next: year) }
    case .quarter(let quarter): forms.quarter.first.flatMap { write($0, date, quarter: quarter) }
    case .season(let season, let untilNextYear):
      forms.season.first.flatMap { write($0, date, season: season, next: untilNextYear ? date.year + 1 : nil) }
    case .year: forms.year.first.flatMap { write($0, date) } ?? String(date.year)
    }
  }

  /// Whether a text ends in a day as the language prints it, with its stops and capitals.
  public func prints(_ date: PrintedDate, as text: String) -> Bool {
    guard case .day(let month, let day) = date.span else { return false }
    return forms.day.contains { form in
      write(form, date, month: month, day: day).map { text.hasSuffix($0) } ?? false
    }
  }

  /// A day in the form in which another one is printed; `nil` where that is none of the language's.
  public func written(_ date: PrintedDate, like other: PrintedDate, _ printed: String) -> String? {
    guard case .day(let month, let day) = date.span, case .day(let otherMonth, let otherDay) = other.span else {
      return nil
    }
    return forms.day.first { write($0, other, month: otherMonth, day: otherDay) == printed }
      .flatMap { write($0, date, month: month, day: day) }
  }

  func write(
    _ form: DateForm, _ date: PrintedDate, month: Int? = nil, last: Int? = nil, day: Int? = nil, quarter: Int? = nil,
    season: Int? = nil, next: Int? = nil
  ) -> String? {
    var text = ""
    for element in form.elements {
      switch element {
      case .text(let between): text += between
      case .part(let part):
        let word: String? =
          switch part {
          case .day: day.map { $0 == 1 ? firstDay ?? "1" : String($0) }
          case .month: month.flatMap { name(of: $0, inDay: day != nil) }
          case .number: month.map(String.init)
          case .romanMonth: month.flatMap { DateWords.roman($0, of: DateWords.romanMonths) }
          case .last: last.flatMap { name(of: $0, inDay: false) }
          case .lastNumber: last.map(String.init)
          case .year: season == nil ? String(date.year) : "\(date.year)" + (next.map { "/\($0)" } ?? "")
          case .next: next.map(String.init)
          case .quarter: quarter.map(String.init)
          case .roman:
            quarter.flatMap { DateWords.roman($0, of: DateWords.romanQuarters) }
          case .season: season.flatMap { seasons.indices.contains($0 - 1) ? seasons[$0 - 1].first : nil }
          }
        guard let word else { return nil }
        text += word
      }
    }
    return text
  }

  private func name(of month: Int, inDay: Bool) -> String? {
    guard months.indices.contains(month - 1) else { return nil }
    return inDay ? months[month - 1].inDates : months[month - 1].name
  }

  static let romanQuarters = ["I", "II", "III", "IV"]
  static let romanMonths = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"]

  private static func roman(_ number: Int, of digits: [String]) -> String? {
    digits.indices.contains(number - 1) ? digits[number - 1] : nil
  }
}

extension DateForm {
  fileprivate var namesTwoYears: Bool {
    elements.contains { if case .part(.next) = $0 { true } else { false } }
  }
}
