import Languages

/// What a masthead tells of its language, beside its number line.
struct LanguageClues {
  /// The name of the series.
  let series: String?
  /// What the series is called in a language, by the language's tag.
  let seriesNames: [String: String]
  /// What stands before colons below the number line, as before the editors' names; few mastheads are asked for it.
  let labels: () -> [String]

  init(series: String? = nil, seriesNames: [String: String] = [:], labels: @escaping () -> [String] = { [] }) {
    self.series = series
    self.seriesNames = seriesNames
    self.labels = labels
  }

  /// The language of a number line.
  ///
  /// Months decide first, since no two languages of a site are likely to share all of them; then the series' name, the
  /// label of the editors, the sign of the number; among equals, the order in which the site names its languages.
  ///
  /// - Parameters:
  ///   - signs: The languages that have the line's signs.
  ///   - line: The line's beginning.
  ///   - date: What stands in the place of the date.
  /// - Returns: `nil` where nothing tells it.
  func language(
    of signs: [Language], in line: String, date: String?, among languages: KnownLanguages
  ) -> Language? {
    let tokens = date.flatMap { DateToken.all(in: EastAsianDate.inFigures($0, languages)) }
    func prints(_ language: Language) -> Bool {
      tokens.flatMap { $0.date(in: language.dates) }.map { language.dates.prints($0, as: date ?? "") } ?? false
    }
    func reads(_ language: Language) -> Bool {
      tokens.map { $0.hasWord && $0.date(in: language.dates) != nil } ?? false
    }
    let own = languages.own
    let dated = own.filter(reads)
    if dated.count == 1 { return dated[0] }
    if let best = best(dated, signs, prints) { return best }
    let signed = own.filter { one in signs.contains { $0 === one } }
    if let named = own.first(where: isSeries) ?? signed.first(where: isLabel) { return named }
    if let tokens, tokens.hasWord {
      let foreign = languages.others.filter { reads($0) && $0.masthead.number.match(line[...].utf8) != nil }
      if let best = best(foreign, foreign, prints) { return best }
    }
    if let named = own.first(where: isLabel) { return named }
    if let best = best(signed, signs, prints) { return best }
    if let best = best(signs.filter { isLabel($0) }, signs, prints) { return best }
    return signs.count == 1 ? signs[0] : nil
  }

  /// The language of several of which most else speaks.
  ///
  /// - Parameter prints: Whether a language prints the date just so, with its stops and capitals.
  private func best(
    _ candidates: [Language], _ signs: [Language], _ prints: (Language) -> Bool
  ) -> Language? {
    func narrowed(_ left: [Language], _ isTold: (Language) -> Bool) -> [Language] {
      guard left.count > 1 else { return left }
      let told = left.filter(isTold)
      return told.isEmpty ? left : told
    }
    let told = narrowed(narrowed(candidates, isSeries), isLabel)
    return narrowed(narrowed(told) { one in signs.contains { $0 === one } }, prints).first
  }

  private func isSeries(_ language: Language) -> Bool { series != nil && seriesNames[language.tag] == series }

  private func isLabel(_ language: Language) -> Bool {
    labels().contains { language.masthead.editors.contains($0.lowercased()) }
  }
}

extension [DateToken] {
  /// The date that they are in a language, perhaps behind the day of the week.
  fileprivate func date(in words: DateWords) -> PrintedDate? {
    if let date = words.read(self) { return date }
    guard case .word(let word)? = first, words.beforeDay.contains(word) else { return nil }
    return words.read(Array(dropFirst()))
  }

  /// Whether a word stands among the parts of a date, as months and seasons are.
  fileprivate var hasWord: Bool { contains { if case .word = $0 { true } else { false } } }
}
