import Coding
import System
import Text

/// The files that builds keep beside Content.
struct StoreFiles {
  let lock: String
  let store: String

  init(_ options: BuildOptions) {
    lock = options.site + "/.bulletin/lock"
    let output = FileAccess.wholePath(options.output)
    store = options.site + "/.bulletin/store-\(Fingerprint(of: Bytes(output.utf8)).description.prefix(12)).sqlite"
  }
}

/// The digest of this version of the program: what one version rendered, another may render otherwise.
enum ProgramIdentity {
  static let current: String = {
    guard let stamp = FileStamp("/proc/self/exe") else { return "unknown \(FileStamp.now)" }
    return Fingerprint(of: stamp.bytes).description
  }()
}
