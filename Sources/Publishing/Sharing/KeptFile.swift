import Coding
import System
import Text

/// A file that the program keeps for itself, with the digest of what is in it: what a disk damaged is as good as nothing.
enum KeptFile {
  /// What was kept; `nil` where that is nothing, or not what was kept.
  static func read(_ path: String) -> Bytes? {
    guard let bytes = try? FileAccess.read(path), bytes.count >= 16 else { return nil }
    let body = Bytes(bytes[16...])
    return Fingerprint(of: body).bytes == Bytes(bytes[..<16]) ? body : nil
  }

  /// Keeps something. Where it can't be written, it is made again.
  ///
  /// - Parameter aside: A name that nobody else has, under which it is written first.
  static func write(_ body: Bytes, to path: String, aside: String) {
    let new = "\(path).\(aside)"
    let bytes = Fingerprint(of: body).bytes + body
    guard (try? FileAccess.write(bytes, to: new, makingFolders: true)) != nil else { return }
    try? FileAccess.move(new, to: path)
  }
}
