/// How texts of a language are set.
public struct Typesetting: Sendable {
  /// The quotation marks.
  public let quotes: Quotes
  /// The commas.
  public let commas: Commas
  /// How large numbers are parted; where the language's data does not say, as the Unicode consortium's tables have it.
  public let digitGroups: DigitGroups?
  /// Words that no line may end with.
  public let shortWords: [String]
  /// Words that end in a full stop and end no sentence: lower case, without it.
  public let abbreviations: Set<String>
  /// Words that may stand twice in a row, in small letters; of a language without any, it is not known.
  public let repeatableWords: Set<String>
  /// Words that look like notes to oneself and are none in the language, in small letters: `todo` is “all” in some. Where
  /// they are none before another word alone, both: `todo list`.
  public let ordinaryWords: Set<String>
  /// The longest abbreviation, in letters; at least that of a title.
  public let longestAbbreviation: Int

  /// The marks, and words that are none unless they are given.
  public init(
    quotes: Quotes, commas: Commas, digitGroups: DigitGroups? = nil, shortWords: [String] = [],
    abbreviations: [String] = [], repeatableWords: [String] = [], ordinaryWords: [String] = []
  ) {
    self.quotes = quotes
    self.commas = commas
    self.digitGroups = digitGroups
    self.shortWords = shortWords
    self.abbreviations = Set(abbreviations.map { $0.lowercased() })
    self.repeatableWords = Set(repeatableWords.map { $0.lowercased() })
    self.ordinaryWords = Set(ordinaryWords.map { $0.lowercased() })
    longestAbbreviation = max(5, self.abbreviations.map(\.count).max() ?? 0)
  }
}
