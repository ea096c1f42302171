import Bulletins
import Coding
import Diagnostics
import Site
import Synchronization
import System
import Text

/// A site as its files are right now, for previews: an edition held in memory, of which pages are made one by one. What is
/// wrong with one file does not take away what was right before. A class, because requests and changes share it.
public final class LiveSite: Sendable {
  let options: BuildOptions
  private let state: Mutex<Edition?>
  /// Held while the next edition is read and planned, so that those who ask for pages wait for nobody.
  private let changing = Mutex(())
  let texts: LiveTexts
  /// The last good form of pages whose template fails.
  let lastGood = Mutex<[String: Bytes]>([:])

  /// The files of the search, once somebody searched, until the next change.
  let searchFiles = Mutex<[String: Bytes]?>(nil)

  /// The smaller copies of pictures.
  let images: LiveImages

  /// The digest of the stamps of all files when somebody last looked at them.
  let looked = Mutex<Fingerprint?>(nil)

  /// The site in a folder, with everything that a build would hold back; nothing is read yet.
  ///
  /// - Parameter now: The time that it is, in seconds since 1970; the system's unless given.
  public init(site: String, now: Int? = nil) {
    // Whoever writes a text wants to see it, whenever it is due.
    options = BuildOptions(site: site, exceptions: [.drafts, .future, .expired], now: now)
    state = Mutex(nil)
    texts = LiveTexts(site: site)
    images = LiveImages(site: site)
  }

  /// The edition as it is now; `nil` before anything was read.
  var edition: Edition? { state.withLock { $0 } }

  /// Reads everything; from the store, where an earlier build or preview left it.
  public func load(_ progress: Progress = Progress(), notice: (String) -> Void = { _ in }) throws(EnvironmentError) {
    try SiteFolder.check(options.site)
    let open = try OpenStore.forLooking(at: options, notice) {
      notice("a build of this site is running; waiting for its end")
    }
    // What a preview read, the next one and the next build need not.
    let edition = open.use { store in
      Edition.read(
        options, ContentFolder(site: options.site), memory: .store(store), for: .holding, progress: progress,
        notice: notice)
    }
    state.withLock { $0 = edition }
  }

  /// What became of changes.
  public struct Update: Sendable {
    /// The address of the page of a file that was saved.
    public var address: String?
    /// The first line of this file that is not as it was shown.
    public var line: Int?
  }

  /// Takes changes of files into account.
  ///
  /// - Parameter paths: The files that were saved, came or went, relative to the site; `nil` when any may have.
  public func update(_ paths: Set<String>?) -> Update {
    var update = Update()
    guard let edition else { return update }
    let known = paths.map { $0.filter { edition.depends(on: $0) } }
    if let known, known.isEmpty { return update }
    let saved = (known ?? []).sorted()
    let lines = saved.map(texts.changedLine)
    texts.expire(saved)
    guard let site = advance({ $0.advanced(by: known)?.edition }) else { return update }
    searchFiles.withLock { $0 = nil }
    for (path, line) in zip(saved, lines) where update.address == nil {
      guard let address = site.address(of: path) else { continue }
      (update.address, update.line) = (site.materials.settings.root + address, line)
    }
    return update
  }

  /// Puts the next edition in the place of the one that is there, which answers until then.
  private func advance(_ next: (Edition) -> Edition?) -> PlannedSite? {
    changing.withLock { _ in
      guard let edition, let next = next(edition) else { return nil }
      let site = next.site.value
      state.withLock { $0 = next }
      return site
    }
  }

  /// Does what was put off while somebody waited for a page.
  public func planLists() {
    _ = advance { edition in
      guard let site = edition.site.value, site.hasStaleLists else { return nil }
      var next = edition
      next.site = Lazy(of: site.withPlannedLists)
      return next
    }
  }

  /// Everything that is wrong or remarkable, in its fixed order.
  public var diagnostics: [Diagnostic] { edition?.findings.all ?? [] }

  /// Where a site's pages begin: `/`, or the path of its base address.
  public var root: String { settings?.root ?? "/" }

  /// What opens a file in an editor, with `{path}` and `{line}` in it, as the settings give it.
  public var editorURL: String? { settings?.editorURL }

  private var settings: SiteSettings? { edition?.site.value?.materials.settings }

  /// The whole path of a file of the site.
  public func wholePath(_ path: String) -> String { FileAccess.wholePath(options.site + "/" + path) }

  /// Whether the site could be planned at all.
  public var isReadable: Bool { edition?.site.value != nil }
}
