import Text

/// What a reader may meet in a text of which it does not know the language.
public enum AnyLanguage {
  /// The words that join the last two names of a list.
  public static let conjunctions = Set(Language.all.flatMap(\.conjunctions))

  /// What belongs to the name before it: lower case, without the full stop.
  public static let nameSuffixes = Set(Language.all.flatMap(\.nameSuffixes))

  /// What may stand before a name and is no part of it: lower case, without the full stop.
  public static let honorifics = Set(Language.all.flatMap(\.honorifics))

  /// What may stand behind a name and is no part of it: lower case, without any full stop.
  public static let degrees = Set(Language.all.flatMap(\.degrees))

  /// What may open a line of authors, and whether it says what else they did.
  public static let bylineLabels = Dictionary(
    Language.all.flatMap { $0.creditLabels.map { ($0, true) } + $0.authorLabels.map { ($0, false) } },
    uniquingKeysWith: { $0 && $1 })

  /// The words with which a text turns to its readers: lower case.
  public static let greetings = Set(Language.all.flatMap(\.greetings))

  /// Words in the names of groups, and in none of a person: lower case.
  public static let groupWords = Set(Language.all.flatMap(\.groupWords))

  /// Articles that the name of a group may begin with, and that of no person: lower case.
  public static let groupArticles = Set(Language.all.flatMap(\.groupArticles))

  /// Words that end in a full stop and end no sentence: lower case, without it.
  public static let abbreviations = Set(Language.all.flatMap(\.abbreviations))

  /// What may stand behind a year: lower case, without the full stop.
  public static let yearSuffixes = Set(Language.all.flatMap(\.yearSuffixes))

  private static let ordinalSuffixes = Language.all.flatMap(\.ordinalSuffixes)

  /// A day without what makes it an ordinal: `11th` is `11`.
  public static func withoutOrdinal(_ day: String) -> String {
    guard let suffix = ordinalSuffixes.first(where: { day.hasSuffix($0) }) else { return day }
    return String(day.dropLast(suffix.count))
  }

  /// The month that a date names, from 1, with the language that calls it so: the one that the text is in, if it has such
  /// a month, since one word may be two months in two languages.
  public static func month(named name: String, first preferred: Language? = nil) -> (month: Int, language: Language)? {
    let name = name.lowercased()
    if let preferred, let month = preferred.month(named: name) { return (month, preferred) }
    for language in Language.all {
      if let month = language.month(named: name) { return (month, language) }
    }
    return nil
  }

  /// The month that is probably meant by a misspelt name, as its language writes it.
  public static func nearestMonth(to name: String) -> String? {
    guard let form = Language.all.flatMap({ $0.months.flatMap(\.forms) }).nearest(to: name) else { return nil }
    let isCapitalized = month(named: form)?.language.months[0].name.first?.isUppercase ?? false
    return isCapitalized ? form.prefix(1).uppercased() + form.dropFirst() : form
  }

  /// The names of the languages, as a message lists them: `English or Polish`.
  public static let names = listed(Language.all.map(\.englishName))

  /// One date in every form that is read, as a message lists them.
  public static let dateExamples = {
    var forms: [String] = []
    for form in Language.all.flatMap({ $0.examples(year: 2010, month: 2, day: 11) }) where !forms.contains(form) {
      forms.append(form)
    }
    return forms.map { "`\($0)`" }
  }()

  private static func listed(_ words: [String]) -> String {
    guard words.count > 1, let last = words.last else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " or " + last
  }
}
