import System
import Text

/// The folder of a new site, into which files are put that were not there before.
struct NewContent {
  private let folder: String
  private(set) var report: ImportReport

  /// - Parameter folder: The folder of the site; it may be there.
  init(_ folder: String, kind: String) {
    self.folder = folder
    report = ImportReport(kind: kind)
  }

  /// Writes a file, unless one is there: then somebody is told.
  mutating func write(_ path: String, _ bytes: Bytes, from source: String) throws(EnvironmentError) {
    let whole = folder + "/" + path
    guard FileAccess.kindWithoutFollowing(whole) == .nothing else {
      return report.doubt(source, "\(path) is there already, and was left as it is")
    }
    try FileAccess.writeNew(bytes, to: whole, below: folder)
    report.written.append(path)
  }

  /// Writes a text.
  mutating func write(_ path: String, _ text: String, from source: String) throws(EnvironmentError) {
    try write(path, Bytes(text.utf8), from: source)
  }

  mutating func doubt(_ file: String, _ message: String) { report.doubt(file, message) }

  /// Copies a folder of another site, hidden files and what `leaves` names left out.
  mutating func copy(
    _ source: OldSite, _ from: String, to target: String, where takes: (String) -> Bool = { _ in true }
  ) throws(EnvironmentError) {
    for path in source.files(in: from) {
      let rest = from.isEmpty ? path : String(path.dropFirst(from.count + 1))
      if takes(path) { try write(target + "/" + rest, try source.bytes(path), from: path) }
    }
  }
}
