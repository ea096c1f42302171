/// What stands between names, before and behind them; in lower case, without a full stop.
///
/// A class, because every name that is read asks the same one.
public final class NameWords: Sendable {
  /// The words that join the last two names of a list.
  public let conjunctions: Set<String>
  /// What is printed in the place of names that are left out, as `et al.` is; as printed, without the last full stop.
  public let others: [String]
  /// What belongs to the name before it, as `Jr.` does.
  public let suffixes: Set<String>
  /// What may stand before a name and is no part of it, as `Dr.` does.
  public let honorifics: Set<String>
  /// What may stand behind a name and is no part of it, as `Ph.D.` and `ed.` do; without any full stop.
  public let degrees: Set<String>
  /// What the chief editor is called, as label of a list or behind a name.
  public let chiefEditor: Set<String>
  /// What may open a line of authors, and whether it says what else they did.
  public let bylineLabels: [String: Bool]
  /// What people do for a text that makes them none of its authors, as it stands before or behind their names: `photos`,
  /// `translator`. Who interviews somebody, or tells again what was told, writes.
  public let creditRoles: Set<String>
  /// The words with which a text turns to its readers; what begins so is no line of authors.
  public let greetings: Set<String>
  /// Words in the names of institutes, offices and teams, and in none of a person.
  public let groupWords: Set<String>
  /// What words in the names of groups end with, where two words are written as one.
  public let groupEndings: [String]
  /// Articles that the name of a group may begin with, and that of no person.
  public let groupArticles: Set<String>
  /// Articles that no name begins with: `a`, `an`.
  public let articles: Set<String>
  /// Words in small letters with which no title ends: where one does, its rest stands on the next line.
  public let openEnds: Set<String>
  /// Long words in small letters that names have in them: `della`.
  public let particles: Set<String>
  /// Words that say where somebody is or for whom they write, and stand in no name: `from`.
  public let prepositions: Set<String>
  /// Family names with which names of two or three signs begin that may stand beside each other with nothing but a blank
  /// between, as in Chinese.
  public let familyNames: Set<String>
  /// Towns that stand beside names with nothing but a blank between, as in Chinese.
  public let towns: Set<String>
  /// What people are, as it may stand behind their names: `Director`, `fellow`; none is a usual family name.
  public let professions: Set<String>
  /// Of titles and professions, those that stand right behind a name in Han characters, the longest first.
  public let titlesBehindHanNames: [String]
  /// Of professions, those that words in Han characters end with, `東京大学教授`, the longest first.
  let professionsInHan: [String]
  /// The longest of what stands before or behind names, in bytes with a stop behind each letter.
  public let longestAddition: Int
  /// The shortest word of groups or of what such words end with, in bytes.
  public let shortestGroupWord: Int

  /// How long labels are.
  private let labelLengths: WordLengths
  /// How long words for professions are.
  let professionLengths: WordLengths

  /// Whether a text may open a line of authors, and then whether it says what else they did; `nil` for any other text.
  public func label(_ text: String) -> Bool? {
    labelLengths.include(text.utf8.count) ? bylineLabels[text.lowercased()] : nil
  }

  /// Whether roles say that somebody did other work than writing, and nothing of writing: `Photos`, `translator`.
  public func areCredits(_ roles: [String]) -> Bool {
    let roles = roles.map { $0.lowercased() }
    return roles.contains { creditRoles.contains(NameWords.withoutStop($0)) }
      && !roles.contains { bylineLabels[$0] == false }
  }

  private static func withoutStop(_ word: String) -> String { word.hasSuffix(".") ? String(word.dropLast()) : word }

  /// The words of one kind each, in any case.
  public struct Lists: Sendable {
    /// See the property of `NameWords`.
    public var conjunctions: [String] = []
    /// See the property of `NameWords`.
    public var others: [String] = []
    /// See the property of `NameWords`.
    public var suffixes: [String] = []
    /// See the property of `NameWords`.
    public var honorifics: [String] = []
    /// See the property of `NameWords`.
    public var degrees: [String] = []
    /// See the property of `NameWords`.
    public var chiefEditor: [String] = []
    /// What may open a line of authors and says no more than that.
    public var authorLabels: [String] = []
    /// What may open a line of authors and says in what way they wrote: `Interview by`.
    public var writingLabels: [String] = []
    /// What may open a line of authors and says what else they did.
    public var creditLabels: [String] = []
    /// See the property of `NameWords`; labels of credits need not be named again.
    public var creditRoles: [String] = []
    /// See the property of `NameWords`.
    public var greetings: [String] = []
    /// Words in the names of groups; with a hyphen before it, what such a word ends with.
    public var groupWords: [String] = []
    /// See the property of `NameWords`.
    public var groupArticles: [String] = []
    /// See the property of `NameWords`.
    public var articles: [String] = []
    /// See the property of `NameWords`.
    public var openEnds: [String] = []
    /// See the property of `NameWords`.
    public var particles: [String] = []
    /// See the property of `NameWords`.
    public var prepositions: [String] = []
    /// See the property of `NameWords`.
    public var professions: [String] = []
    /// See the property of `NameWords`.
    public var familyNames: [String] = []
    /// See the property of `NameWords`.
    public var towns: [String] = []

