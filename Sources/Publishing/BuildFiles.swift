import Coding
import System
import Text

/// The files that builds keep beside Content.
struct BuildFiles {
  let lock: String
  let store: String

  init(_ options: BuildOptions) {
    lock = options.site + "/.bulletin/lock"
    let output = FileAccess.wholePath(options.output)
    store = options.site + "/.bulletin/store-\(Fingerprint(of: Bytes(output.utf8)).description.prefix(12)).sqlite"
  }
}

/// What tells this program from another version of it: what one rendered, another may render otherwise.
enum ProgramIdentity {
  static let current: String = {
    guard let stamp = FileStamp("/proc/self/exe") else { return "unknown \(FileStamp.now)" }
    return Fingerprint(of: stamp.bytes).description
  }()
}
