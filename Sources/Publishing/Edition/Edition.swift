import Bulletins
import Coding
import Diagnostics
import Site
import Text

/// The whole site in one state: everything read, ordered and planned.
///
/// An edition is read from the files (`read`), or stands for what a build left in its store and is fetched from there piece
/// by piece (`restored`). `advanced(by:)` gives the one after a change. A build renders what the change reaches, a preview
/// holds an edition in memory, and others only ask it.
struct Edition: Sendable {
  let options: BuildOptions
  let folder: ContentFolder
  /// How issues are read.
  let reading: ReadingOptions
  /// What the files of issues say.
  var issues: IssueTable
  /// The site; `nil` where its settings or its theme can't be used.
  var site: Lazy<PlannedSite?>
  var findings: EditionFindings
  var releases: Releases
  /// The files beside texts that these show, link to, or look for in vain.
  var attachments: Set<String>
  /// Where the texts are.
  let texts: TextStore
  /// The stamps that files had when they were read; nothing for files that were looked for and not there.
  var stamps: [String: Bytes]
  /// The issues' files that are not as they were known before this edition was read.
  var changedIssues: Set<String> = []
  /// The digest of everything that pages can read but texts.
  var digest: Bytes
  /// The files that are left out because they are wrong.
  var leftOut = LeftOut()
  /// How the site is fetched, where it is not held.
  var stored: StoredSite?

  /// The files of issues that never were right, with how often each is wrong.
  var unreadable: [(path: String, mistakes: Int)] {
    folder.issues.compactMap { path in
      guard let issue = issues[path], issue.good == nil else { return nil }
      return (path, issue.reading.diagnostics.count { $0.severity == .error })
    }
  }

  /// Where more issues are wrong, there is enough to do without.
  static let mostLookedThrough = 200

  /// Whether the site could be another with a file: what editors leave beside it while they save does not matter.
  func depends(on path: String) -> Bool {
    ContentFolder.takes(path) || folder.readsAnyway(path) || attachments.contains(path)
      || InputRecord.fixed.contains(path)
  }
}
