import Search
import Site
import System
import Text

/// What becomes of the files of a search when the texts of some issues are others, and nothing else is.
struct SearchChange: Sendable {
  var made: [MadeFile] = []
  /// The paths of files that are new, and of those that are no more.
  var added: [String] = [], lost: [String] = []

  /// Nothing.
  init() {}

  /// - Parameters:
  ///   - issues: The issues, each with the text that it has now.
  ///   - files: Where the files are staged; it knows those of the issues.
  /// - Throws: `StoreDamage` where the published index is not what the store says.
  init(
    _ issues: [(issue: SearchedIssue, now: SearchDocument)], _ files: FileStaging, _ store: Store,
    _ options: BuildOptions
  )
    throws
  {
    for (folder, issues) in Dictionary(grouping: issues, by: \.issue.folder).sorted(by: { $0.key < $1.key }) {
      let written: PublishedIndex.Written = { (try? store.outputs(at: [$0]))?[$0]?.digest }
      guard let index = PublishedIndex(folder, in: options.output, written) else { throw SearchChange.damage }
      var changes: [(place: Int, old: SearchDocument?, new: SearchDocument?)] = []
      for (issue, now) in issues {
        let address = issue.line.address
        guard let place = index.list.lines.firstIndex(where: { $0.address == address }),
          let before = index.document(address)
        else { throw SearchChange.damage }
        changes.append((place, before, now))
        made.append(try files.stage(issue.file(of: now), of: issue, issue.fingerprint.bytes))
      }
      guard let patch = PatchedIndex(index, jobs: options.jobs, changes) else { throw SearchChange.damage }
      var parts = patch.files
      if patch.table != index.table { parts.append(index.output(IndexTable.part, patch.table.payload)) }
      let staging = FileStaging(
        site: files.site, folder: files.folder, known: try store.outputs(at: parts.map(\.path)))
      for part in parts { made.append(try staging.stage(part: part)) }
      added += patch.added
      lost += patch.lost
    }
  }

  private static let damage = StoreDamage(reason: "the index of the search is not what it was")
}
