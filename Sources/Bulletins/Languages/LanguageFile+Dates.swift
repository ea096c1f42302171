import Languages
import YAML

extension LanguageFile {
  /// How a language reads and writes dates, as its file says.
  static func dateWords(_ fields: inout YAMLFields, over base: DateWords) -> DateWords {
    let months = months(&fields) ?? base.months
    var seasons = fields.list("seasons", of: 4)?.map { [$0] } ?? base.seasons
    for (season, others) in (fields.lists("seasons_also", of: 4) ?? []).enumerated() where season < seasons.count {
      seasons[season] += others
    }
    var forms = DateWords.Forms()
    forms.day = dateForms(&fields, "day") ?? base.forms.day
    forms.month = dateForms(&fields, "month") ?? base.forms.month
    forms.months = dateForms(&fields, "months_together") ?? base.forms.months
    forms.quarter = dateForms(&fields, "quarter") ?? base.forms.quarter
    forms.season = dateForms(&fields, "season") ?? base.forms.season
    forms.year = dateForms(&fields, "year") ?? base.forms.year
    return DateWords(
      months: months, seasons: seasons, forms: forms, firstDay: fields.text("first_day"),
      behindDay: fields.words("behind_day"),
      behindYear: fields.words("behind_year"), beforeDay: fields.words("before_day"),
      weekdays: fields.lists("weekdays", of: 7) ?? [],
      quarters: fields.list("quarters", of: 4) ?? [], eras: eras(&fields))
  }

  private static func months(_ fields: inout YAMLFields) -> [DateWords.Month]? {
    let names = fields.list("months", of: 12)
    let inDates = fields.list("months_in_dates", of: 12)
    let others = fields.lists("months_also", of: 12)
    return names.map { names in
      names.indices.map { index in
        DateWords.Month(names[index], inDates: inDates?[index], also: others?[index] ?? [])
      }
    }
  }

  /// How many years the first one of an era stands behind the year 1, less one.
  private static func eras(_ fields: inout YAMLFields) -> [String: Int] {
    var eras: [String: Int] = [:]
    for (name, year) in fields.value("eras")?.members ?? [] {
      guard let name = name.text, let year = year.text.flatMap({ Int($0) }), (1...9_000).contains(year) else {
        fields.wrong(
          valueOf: "eras", "an era needs a name and a year",
          help: "write the year before its first one: `{令和: 2018}`")
        continue
      }
      eras[name] = year
    }
    return eras
  }

  private static func dateForms(_ fields: inout YAMLFields, _ key: String) -> [DateForm]? {
    guard let texts = fields.texts(key) else { return nil }
    return texts.compactMap { text in
      if let form = DateForm(text) { return form }
      fields.wrong(
        valueOf: key, "“\(text)” is no form of dates",
        help: "write it with the parts \(DateForm.partNames.map { "`{\($0)}`" }.joined(separator: ", "))")
      return nil
    }
  }
}

extension YAMLFields {
  /// Words; none where the key is missing.
  mutating func words(_ key: String) -> [String] { (texts(key) ?? []).map(withoutStop) }

  /// A list of so many texts.
  mutating func list(_ key: String, of count: Int) -> [String]? {
    guard let texts = texts(key) else { return nil }
    if texts.count == count { return texts }
    wrong(valueOf: key, "`\(key)` must be \(count) texts, not \(texts.count)")
    return nil
  }

  /// A list of so many texts or lists of texts.
  mutating func lists(_ key: String, of count: Int) -> [[String]]? {
    guard let elements = value(key)?.elements else { return nil }
    if elements.count == count {
      return elements.map { element in
        (element.text.map { [$0] } ?? element.elements?.compactMap(\.text) ?? []).map(withoutStop)
      }
    }
    wrong(
      valueOf: key, "`\(key)` must have \(count) parts, not \(elements.count)",
      help: "write `[]` for a part without words")
    return nil
  }

  /// What a word of the theme is: a text, or one for each form that a number wants.
  public mutating func phrase(_ key: String) -> Phrase? {
    guard let value = value(key) else { return nil }
    guard let members = value.members else { return text(key).map(Phrase.text) }
    var texts: [PluralForm: String] = [:]
    for (name, text) in members {
      guard let form = name.text.flatMap(PluralForm.init), let text = text.text else {
        wrong(
          name, "a number has no form `\(name.text ?? "")`",
          help: "write a text for some of \(PluralForm.allCases.map { "`\($0)`" }.joined(separator: ", "))")
        continue
      }
      texts[form] = text
    }
    return .counted(texts)
  }

  private func withoutStop(_ word: String) -> String { word.hasSuffix(".") ? String(word.dropLast()) : word }
}
