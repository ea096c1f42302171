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
    func reads(_ language: Language) -> Bool { tokens.map { $0.hasWord && language.dates.read($0) != nil } ?? false }
    let own = languages.own
    let dated = own.filter(reads)
    if dated.count == 1 { return dated[0] }
    if let best = best(dated, signs) { return best }
    let signed = own.filter { one in signs.contains { $0 === one } }
    if let named = own.first(where: isSeries) ?? signed.first(where: isLabel) { return named }
    if let tokens, tokens.hasWord {
      let foreign = languages.others.filter { reads($0) && $0.masthead.number.match(line[...].utf8) != nil }
      if let best = best(foreign, foreign) { return best }
    }
    if let named = own.first(where: isLabel) { return named }
    if let best = best(signed, signs) { return best }
    if let best = best(signs.filter { isLabel($0) }, signs) { return best }
    return signs.count == 1 ? signs[0] : nil
  }

  /// The language of several of which most else speaks.
  private func best(_ candidates: [Language], _ signs: [Language]) -> Language? {
    guard candidates.count > 1 else { return candidates.first }
    for isTold in [isSeries, isLabel, { one in signs.contains { $0 === one } }] {
      if let told = candidates.first(where: isTold) { return told }
    }
    return candidates.first
  }

  private func isSeries(_ language: Language) -> Bool { series != nil && seriesNames[language.tag] == series }

  private func isLabel(_ language: Language) -> Bool {
    labels().contains { language.masthead.editors.contains($0.lowercased()) }
  }
}

extension [DateToken] {
  /// Whether a word stands among the parts of a date, as months and seasons are.
  fileprivate var hasWord: Bool { contains { if case .word = $0 { true } else { false } } }
}
