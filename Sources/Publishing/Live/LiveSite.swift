import Bulletins
import Coding
import Diagnostics
import Site
import Synchronization
import System
import Text

/// A site as its files are right now, for previews: the same function as a build's, with the page as its last room.
/// What is wrong with one file does not take away what was right before. A class, because requests and changes share it.
public final class LiveSite: Sendable {
  let options: BuildOptions
  let state: Mutex<LiveState>
  let texts: LiveTexts
  /// The last good form of pages whose template fails.
  let lastGood = Mutex<[String: Bytes]>([:])

  private let looked = Mutex<Fingerprint?>(nil)

  /// The site in a folder, with its drafts; nothing is read yet.
  ///
  /// - Parameter now: The time that it is, in seconds since 1970; the system's unless given.
  public init(site: String, now: Int? = nil) {
    // Whoever writes a text wants to see it, whenever it is due.
    let options = BuildOptions(site: site, exceptions: [.drafts, .future, .expired], now: now)
    self.options = options
    state = Mutex(LiveState(options))
    texts = LiveTexts(site: site)
  }

  /// What became of changes.
  public struct Update: Sendable {
    /// The address of the page of a file that was saved.
    public var address: String?
    /// The first line of this file that is not as it was shown.
    public var line: Int?
  }

  /// Reads everything; from the store, where an earlier build or preview left it.
  public func load(_ progress: Progress = Progress(), notice: (String) -> Void = { _ in }) throws(EnvironmentError) {
    guard FileAccess.kind(options.site) == .folder else {
      throw EnvironmentError("the site can't be read", options.site, because: "it is no folder")
    }
    let store = try openStore(notice)
    let failure = state.withLock { state in state.load(store, progress) }
    if let failure { throw failure }
  }

  private func openStore(_ notice: (String) -> Void) throws(EnvironmentError) -> Store {
    let files = BuildFiles(options)
    let lock = try FileLock(files.lock) { notice("a build of this site is running; waiting for its end") }
    defer { withExtendedLifetime(lock) {} }
    let (store, note) = try Store.open(files.store, version: ProgramIdentity.current)
    if let note { notice(note) }
    return store
  }

  /// Takes changes of files into account.
  ///
  /// - Parameter paths: The files that were saved, came or went, relative to the site; `nil` when any may have.
  public func update(_ paths: Set<String>?) -> Update {
    var update = Update()
    let known = paths.map { paths in state.withLock { state in paths.filter { state.depends(on: $0) } } }
    if let known, known.isEmpty { return update }
    let saved = (known ?? []).sorted()
    let lines = saved.map(texts.changedLine)
    texts.expire(saved)
    state.withLock { state in
      state.update(known)
      for (path, line) in zip(saved, lines) where update.address == nil {
        guard let address = state.address(of: path) else { continue }
        (update.address, update.line) = (address, line)
      }
    }
    return update
  }

  /// Does what was put off while somebody waited for a page.
  public func settle() { state.withLock { $0.settle() } }

  /// Whether any file is not as it was when this was asked last; for machines that can't tell of changes.
  public func hasChanged() -> Bool {
    let folder = ContentFolder(site: options.site)
    let paths = folder.files + Inputs.fixed + state.withLock { $0.attachments.sorted() }
    let stamps = concurrently(paths.count, jobs: options.jobs) { FileStamp(folder.path(paths[$0]))?.bytes ?? [] }
    var writer = BinaryWriter()
    writer.put(paths)
    writer.put(stamps) { $1.put($0) }
    let now = writer.fingerprint
    return looked.withLock { last in
      defer { last = now }
      return last != nil && last != now
    }
  }

  /// Everything that is wrong or remarkable, in its fixed order.
  public var diagnostics: [Diagnostic] { state.withLock { $0.diagnostics } }

  /// Where a site's pages begin: `/`, or the path of its base address.
  public var root: String { state.withLock { $0.good?.materials.settings.root ?? "/" } }

  /// What opens a file in an editor, with `{path}` and `{line}` in it, as the settings give it.
  public var editorURL: String? { state.withLock { $0.good?.materials.settings.editorURL } }

  /// The whole path of a file of the site.
  public func wholePath(_ path: String) -> String { FileAccess.wholePath(options.site + "/" + path) }

  /// Whether the site could be planned at all.
  public var isReadable: Bool { state.withLock { $0.good != nil } }
}
