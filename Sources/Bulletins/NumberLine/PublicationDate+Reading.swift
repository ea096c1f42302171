import Languages
import Text

extension PublicationDate {
  /// Why a text is no date.
  enum Problem: Error, Equatable {
    /// The text has none of the forms in which dates are printed.
    case unreadable
    /// The text is one date or another, as the month or the day comes first; perhaps it can be one of them only.
    case ordered(monthFirst: PublicationDate?, dayFirst: PublicationDate?)
    /// The month's name is in no language that is known.
    case unknownMonth(String)
    /// The calendar has no such day; the message says why.
    case impossible(String)
  }

  /// Reads a date as it is printed in a language that is known (`February 11, 2010`, `11 lutego 2010 r.`, `Spring 2024`)
  /// or with its year in front, with or without a time after it.
  ///
  /// - Parameter language: The one that the text is in, where that is known.
  static func read(
    _ text: String, in language: Language? = nil, of languages: KnownLanguages
  ) -> Result<PublicationDate, Problem> {
    let text = text.plain
    let date = read(EastAsianDate.inFigures(text, languages), in: language, of: languages, weekdays: 2)
    if case .failure = date, let why = EastAsianDate.problem(in: text, languages) { return .failure(.impossible(why)) }
    return date
  }

  /// - Parameter weekdays: How many words may stand beside the date: `Tuesday, the 5th of March 2024`.
  private static func read(
    _ text: String, in language: Language?, of languages: KnownLanguages, weekdays: Int
  ) -> Result<PublicationDate, Problem> {
    func readWithoutWeekday() -> Result<PublicationDate, Problem>? {
      guard weekdays > 0, let rest = withoutWeekday(text, languages) else { return nil }
      return read(rest, in: language, of: languages, weekdays: weekdays - 1)
    }
    if let date = ISODate.read(text) ?? DateInFigures.read(text, languages.dateOrder) { return date }
    if let day = UnixDate.date(text) ?? MailDate.date(text) {
      return read(day, in: language, of: languages, weekdays: 0)
    }
    guard let tokens = DateToken.all(in: text) else {
      return readWithoutWeekday() ?? .failure(.unreadable)
    }
    if let date = language.flatMap({ $0.dates.read(tokens) }) { return checked(date, in: language) }
    for own in languages.own {
      if let date = own.dates.read(tokens) { return checked(date, in: own) }
    }
    for other in languages.others {
      if let date = other.dates.read(tokens) { return checked(date, in: other) }
    }
    if let result = readWithoutWeekday() ?? readWithoutAccents(tokens, languages) { return result }
    if weekdays > 0, let rest = withoutTown(text),
      case .success(let date) = read(rest, in: language, of: languages, weekdays: weekdays - 1), date.precision == .day
    {
      return .success(date)
    }
    let month = unknownMonth(in: tokens) ?? unknownMonth(in: tokens, among: languages.own)
    return .failure(month.map(Problem.unknownMonth) ?? .unreadable)
  }

  /// A text without the day of the week before it or in brackets behind it; `nil` where none stands there.
  private static func withoutWeekday(_ text: String, _ languages: KnownLanguages) -> String? {
    func isWeekday(_ word: Substring) -> Bool {
      let word = word.lowercased()
      return languages.own.contains { $0.dates.beforeDay.contains(word) }
        || languages.others.contains { $0.dates.beforeDay.contains(word) }
    }
    let text = text.withPlainMarks
    if text.utf8.last == UInt8(ascii: ")"), let open = text.utf8.lastIndex(of: UInt8(ascii: "(")) {
      let inside = text[open...].dropFirst().dropLast()
      return isWeekday(inside) ? String(text[..<open]).trimmed : nil
    }
    if text.utf8.last.map({ $0 >= 0x80 }) ?? false,
      let behind = (languages.own + languages.others).lazy.flatMap(\.dates.beforeDay)
        .first(where: { $0.unicodeScalars.count > 1 && NameShape.isIdeographic($0) && text.hasSuffix($0) })
    {
      return String(text.dropLast(behind.count)).trimmed
    }
    if let comma = text.utf8.lastIndex(of: UInt8(ascii: ",")),
      isWeekday(Substring(text.utf8[comma...].dropFirst().drop { $0 == 0x20 }))
    {
      return String(text[..<comma]).trimmed
    }
    let word = text.utf8.prefix { $0 != 0x20 && $0 != UInt8(ascii: ",") && $0 != UInt8(ascii: ".") }
    guard !word.isEmpty, word.endIndex < text.endIndex, isWeekday(Substring(word)) else { return nil }
    return String(Substring(text.utf8[word.endIndex...].drop { " ,.".utf8.contains($0) }))
  }

