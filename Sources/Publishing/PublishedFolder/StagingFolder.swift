import Glibc
import System

/// A fresh folder in which files wait for their names, on the file system of the published folder, since a name can't
/// move from one to another.
struct StagingFolder: Sendable {
  let path: String

  /// Makes the folder in `.bulletin`; where that is on another file system, beside the published folder; and where that
  /// is a file system of its own, in it. What an interrupted build left there is removed.
  ///
  /// A name that is taken is never used, whatever it is the name of.
  init(for output: String, in site: String) throws(EnvironmentError) {
    let own = site + "/.bulletin"
    try FileAccess.makeFolder(own)
    let whole = FileAccess.wholePath(output)
    let above = whole.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(whole[..<$0]) } ?? ""
    let device = FileAccess.device(output)
    let (folder, prefix) =
      FileAccess.device(own) == device
      ? (own, "staging-")
      : (
        FileAccess.device(above + "/") == device ? above : output,
        ".bulletin-staging-\(StoreFiles(site: site, output: output).key)-"
      )
    StagingFolder.removeLeftovers(in: folder, prefix)
    var number = 0
    while true {
      let path = "\(folder)/\(prefix)\(getpid())-\(number)"
      if unsafe mkdir(path, 0o755) == 0 {
        self.path = path
        return
      }
      guard errno == EEXIST, number < 1_000 else { throw EnvironmentError("the folder can't be made", path) }
      number += 1
    }
  }

  /// The builds of a site wait for each other, so that no other one needs these.
  private static func removeLeftovers(in folder: String, _ prefix: String) {
    for entry in (try? FileAccess.names(in: folder)) ?? []
    where entry.kind == .folder && entry.name.utf8.starts(with: prefix.utf8) {
      FileAccess.removeTree(folder + "/" + entry.name)
    }
  }

  /// Removes the folder and what is left in it.
  func remove() { FileAccess.removeTree(path) }
}
