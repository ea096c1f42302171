import Bulletins
import Site
import Synchronization
import System
import Text

/// The site of an edition that a build left in its store: fetched when somebody asks, with issues that were read anew in
/// the place of those of the store.
struct StoredSite: Sendable {
  let options: BuildOptions
  /// What `site.yaml` says, and nothing else yet of what pages share.
  let shared: SharedSources
  let store: Store
  /// The texts that are held back.
  let held: [HeldText]
  /// What the build knew of the files beside texts; since texts that changed name the same ones, it still holds.
  let attached: AttachedFiles
  /// Issues that were read anew, by the paths of their files.
  private(set) var changed: [String: Issue] = [:]
  /// What could not be fetched.
  let damage = Damage()

  /// The same with other readings of some issues.
  func replacing(_ issues: [Issue]) -> StoredSite {
    var copy = self
    for issue in issues { copy.changed[issue.path] = issue }
    return copy
  }

  /// The site; `nil` where the store can't give it.
  func fetched() -> PlannedSite? {
    var shared = shared
    shared.set(shared.readThemeFiles()?.compiled())
    var releases = Releases(options, timeZone: shared.settings?.timeZone)
    shared.readPagesAndAuthorities(&releases)
    let issues = StoredIssues(store, changed: changed, shared.files.folder, shared.reading, damage)
    guard !shared.diagnostics.containErrors else { return nil }
    guard let written = try? store.archive(),
      let archive = Archive(stored: written, authorities: shared.authorities, issue: { issues.issue(at: $0) })
    else {
      damage.note()
      return nil
    }
    return shared.materials(archive, attached: attached, held: held).map { PlannedSite($0) }
  }

  /// Whether anything could not be fetched. A class, because all threads that fetch note it.
  final class Damage: Sendable {
    private let noted = Atomic<Bool>(false)

    func note() { noted.store(true, ordering: .relaxed) }

    var isNoted: Bool { noted.load(ordering: .relaxed) }
  }
}
