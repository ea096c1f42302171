/// What stands between names and behind them; in lower case, without a full stop.
public struct NameWords: Sendable {
  /// The words that join the last two names of a list.
  public let conjunctions: Set<String>
  /// Those of them that may also stand within one name, before its last word.
  public let withinNames: Set<String>
  /// What belongs to the name before it, as `Jr.` does.
  public let suffixes: Set<String>
  /// What stands before a name and ends in a stop: `dr`.
  public let honorifics: Set<String>
  /// What the chief editor is called, as label of a list or behind a name.
  public let chiefEditor: Set<String>
  /// The longest suffix in bytes, with a stop.
  public let longestSuffix: Int

  /// No words, unless they are given, in any case.
  public init(
    conjunctions: some Sequence<String> = [], withinNames: some Sequence<String> = [],
    suffixes: some Sequence<String> = [], honorifics: some Sequence<String> = [],
    chiefEditor: some Sequence<String> = []
  ) {
    self.conjunctions = Set(conjunctions.map { $0.lowercased() })
    self.withinNames = Set(withinNames.map { $0.lowercased() })
    self.suffixes = Set(suffixes.map { $0.lowercased() }).union(NameWords.numerals)
    self.honorifics = Set(honorifics.map { $0.lowercased() })
    self.chiefEditor = Set(chiefEditor.map { $0.lowercased() })
    longestSuffix = 1 + (self.suffixes.map(\.utf8.count).max() ?? 0)
  }

  /// The words of several languages.
  public init(of languages: [Language]) {
    self.init(
      conjunctions: languages.flatMap(\.names.conjunctions), withinNames: languages.flatMap(\.names.withinNames),
      suffixes: languages.flatMap(\.names.suffixes), honorifics: languages.flatMap(\.names.honorifics),
      chiefEditor: languages.flatMap(\.names.chiefEditor))
  }

  private static let numerals: Set<String> = ["ii", "iii", "iv"]
}
