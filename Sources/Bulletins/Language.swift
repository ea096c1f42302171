/// What a language's bulletins look like in print: the data that reading needs.
///
/// A language is added by adding a value to `all`; no other code knows one by name. A class, because every file that is
/// read asks all of them.
public final class Language: Sendable {
  /// The BCP 47 tag.
  public let tag: String
  /// What stands before the number: lower case, without the full stop.
  let numberSigns: [String]
  /// For each month, every form in which a date names it, lower case; the first is the one that dates are written with.
  let months: [[String]]
  /// The months' names as a message writes them.
  let monthNames: [String]
  /// The words that join the last two names of a list.
  let conjunctions: [String]
  /// Words of one letter that no line may end with.
  let shortWords: String
  /// What the link at the end of a footnote is called.
  let backToText: String
  /// Run-in headings that recur and are no subject; they make no topic.
  public let rubrics: [String]

  private init(
    tag: String, numberSigns: [String], months: [[String]], monthNames: [String], conjunctions: [String],
    shortWords: String, backToText: String, rubrics: [String]
  ) {
    self.tag = tag
    self.numberSigns = numberSigns
    self.months = months
    self.monthNames = monthNames
    self.conjunctions = conjunctions
    self.shortWords = shortWords
    self.backToText = backToText
    self.rubrics = rubrics
  }

  /// The languages whose mastheads are understood.
  public static let all = [english, polish]

  /// The data of a language; a language that is not in the table is read as English is.
  public static func tagged(_ tag: String) -> Language {
    all.first { tag == $0.tag || tag.hasPrefix($0.tag + "-") } ?? english
  }

  static let english = Language(
    tag: "en",
    numberSigns: ["no", "№"],
    months: [
      ["january", "jan"], ["february", "feb"], ["march", "mar"], ["april", "apr"], ["may"], ["june", "jun"],
      ["july", "jul"], ["august", "aug"], ["september", "sep", "sept"], ["october", "oct"], ["november", "nov"],
      ["december", "dec"],
    ],
    monthNames: [
      "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
      "December",
    ],
    conjunctions: ["and", "&"],
    shortWords: "",
    backToText: "Back to content",
    rubrics: [
      "Prospects", "Conclusions", "Conclusion", "Conclusions for Poland", "Conclusions for the EU",
      "Conclusions and Prospects", "Prospects and Conclusions", "Recommendations", "Summary", "Background",
      "Introduction", "Outlook", "Assessment",
    ])

  static let polish = Language(
    tag: "pl",
    numberSigns: ["nr"],
    months: [
      ["stycznia", "styczeń"], ["lutego", "luty"], ["marca", "marzec"], ["kwietnia", "kwiecień"], ["maja", "maj"],
      ["czerwca", "czerwiec"], ["lipca", "lipiec"], ["sierpnia", "sierpień"], ["września", "wrzesień"],
      ["października", "październik"], ["listopada", "listopad"], ["grudnia", "grudzień"],
    ],
    monthNames: [
      "styczeń", "luty", "marzec", "kwiecień", "maj", "czerwiec", "lipiec", "sierpień", "wrzesień", "październik",
      "listopad", "grudzień",
    ],
    conjunctions: ["i", "oraz"],
    shortWords: "aiouwzAIOUWZ",
    backToText: "Powrót do tekstu",
    rubrics: [
      "Perspektywy", "Wnioski", "Wnioski dla Polski", "Wnioski dla UE", "Wnioski i perspektywy",
      "Wnioski i rekomendacje", "Rekomendacje", "Podsumowanie", "Tło", "Wprowadzenie", "Ocena",
    ])
}
