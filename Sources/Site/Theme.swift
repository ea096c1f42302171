import Coding
import Diagnostics
import Languages
import Templating
import Text
import YAML

/// The templates, words and assets that make a site look as it does.
public struct Theme: Sendable {
  /// The compiled templates.
  public let templates: Templates
  /// What tells the assets from others.
  public let assets: Fingerprint
  private let shape: Shape
  private let words: [String: [String: String]]

  /// The folder's name, with which the paths of its files begin.
  public static let folder = "Templates/"

  /// Compiles the files of the folder of templates.
  ///
  /// - Parameters:
  ///   - sources: Templates and `strings/*.yaml`.
  ///   - assets: The fingerprint of each file below `assets/`, by its path there.
  ///   - settings: Where the site lies, for the addresses of assets.
  public static func compile(
    _ sources: [SourceFile], assets: [String: Fingerprint], settings: SiteSettings
  ) -> (Theme, [Diagnostic]) {
    var diagnostics: [Diagnostic] = []
    var words: [String: [String: String]] = [:]
    var files: [String: SourceFile] = [:]
    let isStrings = { (source: SourceFile) in source.path.hasPrefix(folder + "strings/") }
    for source in sources where isStrings(source) && source.path.hasSuffix(".yaml") {
      let language = String(source.path.dropFirst((folder + "strings/").count).dropLast(".yaml".count))
      let (found, problems) = readStrings(source)
      words[language] = found
      files[language] = source
      diagnostics += problems
    }
    let keys = Set(words.values.flatMap(\.keys)).sorted()
    for (language, found) in words.sorted(by: { $0.key < $1.key }) {
      for key in keys where found[key] == nil {
        diagnostics.append(
          Diagnostic(
            .missingString, "there is no word for `\(key)`", in: files[language]?.path ?? "",
            help: "add `\(key):` with what it is in this language"))
      }
    }
    let shape = Shape("the theme's strings", keys.map { .init($0, .scalar, words[Language.default.tag]?[$0] ?? "") })
    let templates = sources.filter { !isStrings($0) }.map {
      (name: String($0.path.dropFirst(folder.count)), source: $0)
    }
    let (compiled, mistakes) = Templates.compile(
      templates, library: .site(assets: assets, settings: settings), schema: .site(strings: shape),
      options: SyntaxOptions(trimBlocks: true, lstripBlocks: true))
    diagnostics += mistakes + missingTemplates(compiled)
    let all = assets.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)\n" }.joined()
    let theme = Theme(templates: compiled, assets: Fingerprint(of: Bytes(all.utf8)), shape: shape, words: words)
    return (theme, diagnostics)
  }

  /// The templates without which no site is made.
  public static let required = [
    "home.html", "bulletin.html", "volume.html", "archive.html", "topics.html", "topic.html", "people.html",
    "person.html", "editors.html", "page.html", "404.html", "redirect.html", "feed.xml", "sitemap.xml",
  ]

  private static func missingTemplates(_ templates: Templates) -> [Diagnostic] {
    let missing = required.filter { !templates.contain($0) }
    let help = "`bulletin init` writes the default theme into a new site; copy it from there"
    if missing.count == required.count {
      return [Diagnostic(.missingTemplate, "the site has no theme", in: folder, help: help)]
    }
    return missing.map {
      Diagnostic(.missingTemplate, "the theme has no template `\($0)`", in: folder + $0, help: help)
    }
  }

  /// The strings of a language; those of English, or of any, where it has none.
  func strings(in language: String) -> Value {
    let table = words[language] ?? words[Language.default.tag] ?? words.sorted { $0.key < $1.key }.first?.value ?? [:]
    let texts = shape.fields.map { Value(table[$0.name] ?? words[Language.default.tag]?[$0.name] ?? "") }
    return .record(Record(shape, texts, isReadByAll: true))
  }

  private static func readStrings(_ source: SourceFile) -> ([String: String], [Diagnostic]) {
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
}

extension DiagnosticKind {
  static let missingString = DiagnosticKind(
    "missing-string", .warning,
    "A language's strings lack a word that another language's have. The English one is printed until it is added.")
  static let missingTemplate = DiagnosticKind(
    "missing-template", .error, "The theme lacks a template that every site needs.")
}
