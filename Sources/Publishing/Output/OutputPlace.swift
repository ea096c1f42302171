import System

/// Where a site may be written.
enum OutputPlace {
  /// Refuses a folder that is, holds, or lies in what the site is made of.
  static func check(_ output: String, of site: String) throws(EnvironmentError) {
    let whole = FileAccess.wholePath(output)
    for source in ["Content", "Templates", ".bulletin"] {
      let place = FileAccess.wholePath(site + "/" + source)
      if isInside(whole, place) || isInside(place, whole) {
        throw EnvironmentError(
          "the site can't be written there", output, because: "it would be mixed with the site's own \(source)")
      }
    }
    if isInside(FileAccess.wholePath(site), whole) {
      throw EnvironmentError("the site can't be written there", output, because: "the site's sources lie in it")
    }
  }

  /// Whether a path is a folder or lies in it, decided on bytes.
  private static func isInside(_ path: String, _ folder: String) -> Bool {
    if folder == "/" { return true }
    let (path, folder) = (path.utf8, folder.utf8)
    guard path.starts(with: folder) else { return false }
    return path.count == folder.count || path.dropFirst(folder.count).first == UInt8(ascii: "/")
  }
}
