import Bulletins
import Diagnostics
import Site
import System

/// What a preview knows of a site; one thread at a time changes it.
struct LiveState {
  let options: BuildOptions
  /// The site as it was when it could last be planned.
  private(set) var good: Good?
  private(set) var diagnostics: [Diagnostic] = []
  private var content: ContentFolder
  private var entries: [String: Entry] = [:]
  /// The files beside issues and pages that these show, link to, or look for in vain.
  private(set) var attachments: Set<String> = []
  /// What is wrong with everything but issues.
  private var around: [Diagnostic] = []
  private var planned: [Diagnostic] = []

  /// A plan, with its parts by the files they would be in.
  struct Good {
    var materials: SiteInput
    var pages: [String: Page] = [:]
    var copies: [String: CopiedFile] = [:]
    var files: [String: OutputFile] = [:]
    /// The page of each source.
    var pageOfSource: [String: String] = [:]
    var reading: ReadingOptions
    /// Whether the pages are planned with what the issues said before; those of texts can be planned alone.
    var isStale = false
  }

  /// What is known of an issue's file.
  private struct Entry {
    var source: Store.Source?
    var reading: Reading
    /// The issue as it last was right.
    var good: Issue?
  }

  init(_ options: BuildOptions) {
    self.options = options
    content = ContentFolder(unseen: options.site)
  }

  /// Reads everything.
  mutating func load(_ store: Store, _ progress: Progress) -> EnvironmentError? {
    content = ContentFolder(site: options.site)
    do throws(EnvironmentError) {
      var reader = try SiteReader(options: options, folder: content, store: store, progress: progress)
      let reading = reader.readSettings()
      let known = (try? store.sources(readAs: ReadingCache.key(of: reading))) ?? [:]
      let read = readIssues(content.issues, known, reading)
      let news = zip(content.issues, read).compactMap { path, result -> (path: String, source: Store.Source)? in
        guard !result.isKept, let source = result.source else { return nil }
        return (path, source)
      }
      // What a preview read, the next one and the next build need not.
      try? store.keep(Store.ReadSources(readingKey: ReadingCache.key(of: reading), changed: news))
      plan(&reader)
      return nil
    } catch {
      return error
    }
  }

  /// Whether the site could be another with a file: what editors leave beside it while they save does not matter.
  func depends(on path: String) -> Bool {
    ContentFolder.takes(path) || attachments.contains(path) || Inputs.fixed.contains(path)
  }

  /// Takes changes into account.
  mutating func update(_ paths: Set<String>?) {
    guard let good, let paths, paths.allSatisfy({ entries[$0] != nil && FileAccess.kind(content.path($0)) == .file })
    else { return reload() }
    let before = paths.sorted().map { ($0, entries[$0]) }
    _ = readIssues(before.map(\.0), [:], good.reading)
    let isPlanned = before.allSatisfy { path, old in
      guard let new = entries[path] else { return false }
      // A file that became wrong leaves the plan as it is.
      if new.reading.issue == nil { return true }
      return old?.reading.issue != nil && new.source?.metadata == old?.source?.metadata
        && new.good?.place == old?.good?.place
    }
    if isPlanned || patch(before.map(\.0)) { collect() } else { replan(good) }
  }

  /// Puts issues that say other things, and stand where they stood, into the archive; the pages are planned later.
  private mutating func patch(_ paths: [String]) -> Bool {
    guard paths.count <= 5, var archive = good?.materials.archive else { return false }
    for path in paths {
      guard let new = entries[path]?.good, let changed = archive.replacing(new) else { return false }
      archive = changed
    }
    good = good.map { good in
      var good = good
      good.materials = good.materials.with(archive)
      good.isStale = true
      return good
    }
    return true
  }

  /// Plans the pages, where that was put off.
  mutating func settle() {
    if let good, good.isStale { replan(good) }
  }

