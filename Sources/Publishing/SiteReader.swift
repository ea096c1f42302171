import Bulletins
import Diagnostics
import Markdown
import Site
import Text

/// Reads the two folders of a site: the first of the two rooms that touch the disk.
struct SiteReader {
  let options: BuildOptions
  let progress: Progress
  private let folder: ContentFolder
  private(set) var diagnostics: [Diagnostic] = []
  /// Files that issues link to and that are not there.
  private var lost: Set<String> = []

  init(options: BuildOptions, progress: Progress) throws(EnvironmentError) {
    self.options = options
    self.progress = progress
    guard FileAccess.kind(options.site) == .folder else {
      throw EnvironmentError("the site can't be read", options.site, because: "it is no folder")
    }
    folder = ContentFolder(site: options.site)
    diagnostics = folder.diagnostics
  }

  /// Everything a plan is made of; `nil` when `site.yaml` or the theme can't be used.
  mutating func read() -> SitePlan.Materials? {
    let settings = readSettings()
    let theme = settings.map { readTheme($0) }
    let reading = readingOptions(settings)
    let bulletins = readIssues(reading)
    let pages = readPages(reading, languages: settings?.languages ?? ["en"])
    let authorities = readAuthorities()
    let languages = settings?.languages ?? []
    let (archive, problems) = Archive.of(bulletins, languages: languages, authorities: authorities)
    diagnostics += problems
    guard let settings, let theme else { return nil }
    return SitePlan.Materials(
      archive: archive, standingPages: pages, settings: settings, theme: theme,
      lost: lost, assets: folder.assets.map { String($0.dropFirst("Templates/assets/".count)) })
  }

  private func readingOptions(_ settings: SiteSettings?) -> ReadingOptions {
    ReadingOptions(
      language: settings?.languages.first ?? "en",
      markdown: MarkdownOptions(
        smartPunctuation: settings?.smartPunctuation ?? false, rawHTML: settings?.rawHTML ?? false))
  }

  private mutating func source(_ path: String) -> SourceFile? {
    do {
      return SourceFile(path: path, bytes: try FileAccess.read(folder.path(path)))
    } catch {
      diagnostics.append(Diagnostic(.notAFile, "the file can't be read: \(error.reason)", in: path))
      return nil
    }
  }

  private mutating func readSettings() -> SiteSettings? {
    guard FileAccess.kind(folder.path("Content/site.yaml")) != .nothing else {
      diagnostics.append(SiteSettings.missing)
      return nil
    }
    guard let source = source("Content/site.yaml") else { return nil }
    let (settings, problems) = SiteSettings.read(source)
    diagnostics += problems
    return settings
  }

  private mutating func readTheme(_ settings: SiteSettings) -> Theme {
    var assets: [String: Fingerprint] = [:]
    for path in folder.assets {
      if let source = source(path) {
        assets[String(path.dropFirst("Templates/assets/".count))] = Fingerprint(of: source.bytes)
      }
    }
    var sources: [SourceFile] = []
    for path in folder.templates { if let source = source(path) { sources.append(source) } }
    let (theme, problems) = Theme.compile(sources, assets: assets, settings: settings)
    diagnostics += problems
    return theme
  }

  private mutating func readIssues(_ reading: ReadingOptions) -> [Bulletin] {
    let (folder, progress) = (folder, progress)
    let paths = folder.issues
    if paths.isEmpty {
      diagnostics.append(
        Diagnostic(
          .noIssues, "the site has no issue", in: "Content/bulletins",
          help: "put the first one there, or let `bulletin init` make a site to start from"))
    }
    progress.begin(.reading, paths.count)
    let readings = concurrently(paths.count, jobs: options.jobs) { index in
      defer { progress.step() }
      do throws(EnvironmentError) {
        let size = try FileAccess.size(folder.path(paths[index]))
        // A huge file is refused unread.
        let bytes =
          size > Bulletin.largestSource
          ? Bytes(repeating: 0x20, count: Bulletin.largestSource + 1) : try FileAccess.read(folder.path(paths[index]))
        return Bulletin.read(SourceFile(path: paths[index], bytes: bytes), options: reading)
      } catch {
        return Reading(diagnostics: [Diagnostic(.notAFile, "the file can't be read: \(error.reason)", in: paths[index])]
        )
      }
    }
    diagnostics += readings.flatMap(\.diagnostics)
    let bulletins = readings.compactMap(\.bulletin).filter { options.drafts || !$0.isDraft }
    for bulletin in bulletins { checkAttachments(bulletin.body, of: bulletin.path) }
    return bulletins
  }

  private mutating func readPages(_ reading: ReadingOptions, languages: [String]) -> [StandingPage] {
    var pages: [StandingPage] = []
    for path in folder.pages {
      guard let source = source(path) else { continue }
      // `about.pl.md` is the Polish version of `about.md`.
      var name = String(path.dropFirst("Content/pages/".count))
      name = String(name.dropLast(name.hasSuffix(".md") ? 3 : ".markdown".count))
      var options = reading
      if let language = languages.first(where: { name.hasSuffix("." + $0) }) {
        options.language = language
        name = String(name.dropLast(language.count + 1))
      }
      let address = name.split(separator: "/").compactMap { Slug(of: String($0))?.description }.joined(separator: "/")
      let (page, problems) = StandingPage.read(source, address: address, options: options)
      diagnostics += problems
      if let page {
        pages.append(page)
        checkAttachments(page.body, of: path)
      }
    }
    return pages
  }

  private mutating func readAuthorities() -> Authorities {
    func optional(_ path: String) -> String? { FileAccess.kind(folder.path(path)) == .nothing ? nil : path }
    let people = optional("Content/people.yaml").flatMap { source($0) }
    let topics = optional("Content/topics.yaml").flatMap { source($0) }
    let (authorities, problems) = Authorities.read(people: people, topics: topics)
    diagnostics += problems
    return authorities
  }

  private mutating func checkAttachments(_ body: Body, of path: String) {
    for attachment in body.attachments {
      guard let problem = problem(of: attachment), let source = source(path) else { continue }
      lost.insert(attachment.path)
      let place = source.place(source.range(ofLine: attachment.line))
      diagnostics.append(Diagnostic(problem.kind, problem.message, at: place, help: problem.help))
    }
  }

  private func problem(of attachment: Body.Attachment) -> (kind: DiagnosticKind, message: String, help: String)? {
    let whole = folder.path(attachment.path)
    guard attachment.path.hasPrefix("Content/") else {
      return (
        .outsideContent, "“\(attachment.path)” lies outside of the folder of content", "copy the file beside the issue"
      )
    }
    switch FileAccess.kind(whole) {
    case .file:
      guard let root = FileAccess.realPath(folder.path("Content")), let real = FileAccess.realPath(whole),
        real.hasPrefix(root + "/")
      else {
        return (
          .outsideContent, "“\(attachment.path)” leads out of the folder of content", "copy the file beside the issue"
        )
      }
      return nil
    default:
      if attachment.isImage {
        return (.missingAttachment, "there is no image \(attachment.path)", "put it there, or correct its path")
      }
      return (.brokenLink, "there is no file \(attachment.path)", "an address of the web begins with https://")
    }
  }
}
