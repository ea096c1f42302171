import Bulletins
import Diagnostics
import System

/// Issues as the store has them, fetched one by one; from their files where the store does not have them.
struct StoredIssues: Sendable {
  private let store: Store
  private let changed: [String: Issue]
  private let folder: ContentFolder
  private let reading: ReadingOptions
  private let damage: StoredSite.Damage

  /// - Parameter changed: Issues that were read anew, by the paths of their files.
  init(
    _ store: Store, changed: [String: Issue], _ folder: ContentFolder, _ reading: ReadingOptions,
    _ damage: StoredSite.Damage
  ) {
    self.store = store
    self.changed = changed
    self.folder = folder
    self.reading = reading
    self.damage = damage
  }

  /// The issue of a file; `nil` where neither the store nor the file gives one any more, which is noted.
  func issue(at path: String) -> Issue? {
    if let issue = changed[path] { return issue }
    if let source = (try? store.source(at: path)).flatMap({ $0 }), let issue = ReadIssue(source)?.reading.issue {
      return issue
    }
    let again = IssueFileReader(folder: folder, options: reading).read(path, before: .nothing)
    if again.issue.reading.issue == nil { damage.note() }
    return again.issue.reading.issue
  }
}