  /// The page of a file, and the site that it belongs to.
  mutating func page(at file: String) -> (good: Good, page: Page?)? {
    guard let good else { return nil }
    guard let page = good.pages[file], good.isStale else { return (good, good.pages[file]) }
    if let subject = page.textPage { return (good, TextPages(good.materials).page(subject)) }
    settle()
    return self.good.map { ($0, $0.pages[file]) }
  }

  /// Looks at everything again, and reads what changed.
  private mutating func reload() {
    content = ContentFolder(site: options.site)
    guard var reader = try? SiteReader(options: options, folder: content, store: nil, progress: Progress()) else {
      return
    }
    let reading = reader.readSettings()
    let isSameWay = good.map { $0.reading == reading } ?? true
    let present = Set(content.issues)
    entries = isSameWay ? entries.filter { present.contains($0.key) } : [:]
    let known = entries.compactMapValues(\.source)
    _ = readIssues(content.issues, known, reading)
    plan(&reader)
  }

  /// Reads issues, those of which the stamp is known left out.
  private mutating func readIssues(
    _ paths: [String], _ known: [String: Store.Source], _ reading: ReadingOptions
  ) -> [ReadingCache.Result] {
    let (content, cache) = (content, ReadingCache(known: known, options: reading, spool: nil))
    let results = concurrently(paths.count, jobs: options.jobs) { cache.read(paths[$0], at: content.path(paths[$0])) }
    for (path, result) in zip(paths, results) {
      let reading = result.reading
      entries[path] = Entry(source: result.source, reading: reading, good: reading.issue ?? entries[path]?.good)
    }
    return results
  }

  private mutating func plan(_ reader: inout SiteReader) {
    let issues = issues
    reader.check(issues)
    var problems: [Diagnostic] = []
    let languages = reader.languages
    let materials = reader.readAround { authorities in
      let (archive, found) = Archive.of(issues, languages: languages, authorities: authorities)
      problems = found
      return archive
    }
    around = reader.diagnostics
    attachments = reader.attachments
    planned = problems
    if let materials { take(materials, reader.reading) }
    collect()
  }

  private mutating func replan(_ good: Good) {
    let settings = good.materials.settings
    let (archive, problems) = Archive.of(
      issues, languages: settings.languages, authorities: good.materials.authorities)
    planned = problems
    var reader = try? SiteReader(options: options, folder: content, store: nil, progress: Progress())
    reader?.check(issues)
    attachments.formUnion(reader?.attachments ?? [])
    let present = Set(content.issues)
    // What is wrong with names of files was found before.
    let found = reader?.diagnostics.dropFirst(content.diagnostics.count) ?? []
    around = around.filter { !present.contains($0.path) } + found
    take(good.materials.with(archive), good.reading)
    collect()
  }

  private mutating func take(_ materials: SiteInput, _ reading: ReadingOptions) {
    let (plan, problems) = SitePlan.of(materials)
    planned += problems
    var new = Good(materials: materials, reading: reading)
    for page in plan.pages {
      new.pages[page.path.file] = page
      if page.kind == .issue || page.kind == .standing { new.pageOfSource[page.origin] = page.path.description }
    }
    for copy in plan.copies { new.copies[copy.path.file] = copy }
    for file in plan.files { new.files[file.path] = file }
    good = new
  }

  private mutating func collect() {
    diagnostics = (around + planned + content.issues.flatMap { entries[$0]?.reading.diagnostics ?? [] }).inOrder
  }

  /// The issues as they last were right.
  private var issues: [Issue] { content.issues.compactMap { entries[$0]?.good } }

  /// The files of issues that never were right since the preview began, with how often each is wrong.
  var unreadable: [(path: String, mistakes: Int)] {
    content.issues.filter { entries[$0]?.good == nil }.map { path in
      (path, entries[path]?.reading.diagnostics.count { $0.severity == .error } ?? 0)
    }
  }

  /// The address of the page that a source makes, with the site's root before it.
  func address(of source: String) -> String? {
    good.flatMap { good in good.pageOfSource[source].map { good.materials.settings.root + $0 } }
  }
}
