import Bulletins
import Coding
import Diagnostics
import Site
import System
import Text

/// Reads the files of a site by name, and remembers of each what tells whether it changed: the stamp that it had when it
/// was read, and the digest of its bytes.
struct FileReader {
  let folder: ContentFolder
  /// Stamps as `FileStamp.kept` gives them; nothing for files that were looked for and not there.
  private(set) var stamps: [String: Bytes] = [:]
  /// In the order of reading.
  private(set) var digests: [(path: String, digest: Fingerprint)] = []
  private(set) var diagnostics: [Diagnostic] = []

  init(_ folder: ContentFolder) { self.folder = folder }

  /// A text; `nil` where it can't be read or is none, which is a finding.
  mutating func read(_ path: String) -> SourceFile? {
    guard let source = readBytes(path, largest: FileReader.largestText) else { return nil }
    guard let problem = SourceProblem.encoding(of: source) else { return source }
    diagnostics.append(problem)
    return nil
  }

  /// A file of any bytes; `nil` where it can't be read, which is a finding.
  mutating func readBytes(_ path: String, largest: Int = FileAccess.largest) -> SourceFile? {
    do {
      let file = try folder.sources.open(path)
      stamps[path] = file.stamp.kept(at: FileStamp.now)
      let source = SourceFile(path: path, bytes: try file.contents(largest: largest))
      digests.append((path, Fingerprint(of: source.bytes)))
      return source
    } catch {
      diagnostics.append(Diagnostic(.notAFile, "the file can't be read: \(error.reason)", in: path))
      return nil
    }
  }

  /// More than the names of all people who ever wrote.
  private static let largestText = 32 << 20

  /// Notes what a page took in beside its own file.
  mutating func note(_ uses: [UsedFile]) {
    for file in uses { digests.append((file.path, file.digest ?? Fingerprint(of: []))) }
  }

  /// A file that need not be there.
  mutating func readIfThere(_ path: String) -> SourceFile? {
    let isThere = FileAccess.kind(folder.path(path)) != .nothing
    if isThere, !folder.isOutside(path) { return read(path) }
    if isThere { diagnostics.append(ContentFolder.outside(path)) }
    if !isThere, folder.leadsNowhere(path) { diagnostics.append(ContentFolder.nowhere(path)) }
    stamps[path] = []
    return nil
  }
}
