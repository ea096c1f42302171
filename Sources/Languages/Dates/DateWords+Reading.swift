extension DateWords {
  /// What was found of a form so far.
  private struct Found {
    var day, month, last, year, next, quarter, season: Int?
    /// Whether the form is one of seasons, so that two years may stand in the place of one.
    var isOfSeason = false
    var isAcrossYears = false
    /// Whether the form names a year and nothing else.
    var isOfYear = false

    var date: PrintedDate? {
      guard let year else { return nil }
      if let month {
        if let day { return PrintedDate(year: year, .day(month: month, day: day)) }
        guard let last else { return PrintedDate(year: year, .month(month)) }
        return PrintedDate(year: year, .months(month, through: last, of: next ?? year))
      }
      if let quarter { return PrintedDate(year: year, .quarter(quarter)) }
      if let season { return PrintedDate(year: year, .season(season, untilNextYear: isAcrossYears)) }
      return isOfYear ? PrintedDate(year: year, .year) : nil
    }
  }

  /// The date that the parts of a text are, in the first form that fits.
  public func read(_ tokens: [DateToken]) -> PrintedDate? {
    if case .number(let year, digits: 4)? = tokens.first, tokens.dropFirst().allSatisfy(isBehindYear) {
      return PrintedDate(year: year, .year)
    }
    for pattern in patterns {
      if let date = match(pattern, tokens) { return date }
    }
    return nil
  }

  /// What may stand behind a year that stands alone: the `r` of `2010 r.`
  private func isBehindYear(_ token: DateToken) -> Bool {
    if case .word(let word) = token { behindYear.contains(word) } else { false }
  }

  private func match(_ pattern: [DatePattern], _ text: [DateToken]) -> PrintedDate? {
    var tokens = text
    var found = Found()
    found.isOfSeason = pattern.contains { if case .part(.season) = $0 { true } else { false } }
    found.isOfYear = pattern.allSatisfy {
      if case .part(let part) = $0, part != .year { false } else { true }
    }
    var at = 0
    for want in pattern {
      guard at < tokens.count else { return nil }
      switch want {
      case .literal(let token):
        if tokens[at] == token {
          at += 1
        } else {
          // Where no blanks stand between words, one may begin with another: `年春`.
          guard case .word(let begin) = token, case .word(let word) = tokens[at], word.hasPrefix(begin),
            (begin.utf8.first ?? 0) >= 0xE3
          else { return nil }
          tokens[at] = .word(String(word.dropFirst(begin.count)))
        }
      case .part(let part):
        guard take(part, tokens, &at, &found) else { return nil }
      }
    }
    return at == tokens.count ? found.date : nil
  }

  private func take(_ part: DateForm.Part, _ tokens: [DateToken], _ at: inout Int, _ found: inout Found) -> Bool {
    defer { at += 1 }
    switch (part, tokens[at]) {
    case (.day, .number(let number, digits: 1...2)):
      found.day = number
      skip(behindDay, tokens, &at)
    case (.number, .number(let number, digits: 1...2)): found.month = number
    case (.lastNumber, .number(let number, digits: 1...2)): found.last = number
    case (.romanMonth, .word(let word)):
      found.month = DateWords.romanMonths.firstIndex { $0.lowercased() == word }.map { $0 + 1 }
      return found.month != nil
    case (.month, .word(let name)):
      found.month = monthsByName[name]
      return found.month != nil
    case (.last, .word(let name)):
      found.last = monthsByName[name]
      return found.last != nil
    case (.year, .number(let number, digits: 4)):
      found.year = number
      if found.isOfSeason { takeNextYear(tokens, &at, &found) }
      skip(behindYear, tokens, &at)
    case (.next, .number(let number, digits: 4)):
      found.next = number
      skip(behindYear, tokens, &at)
    case (.quarter, .number(let number, digits: 1)):
      found.quarter = number
      skip(behindDay, tokens, &at)
    case (.quarter, .word(let word)):
      found.quarter = quarters[word]
      return found.quarter != nil
    case (.roman, .word(let word)):
      found.quarter = DateWords.romanQuarters.firstIndex { $0.lowercased() == word }.map { $0 + 1 }
      return found.quarter != nil
    case (.season, .word(let name)):
      found.season = seasonsByName[name]
      // `Spring/Summer 2024` counts as the first of the two, and is printed as it was written.
      if at + 2 < tokens.count, tokens[at + 1] == .joint, case .word(let last) = tokens[at + 2],
        seasonsByName[last] != nil
      {
        at += 2
      }
      return found.season != nil
    default: return false
    }
    return true
  }

  /// `2024/25` and `2024–2025` behind a season that begins in one year and ends in the next.
  private func takeNextYear(_ tokens: [DateToken], _ at: inout Int, _ found: inout Found) {
    guard at + 2 < tokens.count, tokens[at + 1] == .joint, case .number(let next, let digits) = tokens[at + 2],
      let year = found.year, next == (digits == 4 ? year + 1 : (year + 1) % 100)
    else { return }
    found.isAcrossYears = true
    at += 2
  }

  private func skip(_ words: Set<String>, _ tokens: [DateToken], _ at: inout Int) {
    while at + 1 < tokens.count, case .word(let word) = tokens[at + 1], words.contains(word) { at += 1 }
  }
}
