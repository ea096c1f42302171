import Bulletins
import Coding
import Diagnostics
import Languages
import Markdown
import Site
import System
import Text

/// Reads the two folders of a site: the first of the two rooms that touch the disk.
struct SiteReader {
  let options: BuildOptions
  let progress: Progress
  let folder: ContentFolder
  var diagnostics: [Diagnostic] = []
  private let store: Store?
  /// How issues are read, as the store names it.
  private(set) var readingKey = ""
  /// Where the texts lie that were read, by the paths of their files.
  private(set) var texts: [String: TextSpool.Place] = [:]
  /// The stamps that files had when they were read, as `FileStamp.kept` gives them; nothing for files that were looked for
  /// and not there.
  private(set) var stamps: [String: Bytes] = [:]
  let spool: TextSpool?
  private(set) var reading = ReadingOptions()
  private var settings: SiteSettings?
  /// The issues' files that are not as the store knew them.
  private(set) var changedSources: Set<String> = []
  /// What tells everything that pages can read, but the texts of issues.
  private var worldParts: [(path: String, contents: Fingerprint)] = []
  /// The files beside issues that are published with them or looked for in vain.
  var attachments: Set<String> = []
  /// Files that issues link to and that are not there.
  var lost: Set<String> = []
  /// The texts that are held back, and until when that is so.
  private(set) var releases: Releases

  /// A reader of the folders, which takes from the store what did not change; without a store it reads everything.
  init(
    options: BuildOptions, folder: ContentFolder, store: Store?, progress: Progress
  ) throws(EnvironmentError) {
    self.options = options
    self.store = store
    spool = store == nil ? nil : TextSpool(in: options.site + "/.bulletin", issues: folder.issues.count)
    self.progress = progress
    guard FileAccess.kind(options.site) == .folder else {
      throw EnvironmentError("the site can't be read", options.site, because: "it is no folder")
    }
    self.folder = folder
    releases = Releases(options, timeZone: nil)
    diagnostics = folder.diagnostics
  }

  /// Reads everything, and tells what the store does not know of it.
  mutating func read() -> (SiteSources, news: Store.ReadSources) {
    readSettings()
    let (settings, jobs) = (settings, options.jobs)
    let theme = settings.map { (settings: $0, files: readThemeFiles()) }
    let issues = beginReadingIssues()
    // A theme is compiled while others work: it is the only thing to read that is one piece.
    let (compiled, results) = both(jobs: jobs) {
      theme.map { Theme.compile($0.files.sources, assets: $0.files.assets, settings: $0.settings) }
    } _: {
      issues.read(jobs: jobs)
    }
    diagnostics += compiled?.1 ?? []
    let (bulletins, news) = take(results, of: issues)
    let pages = readPages(reading, languages: settings?.languages ?? [Language.default.tag])
    noteUnreadFiles()
    let sources = SiteSources(
      bulletins: bulletins, standingPages: pages, authorities: readAuthorities(), settings: settings,
      theme: compiled?.0, lost: lost, held: releases.paths,
      assets: publishedAssets)
    return (sources, news)
  }

  /// Everything but the issues, which come from elsewhere; `nil` when something can't be used.
  mutating func readAround(_ archive: (Authorities) -> Archive?) -> SitePlan.Materials? {
    let before = diagnostics.count
    let authorities = readAuthorities()
    guard let settings, let archive = archive(authorities) else { return nil }
    let files = readThemeFiles()
    let (theme, problems) = Theme.compile(files.sources, assets: files.assets, settings: settings)
    diagnostics += problems
    let pages = readPages(reading, languages: settings.languages)
    noteUnreadFiles()
    if Array(diagnostics[before...]).containErrors { return nil }
    return SitePlan.Materials(
      archive: archive, authorities: authorities, standingPages: pages, settings: settings, theme: theme, lost: lost,
      held: releases.paths, assets: publishedAssets)
  }

  private var publishedAssets: [String] { folder.assets.map { String($0.dropFirst("Templates/assets/".count)) } }

  private func readingOptions(_ settings: SiteSettings?) -> ReadingOptions {
    ReadingOptions(
      language: settings?.languages.first ?? Language.default.tag,
      markdown: MarkdownOptions(
        smartPunctuation: settings?.smartPunctuation ?? false, rawHTML: settings?.rawHTML ?? false))
  }

  /// Everything that pages can read, but the texts of issues, as a fingerprint.
  var world: Bytes {
    var writer = BinaryWriter()
    for (path, contents) in worldParts {
      writer.put(path)
      writer.put(contents)
    }
    writer.put("exceptions \(options.exceptions.rawValue) \(readingKey)")
    writer.put(releases.held.map(\.path))
    writer.put(lost.sorted())
    return writer.fingerprint.bytes
  }

  mutating func source(_ path: String) -> SourceFile? {
    do {
      let file = try FileAccess.open(folder.path(path))
      // An issue's file may be read once more for a message; what counts is how it was read first.
      if stamps[path] == nil { stamps[path] = file.stamp.kept(at: FileStamp.now) }
      let source = SourceFile(path: path, bytes: try file.contents())
      worldParts.append((path, Fingerprint(of: source.bytes)))
      return source
    } catch {
      diagnostics.append(Diagnostic(.notAFile, "the file can't be read: \(error.reason)", in: path))
      return nil
    }
  }

