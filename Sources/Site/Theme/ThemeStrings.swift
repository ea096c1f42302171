import Diagnostics
import Languages
import Templating
import YAML

/// The words of a theme in each language, from `strings/*.yaml`.
struct ThemeStrings: Sendable {
  /// The record that templates read as `t`.
  let shape: Shape
  private let words: [String: [String: String]]

  /// Where the files are.
  private static let folder = "strings/"

  /// Whether a file of the theme holds words.
  static func isFile(_ source: SourceFile) -> Bool { BuiltInTheme.name(of: source).hasPrefix(folder) }

  /// Reads the words of all languages: the theme's, and of those that it does not have, the program's own.
  static func read(_ sources: [SourceFile]) -> (ThemeStrings, [Diagnostic]) {
    var diagnostics: [Diagnostic] = []
    var words: [String: [String: String]] = [:]
    var files: [String: SourceFile] = [:]
    for source in sources where isFile(source) && source.path.hasSuffix(".yaml") {
      let language = language(of: source)
      let (found, problems) = read(source)
      words[language] = found
      files[language] = source
      diagnostics += problems
    }
    // What is said of a theme's words is said of those that it added.
    let added = Set(words.values.flatMap(\.keys))
    for source in BuiltInTheme.sources where isFile(source) {
      words[language(of: source), default: [:]].merge(read(source).0) { own, _ in own }
    }
    let keys = Set(words.values.flatMap(\.keys)).sorted()
    for (language, file) in files.sorted(by: { $0.key < $1.key }) {
      for key in added.sorted() where words[language]?[key] == nil {
        diagnostics.append(
          Diagnostic(
            .missingString, "there is no word for `\(key)`", in: file.path,
            help: "add `\(key):` with what it is in this language"))
      }
    }
    let shape = Shape("the theme's strings", keys.map { .init($0, .scalar, words[Language.default.tag]?[$0] ?? "") })
    return (ThemeStrings(shape: shape, words: words), diagnostics)
  }

  private static func language(of source: SourceFile) -> String {
    String(BuiltInTheme.name(of: source).dropFirst(folder.count).dropLast(".yaml".count))
  }

  private static func read(_ source: SourceFile) -> ([String: String], [Diagnostic]) {
    switch YAMLFields.root(of: source) {
    case .failure(let mistake): return ([:], [mistake.diagnostic])
    case .success(let root):
      var found: [String: String] = [:]
      var fields = YAMLFields(root, in: source)
      for (key, _) in root.members ?? [] {
        if let key = key.text { found[key] = fields.text(key) }
      }
      return (found, fields.finish())
    }
  }

  /// The words of a language; those of English, or of any, where it has none.
  func record(in language: String) -> Value {
    let table = words[language] ?? words[Language.default.tag] ?? words.sorted { $0.key < $1.key }.first?.value ?? [:]
    let texts = shape.fields.map { Value(table[$0.name] ?? words[Language.default.tag]?[$0.name] ?? "") }
    return .record(Record(shape, texts, keepsDigests: true))
  }
}

extension DiagnosticKind {
  static let missingString = DiagnosticKind(
    "missing-string", .warning,
    "A language's strings lack a word that another language's have. The English one is printed until it is added.")
}
