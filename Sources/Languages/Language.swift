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
  /// What may stand before a name and is no part of it, as `Dr.` does: lower case, without the full stop.
  public let honorifics: [String]
  /// What may stand behind a name and is no part of it, as `Ph.D.` and `ed.` do: lower case, without any full stop.
  public let degrees: [String]
  /// What may open a line of authors and says no more than that they are such: lower case, without a colon.
  public let authorLabels: [String]
  /// What else may open a list of names without a colon, and says what they did: lower case.
  public let creditLabels: [String]
  /// The words with which a text turns to its readers; what begins so is no line of authors. Lower case.
  public let greetings: [String]
  /// Words in the names of institutes, offices and teams, and in none of a person: lower case.
  public let groupWords: [String]
  /// Articles that the name of a group may begin with, and that of no person: lower case.
  public let groupArticles: [String]
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
    honorifics: [String] = [], degrees: [String] = [], authorLabels: [String] = [], creditLabels: [String] = [],
    greetings: [String] = [], groupWords: [String] = [], groupArticles: [String] = [], abbreviations: [String],
    repeatableWords: [String] = [], shortWords: String = "", backToText: String, rubrics: [String]
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
    self.honorifics = honorifics
    self.degrees = degrees
    self.authorLabels = authorLabels
    self.creditLabels = creditLabels
    self.greetings = greetings
    self.groupWords = groupWords
    self.groupArticles = groupArticles
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
