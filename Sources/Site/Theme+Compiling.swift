import Coding
import Diagnostics
import Templating
import Text

extension Theme {
  /// Compiles the files of the folder of templates; what is not there is the program's own.
  ///
  /// - Parameters:
  ///   - own: Templates and `strings/*.yaml`.
  ///   - assets: The fingerprint of each file below `assets/`, by its path there.
  ///   - settings: Where the site lies, for the addresses of assets.
  public static func compile(
    _ own: [SourceFile], assets: [String: Fingerprint], settings: SiteSettings
  ) -> (Theme, [Diagnostic]) {
    let (words, problems) = ThemeStrings.read(own)
    let names = Set(own.map(BuiltInTheme.name))
    let borrowedTemplates = BuiltInTheme.sources.filter { !names.contains(BuiltInTheme.name(of: $0)) }
    let templates = (own + borrowedTemplates).filter { !ThemeStrings.isFile($0) }
    let borrowed = BuiltInTheme.assets(namedIn: templates, besides: assets)
    let all = assets.merging(borrowed.map { ($0.path, Fingerprint(of: $0.bytes)) }) { own, _ in own }
    let (compiled, mistakes) = Templates.compile(
      templates.map { (name: BuiltInTheme.name(of: $0), source: $0) }, library: .site(assets: all, settings: settings),
      schema: .site(strings: words.shape), options: SyntaxOptions(trimBlocks: true, lstripBlocks: true))
    let digests = all.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)\n" }.joined()
    let theme = Theme(
      templates: compiled, assets: Fingerprint(of: Bytes(digests.utf8)), borrowedAssets: borrowed, strings: words)
    return (theme, problems + mistakes)
  }
}
