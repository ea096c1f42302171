import System

/// The folder that somebody named as a site.
enum SiteFolder {
  /// Ends what was asked where the folder holds no site: nothing is to be made in a folder that was named by mistake.
  static func check(_ path: String) throws(EnvironmentError) {
    guard FileAccess.kind(path) == .folder else { throw error(path, "it is no folder") }
    guard FileAccess.kind(path + "/Content") == .nothing else { return }
    let isAbove = FileAccess.kind(path + "/../Content") == .folder
    throw error(path, "there is no folder Content in it" + (isAbove ? "; the site is the folder above" : ""))
  }

  private static func error(_ path: String, _ reason: String) -> EnvironmentError {
    EnvironmentError("the site can't be read", path, because: reason)
  }
}
