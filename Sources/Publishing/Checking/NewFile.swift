import System

/// A file of a site that somebody asks for.
public enum NewFile {
  /// Writes a file below Content that is not there yet.
  ///
  /// - Parameters:
  ///   - path: Relative to the site.
  ///   - site: The folder of the site.
  public static func write(_ bytes: [UInt8], to path: String, in site: String) throws(EnvironmentError) {
    let whole = site + "/" + path
    guard FileAccess.kindWithoutFollowing(whole) == .nothing else {
      throw EnvironmentError("the file is not written", whole, because: "it is there already")
    }
    try FileAccess.makeFolders(above: whole)
    guard let content = FileAccess.realPath(site + "/Content"), let folder = FileAccess.realPath(whole.parent),
      FileAccess.isInside(folder, content)
    else { throw EnvironmentError("the file is not written", whole, because: "its folder leads out of Content") }
    try FileAccess.write(bytes, to: whole)
  }
}

extension String {
  /// The path without the last name.
  fileprivate var parent: String { utf8.lastIndex(of: UInt8(ascii: "/")).map { String(self[..<$0]) } ?? "." }
}