  /// Reads `site.yaml`; the result is how issues are to be read.
  @discardableResult
  mutating func readSettings() -> ReadingOptions {
    if FileAccess.kind(folder.path("Content/site.yaml")) == .nothing {
      diagnostics.append(SiteSettings.missing)
    } else if let source = source("Content/site.yaml") {
      let (read, problems) = SiteSettings.read(source)
      settings = read
      diagnostics += problems
    }
    reading = readingOptions(settings)
    releases = Releases(options, timeZone: settings?.timeZone)
    return reading
  }

  private mutating func readThemeFiles() -> (sources: [SourceFile], assets: [String: Fingerprint]) {
    var assets: [String: Fingerprint] = [:]
    for path in folder.assets {
      if let source = source(path) {
        assets[String(path.dropFirst("Templates/assets/".count))] = Fingerprint(of: source.bytes)
      }
    }
    var sources: [SourceFile] = []
    for path in folder.templates { if let source = source(path) { sources.append(source) } }
    return (sources, assets)
  }

  /// The files of issues, and how they are read.
  private struct IssueFiles: Sendable {
    let folder: ContentFolder
    let cache: ReadingCache
    let progress: Progress

    func read(jobs: Int) -> [ReadingCache.Result] {
      concurrently(folder.issues.count, jobs: jobs) { index in
        defer { progress.step() }
        return cache.read(folder.issues[index], at: folder.path(folder.issues[index]))
      }
    }
  }

  private mutating func beginReadingIssues() -> IssueFiles {
    if folder.issues.isEmpty {
      diagnostics.append(
        Diagnostic(
          .noIssues, "the site has no issue", in: "Content/bulletins",
          help: "put the first one there, or let `bulletin init` make a site to start from"))
    }
    progress.begin(.reading, folder.issues.count)
    readingKey = ReadingCache.key(of: reading)
    // A store that can't be read is as good as none.
    let known = (try? store?.sources(readAs: readingKey)) ?? [:]
    return IssueFiles(
      folder: folder, cache: ReadingCache(known: known, options: reading, spool: spool),
      progress: progress)
  }

  private mutating func take(
    _ results: [ReadingCache.Result], of files: IssueFiles
  ) -> ([Issue], Store.ReadSources) {
    let paths = folder.issues
    var news = Store.ReadSources(readingKey: readingKey)
    texts.reserveCapacity(paths.count)
    stamps.reserveCapacity(paths.count)
    // By their places: a result is many things, of which each line needs one.
    for (index, path) in paths.enumerated() {
      if !results[index].isKept, let source = results[index].source { news.changed.append((path, source)) }
      if let text = results[index].text { texts[path] = text }
      if let stamp = results[index].source?.stamp { stamps[path] = stamp }
      worldParts.append((path, results[index].source?.metadata ?? Fingerprint(of: [])))
    }
    let known = files.cache.known
    if !known.isEmpty {
      let present = Set(paths)
      news.lost = known.keys.filter { !present.contains($0) }
    }
    changedSources = Set(news.changed.map(\.path))
    var bulletins: [Issue] = []
    bulletins.reserveCapacity(results.count)
    for (index, path) in paths.enumerated() {
      let reading = results[index].reading
      guard releases.admit(reading, of: path) else { continue }
      diagnostics += reading.diagnostics
      if let bulletin = reading.issue { bulletins.append(bulletin) }
    }
    check(bulletins)
    return (bulletins, news)
  }

  /// The languages of the settings.
  var languages: [String] { settings?.languages ?? [] }

  private mutating func readPages(_ reading: ReadingOptions, languages: [String]) -> [StandingPage] {
    var pages: [StandingPage] = []
    for path in folder.pages {
      guard let source = source(path) else { continue }
      // `about.pl.md` is the Polish version of `about.md`.
      var name = String(path.dropFirst("Content/pages/".count))
      name = String(name.dropLast(name.utf8.suffix(3).first == UInt8(ascii: ".") ? 3 : ".markdown".count))
      var options = reading
      if let language = languages.first(where: { name.hasSuffix("." + $0) }) {
        options.language = language
        name = String(name.dropLast(language.count + 1))
      }
      let address = name.split(separator: "/").compactMap { Slug(of: String($0))?.description }.joined(separator: "/")
      let (page, html, problems) = StandingPage.read(source, address: address, options: options)
      if let page, !releases.admit(page.release, of: path, titled: page.title) { continue }
      diagnostics += problems
      if let page {
        pages.append(page)
        texts[path] = .memory(html)
        checkAttachments(page.text, of: path)
      }
    }
    return pages
  }

  private mutating func optionalSource(_ path: String) -> SourceFile? {
    if FileAccess.kind(folder.path(path)) != .nothing { return source(path) }
    stamps[path] = []
    return nil
  }

  private mutating func readAuthorities() -> Authorities {
    let people = optionalSource("Content/people.yaml")
    let topics = optionalSource("Content/topics.yaml")
    let (authorities, problems) = Authorities.read(people: people, topics: topics)
    diagnostics += problems
    return authorities
  }
}

extension DiagnosticKind {
  static let noIssues = DiagnosticKind(
    "no-issues", .error, "The folder of issues holds no issue. Put Markdown files into Content/bulletins.")
}