    /// No words.
    public init() {}
  }

  /// The words of a language.
  public convenience init(_ lists: Lists = Lists()) {
    func lower(_ words: [String]) -> Set<String> { Set(words.map { $0.lowercased() }) }
    let labels =
      (lists.writingLabels + lists.creditLabels).map { ($0.lowercased(), true) }
      + lists.authorLabels.map { ($0.lowercased(), false) }
    self.init(
      conjunctions: lower(lists.conjunctions), others: lists.others, suffixes: lower(lists.suffixes),
      honorifics: lower(lists.honorifics),
      degrees: lower(lists.degrees), chiefEditor: lower(lists.chiefEditor),
      bylineLabels: Dictionary(labels, uniquingKeysWith: { $0 && $1 }),
      creditRoles: Set(
        lower(lists.creditRoles + lists.creditLabels.flatMap(NameWords.roles(of:))).map(NameWords.withoutStop)),
      greetings: lower(lists.greetings),
      groupWords: lower(lists.groupWords.filter { !$0.hasPrefix("-") }),
      groupEndings: lists.groupWords.filter { $0.hasPrefix("-") }.map { $0.dropFirst().lowercased() },
      groupArticles: lower(lists.groupArticles), articles: lower(lists.articles), openEnds: lower(lists.openEnds),
      particles: lower(lists.particles), prepositions: lower(lists.prepositions), professions: lower(lists.professions),
      familyNames: Set(lists.familyNames), towns: Set(lists.towns))
  }

  /// Whether a word is of several Han characters.
  private static func isHan(_ word: String) -> Bool {
    word.utf8.count > 3 && word.unicodeScalars.allSatisfy(\.properties.isIdeographic)
  }

  private static func longestFirst(_ words: Set<String>) -> [String] {
    words.sorted { ($1.utf8.count, $0) < ($0.utf8.count, $1) }
  }

  /// A label as a role: as it is, and, of several words, without the last one: `Photos by`, `Photos`.
  private static func roles(of label: String) -> [String] {
    label.lastIndex(of: " ").map { [label, String(label[..<$0])] } ?? [label]
  }

  /// The words of several languages.
  public convenience init(of languages: [Language]) {
    func all(_ words: (NameWords) -> Set<String>) -> Set<String> {
      languages.reduce(into: []) { $0.formUnion(words($1.names)) }
    }
    func list(_ words: (NameWords) -> [String]) -> [String] { Set(languages.flatMap { words($0.names) }).sorted() }
    self.init(
      conjunctions: all(\.conjunctions), others: list(\.others), suffixes: all(\.suffixes),
      honorifics: all(\.honorifics),
      degrees: all(\.degrees), chiefEditor: all(\.chiefEditor),
      bylineLabels: languages.reduce(into: [:]) { $0.merge($1.names.bylineLabels) { $0 && $1 } },
      creditRoles: all(\.creditRoles), greetings: all(\.greetings), groupWords: all(\.groupWords),
      groupEndings: list(\.groupEndings), groupArticles: all(\.groupArticles), articles: all(\.articles),
      openEnds: all(\.openEnds), particles: all(\.particles), prepositions: all(\.prepositions),
      professions: all(\.professions), familyNames: all(\.familyNames), towns: all(\.towns))
  }

  private init(
    conjunctions: Set<String>, others: [String], suffixes: Set<String>, honorifics: Set<String>, degrees: Set<String>,
    chiefEditor: Set<String>, bylineLabels: [String: Bool], creditRoles: Set<String>, greetings: Set<String>,
    groupWords: Set<String>, groupEndings: [String], groupArticles: Set<String>, articles: Set<String>,
    openEnds: Set<String>, particles: Set<String>, prepositions: Set<String>, professions: Set<String>,
    familyNames: Set<String>, towns: Set<String>
  ) {
    self.conjunctions = conjunctions
    self.others = others
    self.suffixes = suffixes.union(["ii", "iii", "iv"])
    self.honorifics = honorifics
    self.degrees = degrees
    self.chiefEditor = chiefEditor
    self.bylineLabels = bylineLabels
    self.creditRoles = creditRoles
    self.greetings = greetings
    self.groupWords = groupWords
    self.groupEndings = groupEndings
    self.groupArticles = groupArticles
    self.articles = articles
    self.openEnds = openEnds
    self.particles = particles
    self.prepositions = prepositions
    self.professions = professions
    self.familyNames = familyNames
    self.towns = towns
    let (titles, inHan) = (honorifics.filter(NameWords.isHan), professions.filter(NameWords.isHan))
    professionsInHan = NameWords.longestFirst(inHan)
    titlesBehindHanNames = NameWords.longestFirst(
      titles.union(inHan.filter { word in titles.contains { word.hasSuffix($0) } }))
    longestAddition = 2 * ([self.suffixes, degrees, honorifics].flatMap { $0.map(\.utf8.count) }.max() ?? 0)
    shortestGroupWord = (groupWords.map(\.utf8.count) + groupEndings.map { $0.utf8.count + 1 }).min() ?? .max
    labelLengths = WordLengths(bylineLabels.keys)
    professionLengths = WordLengths(professions)
  }
}
