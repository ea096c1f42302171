import Site

/// Files of a site that no text can have published: hidden ones, and those that say how the site is made.
enum PrivateFiles {
  /// What rules a file out; `nil` for one that may be published.
  ///
  /// - Parameter path: The path from the site's folder, links followed.
  static func reason(against path: String) -> String? {
    if InputRecord.fixed.contains(path) || path.utf8.starts(with: "Content/languages/".utf8) {
      return "is a file of settings, which is not published"
    }
    let isHidden = path.utf8.split(separator: UInt8(ascii: "/")).contains { $0.first == UInt8(ascii: ".") }
    return isHidden && StaticFolders.address(of: path) == nil ? "is a hidden file, which is not published" : nil
  }
}
