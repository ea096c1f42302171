import Glibc
import System

/// A fresh folder in which files wait for their names, on the file system of the published folder, since a name can't
/// move from one to another.
struct StagingFolder: Sendable {
  let folder: HeldFolder
  private let parent: HeldFolder
  private let name: String

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
    let (place, prefix) =
      FileAccess.device(own) == device
      ? (own, "staging-")
      : (
        FileAccess.device(above + "/") == device ? above : output,
        ".bulletin-staging-\(StoreFiles(site: site, output: output).key)-"
      )
    parent = try HeldFolder(place, within: place == own ? site : nil)
    // The builds of a site wait for each other, so that no other one needs these.
    for name in parent.folders(from: prefix) { parent.removeTree(name) }
    for number in 0..<1_000 {
      let name = "\(prefix)\(getpid())-\(number)"
      guard let folder = try parent.makeNew(name) else { continue }
      (self.folder, self.name) = (folder, name)
      return
    }
    throw EnvironmentError("the folder can't be made", "\(place)/\(prefix)", because: "all its names are taken")
  }

  /// Removes the folder and what is left in it.
  func remove() { parent.removeTree(name) }
}
