import Glibc
import Text

extension FileAccess {
  /// Writes a file that is not there yet, with the folders above it that are missing, and only below a folder: a symbolic
  /// link on the way that leads out of it is refused before anything is made.
  public static func writeNew(_ bytes: Bytes, to path: String, below folder: String) throws(EnvironmentError) {
    guard kindWithoutFollowing(path) == .nothing else {
      throw EnvironmentError("the file is not written", path, because: "it is there already")
    }
    let (whole, root) = (wholePath(folderOf(path)), wholePath(folder))
    guard isInside(whole, root) else {
      throw EnvironmentError("the file is not written", path, because: "its folder leads out of \(folder)")
    }
    try makeFolder(root)
    var tree = try FolderTree(root)
    let name = path.lastSlash.map { path.behind($0) } ?? path[...]
    // No link is left on the way; one that somebody puts there meanwhile is not followed.
    try tree.write(bytes, toNew: "\(Substring(whole.utf8.dropFirst(root.utf8.count)))/\(name)", makingFolders: true)
  }

  /// Gives a file other bytes, as `replace` does, where it lies below a folder also when the links that lead to it are
  /// followed.
  public static func replace(
    _ path: String, below folder: String, with bytes: Bytes
  ) throws(EnvironmentError) {
    let whole = wholePath(path)
    guard isInside(whole, wholePath(folder)) else {
      throw EnvironmentError("the file is not written", path, because: "it leads out of \(folder)")
    }
    try replace(path, leadingTo: whole, expecting: try read(whole), with: bytes)
  }

  /// Whether a path stays in a folder when links are followed; what is not there yet has none.
  public static func leads(_ path: String, into folder: String) -> Bool {
    isInside(wholePath(path), wholePath(folder))
  }

  private static func folderOf(_ path: String) -> String {
    path.lastSlash.map { String(path[..<$0]) } ?? "."
  }
}
