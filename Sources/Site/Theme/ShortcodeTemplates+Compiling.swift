import Bulletins
import Coding
import Diagnostics
import Languages
import Templating
import Text

extension ShortcodeTemplates {
  /// Compiles the templates of a site's own shortcodes.
  public static func compiled(
    _ sources: [SourceFile], settings: SiteSettings, languages: KnownLanguages, limits: Limits
  ) -> (ShortcodeTemplates, [Diagnostic]) {
    let named = sources.map { (name: BuiltInTheme.name(of: $0), source: $0) }
    let (templates, mistakes) = Templates.compile(
      named, library: .site(assets: [:], settings: settings, languages: languages), schema: schema,
      options: SyntaxOptions(trimBlocks: true, lstripBlocks: true), limits: limits)
    let title = settings.title.text(in: settings.mainLanguage)?.text ?? ""
    let (url, root) = (settings.origin + settings.root, settings.root)
    var site = ValueMap()
    for (key, text) in [("title", title), ("url", url), ("root", root)] { site[key] = Value(text) }
    let whatAllRead = Bytes("\(title)\n\(url)\n".utf8)
    // One may include another.
    let everything = whatAllRead + sources.flatMap { Bytes($0.path.utf8) + $0.bytes }
    let digests = Dictionary(
      sources.map { source in
        (source.path, Fingerprint(of: namesOthers(source) ? everything : whatAllRead + source.bytes))
      }, uniquingKeysWith: { $1 })
    let paths = Dictionary(
      sources.map { (String($0.path.dropFirst(folder.count).dropLast(".html".count)), $0.path) },
      uniquingKeysWith: { $1 })
    let values = Value.map(site)
    // What is wrong with a template is said once, there.
    let broken = Set(mistakes.filter { $0.severity == .error }.map(\.path))
    let shortcodes = ShortcodeTemplates(paths: paths, digests: digests) { call in
      if broken.contains(paths[call.name] ?? "") { return .success([]) }
      do throws(Failure) {
        return .success(try rendered(call, templates, site: values))
      } catch {
        return .failure(error)
      }
    }
    return (shortcodes, mistakes)
  }

  /// Whether a template names others.
  private static func namesOthers(_ source: SourceFile) -> Bool {
    source.bytes.firstOffset(of: Bytes("shortcodes/".utf8)) != nil
  }
}
