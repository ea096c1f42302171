import Bulletins
import Coding
import Diagnostics
import Site
import Text

/// What the files of issues gave, put together in the order of the folder.
struct GatheredIssues {
  /// The file of an issue that was read, and where its texts lie.
  struct Part: Sendable {
    var result: IssueFileReader.Result
    let slots: [Spool.Slot]
    /// Whether it is not as the store knew it.
    let isChanged: Bool
  }

  /// What was read of each file; nothing where nobody asks for it again.
  private(set) var table: IssueTable
  /// The issues that are out and right, or were.
  private(set) var issues: [Issue] = []
  private(set) var diagnostics: [Diagnostic] = []
  /// Where their authors want to be told nothing.
  private(set) var silenced: [String: SilencedPlaces] = [:]
  private(set) var stamps: [String: Bytes] = [:]
  private(set) var digest = EditionDigest()
  /// The files that are not as they were known.
  private(set) var changed: Set<String> = []
  /// Files that the store knows and that are no more.
  private(set) var lost: [String] = []

  /// - Parameters:
  ///   - parts: What was read of the issues of a folder.
  ///   - known: What was known of them before.
  ///   - leftOut: Files that are wrong; of some it is known what they last were.
  ///   - last: The edition before, from which issues that are wrong now are taken as they were.
  ///   - isHeld: Whether what was read of each file is held, for the edition after this one.
  ///   - releases: Decides which of them are out.
  init(
    _ parts: [Part], of paths: [String], _ known: KnownIssues, leaving leftOut: LeftOut, last: Edition?,
    isHeld: Bool, _ releases: inout Releases
  ) {
    table = IssueTable()
    if isHeld { table.reserve(paths.count) }
    stamps.reserveCapacity(paths.count)
    issues.reserveCapacity(paths.count)
    // By their places: a part is many things, of which each line needs one.
    for (index, path) in paths.enumerated() {
      var issue = parts[index].result.issue
      if parts[index].isChanged { changed.insert(path) }
      if !issue.stamp.isEmpty || issue.digest != nil { stamps[path] = issue.stamp }
      if leftOut.contains(path) {
        digest.add(path, leftOut.digest(of: path))
        if let known = leftOut.issue(at: path), releases.admit(known) {
          issues.append(known)
        }
        continue
      }
      if issue.good == nil { issue.good = last?.issues[path]?.good }
      if isHeld { table[path] = issue }
      if releases.admit(issue.reading, of: path) {
        diagnostics += issue.reading.diagnostics
        if !issue.reading.silenced.isEmpty { silenced[path] = issue.reading.silenced }
        if let good = issue.good { issues.append(good) }
      }
      digest.add(path, issue.metadata)
    }
    if !known.stored.isEmpty {
      let present = Set(paths)
      lost = known.stored.keys.filter { !present.contains($0) }
    }
  }
}