  /// What stands behind the comma after a town: `Rowna, 5 March 2024`; `nil` for a text of another form.
  private static func withoutTown(_ text: String) -> String? {
    guard let comma = text.utf8.firstIndex(of: UInt8(ascii: ",")), NameShape.beginsAsName(text),
      text.utf8[..<comma].allSatisfy({ $0.isASCIILetter || $0 >= 0x80 || $0 == 0x20 || $0 == UInt8(ascii: "-") })
    else { return nil }
    return String(Substring(text.utf8[comma...].dropFirst())).trimmed
  }

  /// A date of the site's languages whose month is typed without its accents: `5 fevrier 2024`.
  private static func readWithoutAccents(
    _ tokens: [DateToken], _ languages: KnownLanguages
  ) -> Result<PublicationDate, Problem>? {
    for (place, token) in tokens.enumerated() {
      guard case .word(let word) = token, let typed = Slug(of: word) else { continue }
      for language in languages.own {
        let months = language.dates.months.flatMap(\.forms).filter { $0 != word && Slug(of: $0) == typed }
        for month in months {
          var meant = tokens
          meant[place] = .word(month)
          if let date = language.dates.read(meant) { return checked(date, in: language) }
        }
      }
    }
    return nil
  }

  /// A date that the calendar has, or why it has not.
  static func checked(_ printed: PrintedDate, in language: Language?) -> Result<PublicationDate, Problem> {
    if let date = PublicationDate(printed) { return .success(date) }
    guard printed.year > 0 else { return .failure(.impossible("the calendar has no year 0")) }
    switch printed.span {
    case .day(let month, let day):
      guard (1...12).contains(month) else { return .failure(.impossible("a year has no month \(month)")) }
      let own = language?.dates.months ?? []
      let months = own.isEmpty ? KnownLanguages.fallback.dates.months : own
      let name = months.isEmpty ? "month \(month)" : months[month - 1].name
      let leap = month == 2 && day == 29 ? " in \(printed.year)" : ""
      return .failure(.impossible("\(name) has no day \(day)\(leap)"))
    case .month(let month): return .failure(.impossible("a year has no month \(month)"))
    case .months: return .failure(.impossible("these months do not follow each other"))
    case .quarter(let quarter): return .failure(.impossible("a year has no quarter \(quarter)"))
    case .season, .year: return .failure(.unreadable)
    }
  }

  /// The word in the place of a month, where all else looks like a date.
  private static func unknownMonth(in tokens: [DateToken]) -> String? {
    guard case .number(_, digits: 4) = tokens.last, tokens.count <= 3 else { return nil }
    let words = tokens.compactMap { token -> String? in if case .word(let word) = token { word } else { nil } }
    return words.count == 1 && !tokens.contains(.joint) ? words[0] : nil
  }

  /// The word that only has to be a month's name for a text to be a date, whatever other words the language has in one.
  private static func unknownMonth(in tokens: [DateToken], among languages: [Language]) -> String? {
    // No language has more words in a date.
    guard tokens.count <= 12 else { return nil }
    for language in languages {
      guard let month = language.dates.months.first.flatMap({ DateToken.all(in: $0.name) }), month.count == 1 else {
        continue
      }
      for (index, token) in tokens.enumerated() {
        guard case .word(let word) = token else { continue }
        var meant = tokens
        meant[index] = month[0]
        if language.dates.read(meant) != nil { return word }
      }
    }
    return nil
  }
}
