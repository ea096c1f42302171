import Bulletins
import Coding
import Diagnostics
import Languages
import Markdown
import Site
import Text

/// What all pages share, and issues are read by: settings, authority files, standing pages and the theme.
struct SharedSources {
  /// What `site.yaml` says; `nil` where it can't be used.
  let settings: SiteSettings?
  /// How texts are read.
  let reading: ReadingOptions
  private(set) var authorities = Authorities()
  private(set) var theme: Theme?
  /// The standing pages that are out.
  private(set) var pages: [StandingPage] = []
  /// Their texts, by the paths of their files.
  private(set) var texts: [(path: String, html: Bytes)] = []
  /// The files that were read.
  private(set) var files: FileReader
  /// What is wrong with what the files say.
  private var problems: [Diagnostic] = []

  /// What is wrong with any of the files.
  var diagnostics: [Diagnostic] { files.folder.diagnostics + files.diagnostics + problems }

  /// Reads `site.yaml`.
  init(settingsIn folder: ContentFolder) {
    files = FileReader(folder)
    let (settings, problems) = SharedSources.readSettings(&files)
    self.settings = settings
    self.problems = problems
    reading = ReadingOptions(
      language: settings?.languages.first ?? Language.default.tag,
      markdown: MarkdownOptions(
        smartPunctuation: settings?.smartPunctuation ?? false, rawHTML: settings?.rawHTML ?? false))
  }

  private static func readSettings(_ files: inout FileReader) -> (SiteSettings?, [Diagnostic]) {
    let path = "Content/site.yaml"
    guard let source = files.readIfThere(path) else {
      return (nil, files.diagnostics.isEmpty ? [SiteSettings.missing] : [])
    }
    return SiteSettings.read(source)
  }

  /// The theme, compiled or to be compiled: the only thing to read that is one piece, so that it is done beside others.
  struct ThemeFiles: Sendable {
    fileprivate let sources: [SourceFile]
    fileprivate let assets: [String: Fingerprint]
    fileprivate let settings: SiteSettings

    /// Compiles the templates.
    func compiled() -> (Theme, [Diagnostic]) { Theme.compile(sources, assets: assets, settings: settings) }
  }

  /// Reads the files of the theme; `nil` without settings, since templates are compiled for a site.
  mutating func readThemeFiles() -> ThemeFiles? {
    guard let settings else { return nil }
    var assets: [String: Fingerprint] = [:]
    for path in files.folder.assets {
      if let source = files.read(path) {
        assets[String(path.dropFirst(SharedSources.assetFolder.count))] = Fingerprint(of: source.bytes)
      }
    }
    let sources = files.folder.templates.compactMap { files.read($0) }
    return ThemeFiles(sources: sources, assets: assets, settings: settings)
  }

  /// Takes over the compiled theme.
  mutating func set(_ compiled: (Theme, [Diagnostic])?) {
    theme = compiled?.0
    problems += compiled?.1 ?? []
  }

  /// Reads the standing pages and the authority files.
  mutating func readPagesAndAuthorities(_ releases: inout Releases) {
    for path in files.folder.pages {
      if let source = files.read(path) { read(source, &releases) }
    }
    let (people, topics) = (files.readIfThere("Content/people.yaml"), files.readIfThere("Content/topics.yaml"))
    let (authorities, found) = Authorities.read(people: people, topics: topics)
    self.authorities = authorities
    problems += found
  }

  private mutating func read(_ source: SourceFile, _ releases: inout Releases) {
    // `about.pl.md` is the Polish version of `about.md`.
    var name = String(source.path.dropFirst("Content/pages/".count))
    name = String(name.dropLast(name.utf8.suffix(3).first == UInt8(ascii: ".") ? 3 : ".markdown".count))
    var options = reading
    if let language = settings?.languages.first(where: { name.hasSuffix("." + $0) }) {
      options.language = language
      name = String(name.dropLast(language.count + 1))
    }
    let address = name.split(separator: "/").compactMap { Slug(of: String($0))?.description }.joined(separator: "/")
    let (page, html, found) = StandingPage.read(source, address: address, options: options)
    if let page, !releases.admit(page.release, of: source.path, titled: page.title) { return }
    problems += found
    guard let page else { return }
    pages.append(page)
    texts.append((source.path, html))
  }

  private static let assetFolder = "Templates/assets/"

  /// What pages are made of, with the issues; `nil` without settings or theme.
  func materials(_ archive: Archive, missing: Set<String>, held: Set<String>) -> SitePlan.Materials? {
    guard let settings, let theme else { return nil }
    return SitePlan.Materials(
      archive: archive, authorities: authorities, standingPages: pages, settings: settings, theme: theme, lost: missing,
      held: held, assets: files.folder.assets.map { String($0.dropFirst(SharedSources.assetFolder.count)) })
  }
}
