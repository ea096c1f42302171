import Coding
import System
import Text

/// A folder in the store's folder in which the program keeps what took long to make, each file with the digest of what is in
/// it: what a disk damaged is as good as nothing. A link in the place of the folder leads to somebody else's files: they are
/// neither read nor written nor removed.
struct KeptFolder: Sendable {
  /// The folder of the store, and the name of this one in it.
  private let store: String, folder: String
  /// The names of files that are not called by a digest.
  private let named: Set<String>

  private init(_ name: String, of site: String, named: Set<String> = []) {
    store = site + "/.bulletin"
    folder = name
    self.named = named
  }

  /// Smaller copies of pictures, and the list of what is known of pictures.
  static func images(of site: String) -> KeptFolder { KeptFolder("images", of: site, named: [imageList]) }

  /// The name of the list of what is known of pictures.
  static let imageList = "known"

  /// Pictures of cards.
  static func cards(of site: String) -> KeptFolder { KeptFolder("cards", of: site) }

  /// What was kept under a name; `nil` where that is nothing, or not what was kept.
  func read(_ name: String) -> Bytes? {
    guard isOwn, let bytes = try? FileAccess.read(path + "/" + name), bytes.count >= 16 else { return nil }
    let body = Bytes(bytes[16...])
    return Fingerprint(of: body).bytes == Bytes(bytes[..<16]) ? body : nil
  }

  /// Keeps something. Where it can't be written, it is made again.
  func write(_ body: Bytes, as name: String) {
    try? FileAccess.makeFolder(store)
    guard var tree = try? FolderTree(store) else { return }
    let new = "\(folder)/\(name).\(WorkFolder.nextNumber)"
    guard (try? tree.write(Fingerprint(of: body).bytes + body, toNew: new, makingFolders: true)) != nil else { return }
    try? tree.rename(new, to: "\(folder)/\(name)")
  }

  /// Removes those of the program's own files that nobody needs any more.
  func prune(keeping isNeeded: (_ name: String) -> Bool) {
    guard isOwn, var tree = try? FolderTree(store) else { return }
    for entry in (try? FileAccess.names(in: path)) ?? []
    where entry.kind == .file && isOwn(entry.name) && !isNeeded(entry.name) {
      _ = tree.removeFile("\(folder)/\(entry.name)"[...])
    }
  }

  /// Removes all of the program's own files, and the folder, unless somebody else has files in it.
  func remove() {
    prune { _ in false }
    if isOwn { FileAccess.removeFolderIfEmpty(path) }
  }

  private var path: String { store + "/" + folder }

  private var isOwn: Bool { FileAccess.kindWithoutFollowing(path) == .folder }

  /// Whether a name is one that the program gives: a digest with what follows it, or one of the few others, and behind a
  /// full stop what tells a file that is being written.
  private func isOwn(_ name: String) -> Bool {
    let digest = name.utf8.prefix { $0.isASCIIDigit || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0) }
    let next = name.utf8[digest.endIndex...].first
    if digest.count == 32, next == nil || next == UInt8(ascii: "-") || next == UInt8(ascii: ".") { return true }
    return named.contains { name == $0 || name.utf8.starts(with: ($0 + ".").utf8) }
  }
}
