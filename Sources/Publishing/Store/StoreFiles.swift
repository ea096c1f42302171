import Coding
import System
import Text

/// The files that builds keep beside Content. Those of one published folder have its key in their names.
struct StoreFiles {
  /// Keeps builds of one site apart.
  let lock: String
  /// What builds know of files and pages.
  let store: String
  /// The list of files that builds have written.
  let manifest: String
  /// What tells the published folder from others, in names of files.
  let key: String

  init(site: String, output: String) {
    // Without links, so that one in the place of a file is told from those that lead to the folder.
    let folder = FileAccess.wholePath(site + "/.bulletin")
    key = String(Fingerprint(of: Bytes(FileAccess.wholePath(output).utf8)).description.prefix(12))
    lock = folder + "/lock"
    store = folder + "/store-\(key).sqlite"
    manifest = folder + "/written-\(key)"
  }
}

/// The digest of this version of the program: what one version rendered, another may render otherwise.
enum ProgramIdentity {
  static let current: String = {
    guard let stamp = FileStamp("/proc/self/exe") else { return "unknown \(FileStamp.now)" }
    return Fingerprint(of: stamp.bytes).description
  }()
}
