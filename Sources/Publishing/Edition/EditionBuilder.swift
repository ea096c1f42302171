import Bulletins
import Coding
import Diagnostics
import Site
import Synchronization
import System
import Text

/// Puts an edition together from what was read.
struct EditionBuilder {
  /// The file of an issue that was read, and where its texts lie.
  struct Part: Sendable {
    var result: IssueFileReader.Result
    let slots: [TextSpool.Slot]
  }

  private let options: BuildOptions
  private let folder: ContentFolder
  private var shared: SharedSources
  private let texts: TextStore
  private let memory: Edition.Memory
  private var releases: Releases
  private var table = IssueTable()
  private var issues: [Issue] = []
  private var findings = EditionFindings()
  private var stamps: [String: Bytes] = [:]
  private var news: Store.ReadSources
  /// The digests of what every page can read but texts, in a fixed order.
  private var digests: [(path: String, digest: Fingerprint)] = []

  init(
    _ options: BuildOptions, _ folder: ContentFolder, _ shared: SharedSources, _ texts: TextStore,
    _ memory: Edition.Memory
  ) {
    self.options = options
    self.folder = folder
    self.shared = shared
    self.texts = texts
    self.memory = memory
    releases = Releases(options, timeZone: shared.settings?.timeZone)
    news = Store.ReadSources(readingKey: IssueFileReader.key(of: shared.reading))
  }

  /// Takes over the files of issues, in the order of the folder.
  mutating func add(_ parts: [Part], _ known: KnownIssues) {
    let paths = folder.issues
    table.reserve(paths.count)
    stamps.reserveCapacity(paths.count)
    issues.reserveCapacity(paths.count)
    digests.reserveCapacity(paths.count)
    // By their places: a part is many things, of which each line needs one.
    for (index, path) in paths.enumerated() {
      var issue = parts[index].result.issue
      if let source = parts[index].result.news { news.changed.append((path, source)) }
      if !issue.stamp.isEmpty || issue.digest != nil { stamps[path] = issue.stamp }
      if issue.good == nil { issue.good = memory.edition?.issues[path]?.good }
      table[path] = issue
      if releases.admit(issue.reading, of: path) {
        findings.reading += issue.reading.diagnostics
        if let good = issue.good { issues.append(good) }
      }
      digests.append((path, issue.metadata))
    }
    texts.keep(zip(paths, parts).lazy.filter { !$1.slots.isEmpty }.map { ($0, $1.slots) })
    if !known.stored.isEmpty {
      let present = Set(paths)
      news.lost = known.stored.keys.filter { !present.contains($0) }
    }
    if paths.isEmpty {
      findings.reading.append(
        Diagnostic(
          .noIssues, "the site has no issue", in: "Content/bulletins",
          help: "put the first one there, or let `bulletin init` make a site to start from"))
    }
  }

  /// The edition, with its pages planned while the store learns what was read: both keep one thread busy.
  mutating func edition(_ notice: (String) -> Void) -> Edition {
    shared.readPagesAndAuthorities(&releases)
    texts.keep(shared.texts.lazy.map { ($0.path, [.memory($0.html)]) })
    let check = AttachmentCheck(of: issues, shared.pages, in: folder)
    findings.shared = shared.diagnostics
    findings.attachments = check.diagnostics
    stamps.merge(shared.files.stamps) { $1 }
    let changed = Set(news.changed.map(\.path))
    let handover = Handover(news)
    news = Store.ReadSources()
    let (store, issues, shared, held) = (memory.store, issues, shared, releases.paths)
    let (damage, (site, problems)) = both(jobs: options.jobs) {
      StoreDamage.from { () throws(StoreDamage) in if let news = handover.take() { try store?.keep(news) } }
    } _: {
      EditionBuilder.planned(issues, shared, missing: check.missing, held: held)
    }
    if let damage { notice(damage.notice) }
    findings.planned = problems
    var edition = Edition(
      options: options, folder: folder, reading: shared.reading, issues: table, site: Lazy(of: site),
      findings: findings, releases: releases, attachments: check.paths, texts: texts, stamps: stamps,
      changedIssues: changed, digest: digest(missing: check.missing))
    // While settings or theme are wrong, a preview shows what was right before.
    if site == nil, let last = memory.edition { edition.site = last.site }
    return edition
  }

  /// What every page can read but texts.
  private func digest(missing: Set<String>) -> Bytes {
    var digest = BinaryWriter()
    for (path, part) in digests + shared.files.digests {
      digest.put(path)
      digest.put(part)
    }
    digest.put("exceptions \(options.exceptions.rawValue) \(IssueFileReader.key(of: shared.reading))")
    digest.put(releases.held.map(\.path))
    digest.put(missing.sorted())
    return digest.fingerprint.bytes
  }

  /// Puts issues in order and plans their pages; no site without settings or theme.
  private static func planned(
    _ issues: [Issue], _ shared: SharedSources, missing: Set<String>, held: Set<String>
  ) -> (PlannedSite?, [Diagnostic]) {
    let (archive, mistakes) = Archive.of(
      issues, languages: shared.settings?.languages ?? [], authorities: shared.authorities)
    guard let materials = shared.materials(archive, missing: missing, held: held) else { return (nil, mistakes) }
    let (plan, problems) = SitePlan.of(materials)
    return (PlannedSite(materials, plan: plan), mistakes + problems)
  }
}

/// Something that goes from one to another, who is then the only one to hold it, and can let go of it. A class, because
/// both refer to it.
private final class Handover<Thing: Sendable>: Sendable {
  private let thing: Mutex<Thing?>

  init(_ thing: Thing) { self.thing = Mutex(thing) }

  func take() -> Thing? {
    thing.withLock { held in
      defer { held = nil }
      return held
    }
  }
}
