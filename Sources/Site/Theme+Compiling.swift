import Bulletins
import Coding
import Diagnostics
import Languages
import Templating
import Text

extension Theme {
  /// Compiles the files of the folder of templates.
  ///
  /// - Parameters:
  ///   - sources: Templates and `strings/*.yaml`.
  ///   - assets: The fingerprint of each file below `assets/`, by its path there.
  ///   - settings: Where the site lies, for the addresses of assets.
  ///   - languages: The languages of the site.
  public static func compile(
    _ sources: [SourceFile], assets: [String: Fingerprint], settings: SiteSettings,
    languages: KnownLanguages
  ) -> (Theme, [Diagnostic]) {
    let (strings, problems) = ThemeStrings.read(sources, languages)
    let templates = sources.filter { !ThemeStrings.isFile($0) }.map {
      (name: String($0.path.dropFirst(folder.count)), source: $0)
    }
    let (compiled, mistakes) = Templates.compile(
      templates, library: .site(assets: assets, settings: settings, languages: languages),
      schema: .site(strings: strings.shape),
      options: SyntaxOptions(trimBlocks: true, lstripBlocks: true))
    let all = assets.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)\n" }.joined()
    let theme = Theme(templates: compiled, assets: Fingerprint(of: Bytes(all.utf8)), strings: strings)
    return (theme, problems + mistakes + missingTemplates(compiled))
  }

  /// An error for each template without which no site is made.
  private static func missingTemplates(_ templates: Templates) -> [Diagnostic] {
    let required = PageKinds.all.flatMap { $0.templates.map(\.page) }
    let missing = required.filter { !templates.contain($0) }
    let help = "`bulletin init` writes the default theme into a new site; copy it from there"
    if missing.count == required.count {
      return [Diagnostic(.missingTemplate, "the site has no theme", in: folder, help: help)]
    }
    return missing.map {
      Diagnostic(.missingTemplate, "the theme has no template `\($0)`", in: folder + $0, help: help)
    }
  }
}

extension DiagnosticKind {
  static let missingTemplate = DiagnosticKind(
    "missing-template", .error, "The theme lacks a template that every site needs.")
}
