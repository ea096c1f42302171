import Search
import Site
import System
import Text

/// The index of a language as the last build left it in the published folder.
struct PublishedIndex: Sendable {
  /// Its folder, below that of the published site.
  let folder: String
  let table: IndexTable
  let list: IndexedIssues
  let version: IndexVersion
  private let output: String

  /// - Parameters:
  ///   - folder: The folder of the index, with a slash at its end.
  ///   - output: The folder of the published site.
  /// - Returns: `nil` where there is none, or a file of it is not what it should be.
  init?(_ folder: String, in output: String) {
    self.folder = folder
    self.output = output
    guard let table = PublishedIndex.payload(folder, IndexTable.part, output).flatMap({ IndexTable(payload: $0) }),
      let list = PublishedIndex.payload(folder, IndexedIssues.part, output).flatMap({ IndexedIssues(payload: $0) }),
      let version = PublishedIndex.payload(folder, IndexVersion.part, output).flatMap({ IndexVersion(payload: $0) })
    else { return nil }
    self.table = table
    self.list = list
    self.version = version
  }

  /// The path of a part, below the folder of the published site.
  func file(_ part: String) -> String { "\(folder)\(part).js" }

  /// The file of a part.
  func output(_ part: String, _ payload: Bytes) -> OutputFile {
    OutputFile(path: file(part), bytes: IndexFile.bytes(folder + part, payload))
  }

  /// The paths of the shards in the order of the table.
  var shardFiles: [String] { table.parts.map(file) }

  /// Whether all files but those of issues are the ones that the last build wrote.
  func isWhole(_ files: FileStaging, jobs: Int) -> Bool {
    let paths = shardFiles + [IndexTable.part, IndexedIssues.part].map(file)
    return concurrently(paths.count, jobs: jobs) { files.kept(paths[$0]) != nil }.allSatisfy { $0 }
  }

  /// The shard at a place of the table.
  func shard(_ place: Int) -> Shard? {
    PublishedIndex.payload(folder, table.part(at: place), output).flatMap { Shard(payload: $0) }
  }

  /// The issue with an address.
  func document(_ address: String) -> SearchDocument? { PublishedIndex.document(address, folder, in: output) }

  /// The issue with an address, of an index of which the rest may be lost.
  static func document(_ address: String, _ folder: String, in output: String) -> SearchDocument? {
    payload(folder, SearchedText.part(address), output).flatMap { SearchDocument(payload: $0) }
  }

  private static func payload(_ folder: String, _ part: String, _ output: String) -> Bytes? {
    (try? FileAccess.read("\(output)/\(folder)\(part).js")).flatMap { IndexFile.payload($0) }
  }
}
