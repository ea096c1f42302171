import Bulletins
import Coding
import Diagnostics
import Languages
import Templating
import Text

extension Theme {
  /// Compiles the files of the folder of templates; what is not there is the program's own.
  ///
  /// - Parameters:
  ///   - own: Templates and `strings/*.yaml`.
  ///   - assets: The fingerprint of each file below `assets/`, by its path there.
  ///   - settings: Where the site lies, for the addresses of assets.
  ///   - languages: The languages of the site.
  ///   - limits: What the rendering of a page may use.
  public static func compile(
    _ own: [SourceFile], assets: [String: Fingerprint], settings: SiteSettings, languages: KnownLanguages,
    limits: Limits = Limits()
  ) -> (Theme, [Diagnostic]) {
    let (words, problems) = ThemeStrings.read(own, languages)
    let names = Set(own.map(BuiltInTheme.name))
    let borrowedTemplates = BuiltInTheme.sources.filter { !names.contains(BuiltInTheme.name(of: $0)) }
    let templates = (own + borrowedTemplates).filter { !ThemeStrings.isFile($0) }
    let borrowed = BuiltInTheme.assets(namedIn: templates, besides: assets, withFonts: settings.look.hasOwnFonts)
    let all = assets.merging(borrowed.map { ($0.path, Fingerprint(of: $0.bytes)) }) { own, _ in own }
    let (compiled, mistakes) = Templates.compile(
      templates.map { (name: BuiltInTheme.name(of: $0), source: $0) },
      fallbacks: Set(borrowedTemplates.map(BuiltInTheme.name)),
      library: .site(assets: all, settings: settings, languages: languages),
      schema: .site(strings: words.shape), options: SyntaxOptions(trimBlocks: true, lstripBlocks: true),
      limits: limits)
    let digests = all.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)\n" }.joined()
    let places = templates.reduce(into: Set<String>()) { $0.formUnion(ids(in: $1.bytes)) }
    let known = BuiltInTheme.sources.reduce(into: Set<String>()) { $0.formUnion(ids(in: $1.bytes)) }
    let theme = Theme(
      templates: compiled, assets: Fingerprint(of: Bytes(digests.utf8)), borrowedAssets: borrowed, strings: words,
      ids: places.filter { !$0.contains("{") },
      hasOwnPlaces: places.contains { $0.contains("{") && !known.contains($0) })
    return (theme, problems + mistakes + own.compactMap { ConflictMarker.find(in: $0, from: 1) })
  }

  /// The places that a template has on each of its pages, to which texts may link, and how those are made that it has on
  /// some.
  private static func ids(in template: Bytes) -> [String] {
    var ids: [String] = []
    var at = 0
    let mark = Bytes(" id=\"".utf8)
    while let start = template.firstOffset(of: mark, from: at) {
      at = start + mark.count
      guard let end = template.firstOffset(of: UInt8(ascii: "\""), from: at) else { break }
      ids.append(Array(template[at..<end]).string)
    }
    return ids
  }
}
