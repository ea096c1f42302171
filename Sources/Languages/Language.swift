/// What a language's bulletins look like in print, and what the program says in it: the data of one file.
///
/// No code knows a language by name. A class, because every file that is read asks one or several of them.
public final class Language: Sendable {
  /// The BCP 47 tag.
  public let tag: String
  /// What messages call it.
  public let englishName: String
  /// Whether nothing is known of it but its tag.
  public let isUnknown: Bool
  /// What a masthead is told by.
  public let masthead: MastheadWords
  /// How dates are read and written.
  public let dates: DateWords
  /// What stands between and behind names.
  public let names: NameWords
  /// How its texts are set.
  public let typesetting: Typesetting
  /// Run-in headings that recur and are no subject; they make no topic.
  public let rubrics: [String]
  /// Which form a number wants.
  public let plurals: PluralRules
  /// What pages say in it, by the words' names.
  public let words: [String: Phrase]
  /// The fields that front matter may name in it, by their names in it: `tytuł` is `title`.
  public let keys: [String: String]
  /// What means yes in it, in small letters.
  public let yes: [String]

  /// A language from its data.
  public init(
    tag: String, englishName: String, masthead: MastheadWords = MastheadWords(), dates: DateWords = DateWords(),
    names: NameWords = NameWords(), typesetting: Typesetting, rubrics: [String] = [],
    plurals: PluralRules = PluralRules(), words: [String: Phrase] = [:], keys: [String: String] = [:],
    yes: [String] = []
  ) {
    self.tag = tag
    self.englishName = englishName
    self.masthead = masthead
    self.dates = dates
    self.names = names
    self.typesetting = typesetting
    self.rubrics = rubrics
    self.plurals = plurals
    self.words = words
    self.keys = keys
    self.yes = yes
    isUnknown = false
  }

  /// A language of which nothing is known but what the Unicode consortium's tables have: its dates and quotation marks.
  public init(unknown tag: String) {
    self.tag = tag
    englishName = tag
    masthead = MastheadWords()
    dates = DateWords()
    names = NameWords()
    typesetting = Typesetting(quotes: Quotes(language: tag), commas: Commas(language: tag))
    rubrics = []
    plurals = PluralRules()
    words = [:]
    keys = [:]
    yes = []
    isUnknown = true
  }

  /// The same language for a tag that says more, such as a country.
  public func tagged(_ tag: String) -> Language {
    Language(
      tag: tag, englishName: englishName, masthead: masthead, dates: dates, names: names, typesetting: typesetting,
      rubrics: rubrics, plurals: plurals, words: words, keys: keys, yes: yes)
  }
}
