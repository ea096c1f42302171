/// What a language's bulletins look like in print: the data that reading and writing need.
///
/// A language is one file with one value, listed in `all`; no other code knows one by name. A class, because every file
/// that is read asks all of them.
public final class Language: Sendable {
  /// The BCP 47 tag.
  public let tag: String
  /// What messages call it.
  public let englishName: String
  /// What stands before the number: lower case, without the full stop.
  public let numberSigns: [String]
  /// The twelve months.
  public let months: [Month]
  /// The forms of dates: the first is the one that dates are written in, the others are read, too.
  public let dateForms: [DateForm]
  /// What may stand behind the day: the `th` of `11th`, lower case.
  public let ordinalSuffixes: [String]
  /// What may stand behind the year: the `r` of `2010 r.`, without the full stop.
  public let yearSuffixes: [String]
  /// The words that join the last two names of a list.
  public let conjunctions: [String]
  /// What belongs to the name before it, as `Jr.` does: lower case, without the full stop.
  public let nameSuffixes: [String]
  /// Words of four letters or more that end in a full stop and end no sentence: lower case, without it.
  public let abbreviations: [String]
  /// Words that may stand twice in a row, in small letters; of a language without any, it is not known.
  public let repeatableWords: [String]
  /// Words of one letter that no line may end with.
  public let shortWords: String
  /// What the link at the end of a footnote is called.
  public let backToText: String
  /// Run-in headings that recur and are no subject; they make no topic.
  public let rubrics: [String]

  /// A language whose data stands in its own file.
  init(
    tag: String, englishName: String, numberSigns: [String], months: [Month], dateForms: [DateForm],
    ordinalSuffixes: [String] = [], yearSuffixes: [String] = [], conjunctions: [String], nameSuffixes: [String],
    abbreviations: [String], repeatableWords: [String] = [], shortWords: String = "", backToText: String,
    rubrics: [String]
  ) {
    self.tag = tag
    self.englishName = englishName
    self.numberSigns = numberSigns
    self.months = months
    self.dateForms = dateForms
    self.ordinalSuffixes = ordinalSuffixes
    self.yearSuffixes = yearSuffixes
    self.conjunctions = conjunctions
    self.nameSuffixes = nameSuffixes
    self.abbreviations = abbreviations
    self.repeatableWords = repeatableWords
    self.shortWords = shortWords
    self.backToText = backToText
    self.rubrics = rubrics
  }

  /// The number of the month that a date names, from 1; the name is in lower case.
  public func month(named name: String) -> Int? {
    months.firstIndex { $0.forms.contains(name) }.map { $0 + 1 }
  }
}
