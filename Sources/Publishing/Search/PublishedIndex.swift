import Coding
import Search
import Site
import System
import Text

/// The index of a language as the last build left it in the published folder. A file that is not, byte for byte, what was
/// written counts as lost: what a disk damaged in one would be carried on into others.
struct PublishedIndex: Sendable {
  /// Gives the digest of what was written at a path, below the folder of the published site.
  typealias Written = @Sendable (_ path: String) -> Fingerprint?

  /// Its folder, below that of the published site.
  let folder: String
  let table: IndexTable
  let list: IndexedIssues
  let version: IndexVersion
  private let output: String
  private let written: Written

  /// - Parameters:
  ///   - folder: The folder of the index, with a slash at its end.
  ///   - output: The folder of the published site.
  ///   - written: What the store says of its files.
  /// - Returns: `nil` where there is none, or a file of it is not what it should be.
  init?(_ folder: String, in output: String, _ written: @escaping Written) {
    self.folder = folder
    self.output = output
    self.written = written
    func payload(_ part: String) -> Bytes? { PublishedIndex.payload(folder, part, output, written) }
    guard let table = payload(IndexTable.part).flatMap({ IndexTable(payload: $0) }),
      let list = payload(IndexedIssues.part).flatMap({ IndexedIssues(payload: $0) }),
      let version = payload(IndexVersion.part).flatMap({ IndexVersion(payload: $0) })
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
    PublishedIndex.payload(folder, table.part(at: place), output, written).flatMap { Shard(payload: $0) }
  }

  /// The issue with an address.
  func document(_ address: String) -> SearchDocument? {
    PublishedIndex.document(address, folder, in: output, written)
  }

  /// The issue with an address, of an index of which the rest may be lost.
  static func document(
    _ address: String, _ folder: String, in output: String, _ written: Written
  ) -> SearchDocument? {
    payload(folder, SearchedText.part(address), output, written).flatMap { SearchDocument(payload: $0) }
  }

  private static func payload(_ folder: String, _ part: String, _ output: String, _ written: Written) -> Bytes? {
    let path = "\(folder)\(part).js"
    guard let bytes = try? FileAccess.read("\(output)/\(path)"), written(path) == Fingerprint(of: bytes) else {
      return nil
    }
    return IndexFile.payload(bytes)
  }
}
