import Diagnostics
import Languages
import YAML

/// A file with the data of a language: the program's own, and `Content/languages/xx.yaml`.
public enum LanguageFile {
  /// Reads a file.
  ///
  /// - Parameter base: What is known of the language without the file, and holds where the file says nothing.
  public static func read(_ source: SourceFile, over base: Language) -> (language: Language, [Diagnostic]) {
    let file = YAMLFile(source)
    guard let root = file.root else { return (base, file.mistakes) }
    var fields = YAMLFields(root, in: source)
    var diagnostics: [Diagnostic] = []
    /// Reads the members of a part of the file, all of which are known.
    func part<Value>(_ key: String, _ read: (inout YAMLFields) -> Value) -> Value? {
      fields.value(key).map { node in
        var members = YAMLFields(node, in: source)
        let value = read(&members)
        diagnostics += members.finish()
        return value
      }
    }
    _ = fields.bool(fallbackKey)
    let language = Language(
      tag: base.tag, englishName: fields.text("name") ?? base.englishName,
      masthead: part("masthead") { mastheadWords(&$0) } ?? base.masthead,
      dates: part("dates") { dateWords(&$0, over: base.dates) } ?? base.dates,
      names: part("names") { nameWords(&$0) } ?? base.names,
      typesetting: part("text") { typesetting(&$0, over: base.typesetting) } ?? base.typesetting,
      rubrics: fields.texts("rubrics") ?? base.rubrics,
      plurals: part("plurals") { pluralRules(&$0) } ?? base.plurals,
      words: base.words.merging(part("words") { phrases(&$0) } ?? [:]) { $1 },
      keys: part("keys") { fieldNames(&$0) } ?? base.keys,
      yes: fields.texts("yes") ?? base.yes)
    return (language, file.findings(diagnostics + fields.finish()))
  }

  /// The key of the file whose words stand for those that another language lacks.
  static let fallbackKey = "fallback"

  private static func mastheadWords(_ fields: inout YAMLFields) -> MastheadWords {
    MastheadWords(
      number: fields.words("number"), numberBehind: fields.words("number_behind"), volume: fields.words("volume"),
      volumeBehind: fields.words("volume_behind"), yearBefore: fields.words("year_before"),
      special: fields.words("special"), cumulative: fields.words("cumulative"), editors: fields.words("editors"),
      roles: fields.words("roles"),
      abstract: fields.words("abstract"), imprint: fields.words("imprint"), unpublished: fields.words("unpublished"),
      kickers: fields.words("kickers"))
  }

  private static func nameWords(_ fields: inout YAMLFields) -> NameWords {
    var lists = NameWords.Lists()
    lists.conjunctions = fields.words("conjunctions")
    lists.others = fields.words("others")
    lists.suffixes = fields.words("suffixes")
    // A stop tells `Sen.` from a name.
    lists.honorifics = fields.texts("honorifics") ?? []
    lists.degrees = fields.words("degrees")
    lists.chiefEditor = fields.words("chief_editor")
    lists.authorLabels = fields.words("author_labels")
    lists.writingLabels = fields.words("writing_labels")
    lists.creditLabels = fields.words("credit_labels")
    lists.creditRoles = fields.words("credit_roles")
    lists.greetings = fields.words("greetings")
    lists.groupWords = fields.words("group_words")
    lists.groupArticles = fields.words("group_articles")
    lists.articles = fields.words("articles")
    lists.openEnds = fields.words("open_ends")
    lists.particles = fields.words("particles")
    lists.prepositions = fields.words("prepositions")
    lists.professions = fields.words("professions")
    lists.familyNames = fields.words("family_names")
    lists.towns = fields.words("towns")
    return NameWords(lists)
  }

  private static func typesetting(_ fields: inout YAMLFields, over base: Typesetting) -> Typesetting {
    let marks = fields.value("quotes")?.elements?.compactMap(\.text)
    if let marks, marks.count != 4 {
      fields.wrong(
        valueOf: "quotes", "`quotes` must be four marks", help: "write them in order: `[“, ”, ‘, ’]`, outer ones first")
    }
    let quotes = marks.flatMap { marks in
      marks.count == 4
        ? Quotes(open: marks[0], close: marks[1], innerOpen: marks[2], innerClose: marks[3]) : nil
    }
    return Typesetting(
      quotes: quotes ?? base.quotes, commas: commas(&fields) ?? base.commas,
      digitGroups: digitGroups(&fields) ?? base.digitGroups, shortWords: fields.words("short_words"),
      abbreviations: fields.words("abbreviations"), repeatableWords: fields.words("repeatable_words"),
      ordinaryWords: fields.words("ordinary_words"))
  }

  private static func commas(_ fields: inout YAMLFields) -> Commas? {
    let marks = fields.value("commas")?.elements?.compactMap(\.text)
    guard let marks else { return nil }
    if marks.count == 2 { return Commas(list: marks[0], clause: marks[1]) }
    fields.wrong(
      valueOf: "commas", "`commas` must be two marks",
      help: "write what stands between names first, then what stands between parts of a sentence: `[\", \", \", \"]`")
    return nil
  }

  private static func digitGroups(_ fields: inout YAMLFields) -> DigitGroups? {
    guard let value = fields.value("digits") else { return nil }
    // With its spaces as they are written: they are what parts digits in many languages.
    if let groups = value.text.flatMap(DigitGroups.init) { return groups }
    fields.wrong(
      valueOf: "digits", "\(value.text.map { "“\($0)”" } ?? value.description) does not show how digits are parted",
      help: "write a number of seven digits or more as it is printed: `\"12,345,678\"`")
    return nil
  }

  private static func pluralRules(_ fields: inout YAMLFields) -> PluralRules {
    var rules = PluralRules()
    for form in PluralForm.allCases {
      guard let rule = fields.text(form.rawValue) else { continue }
      if !rules.add(form, rule) {
        fields.wrong(
          valueOf: form.rawValue, "“\(rule)” is no rule for numbers",
          help: "write it like `n = 1` or `n % 10 = 2..4 and n % 100 != 12..14`")
      }
    }
    return rules
  }

  /// Names of fields, in the form in which keys are compared.
  private static func fieldNames(_ fields: inout YAMLFields) -> [String: String] {
    var names: [String: String] = [:]
    for key in fields.keys {
      for name in fields.words(key) { names[Metadata.normalized(name)] = key }
      if Metadata.field(spelled: key) == nil {
        fields.wrong(valueOf: key, "`\(key)` is no field of front matter", help: "write its English name: `title`, say")
      }
    }
    return names
  }

  private static func phrases(_ fields: inout YAMLFields) -> [String: Phrase] {
    var phrases: [String: Phrase] = [:]
    for key in fields.keys { phrases[key] = fields.phrase(key) }
    return phrases
  }
}
