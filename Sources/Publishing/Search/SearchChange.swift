import Search
import Site
import System
import Text

/// What becomes of the files of a search when the texts of some issues are others, and nothing else is.
struct SearchChange: Sendable {
  private(set) var made: [MadeFile] = []
  /// The paths of files that are new, and of those that are no more.
  var added: [String] = [], lost: [String] = []

  /// - Parameters:
  ///   - issues: The issues, each with the text that it has now.
  ///   - files: Where the files are staged; it knows those of the issues.
  /// - Throws: `StoreDamage` where the published index is not what the store says.
  init(
    _ issues: [(issue: SearchedText, now: SearchDocument)], _ files: FileStaging, _ store: Store,
    _ options: BuildOptions
  )
    throws
  {
    for (folder, issues) in Dictionary(grouping: issues, by: \.issue.folder).sorted(by: { $0.key < $1.key }) {
      let written: PublishedIndex.Written = { (try? store.outputs(at: [$0]))?[$0]?.digest }
      guard let index = PublishedIndex(folder, in: options.output, written) else { throw SearchChange.damage }
      var version = index.version
      var changes: [(place: Int, old: SearchDocument?, new: SearchDocument?)] = []
      for (issue, now) in issues {
        let address = issue.line.address
        guard let place = index.list.lines.firstIndex(where: { $0.address == address }),
          let before = index.document(address)
        else { throw SearchChange.damage }
        changes.append((place, before, now))
        let file = try files.stage(issue.file(of: now), of: issue, issue.fingerprint.bytes)
        version.replace(files.known[issue.file], with: file)
        made.append(file)
      }
      guard let patch = PatchedIndex(index, jobs: options.jobs, changes) else { throw SearchChange.damage }
      var parts = patch.files
      if patch.table != index.table { parts.append(index.output(IndexTable.part, patch.table.payload)) }
      let known = try store.outputs(at: parts.map(\.path) + patch.lost + [index.file(IndexVersion.part)])
      let staging = FileStaging(sources: files.sources, folder: files.folder, known: known)
      for part in parts {
        let file = try staging.stage(part: part)
        version.replace(known[part.path], with: file)
        made.append(file)
      }
      for path in patch.lost {
        if let gone = known[path] { version.toggle(path, gone.digest) }
      }
      made.append(try staging.stage(version: index.output(IndexVersion.part, version.payload)))
      added += patch.added
      lost += patch.lost
    }
  }

  private static let damage = StoreDamage(reason: "the index of the search is not what it was")
}

extension IndexVersion {
  /// Takes away what the store knows of a file, and adds the file as it is now.
  fileprivate mutating func replace(_ known: Store.Output?, with file: MadeFile) {
    if let known { toggle(file.file.path, known.digest) }
    toggle(file.file.path, file.digest)
  }
}
