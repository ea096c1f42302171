import Text

/// The folders of Content whose files are published as they are.
public enum StaticFolders {
  /// A folder, and where in the site its files are found.
  public struct Folder: Sendable {
    /// The path, relative to the site.
    public let path: String
    /// The address below the site's root, with a slash at its end, or nothing for the root itself.
    public let address: String
  }

  /// Ours first, then those that archives bring along: `public` as other generators call it, and `assets`, which keeps
  /// its name in addresses.
  public static let all = [
    Folder(path: "Content/static", address: ""), Folder(path: "Content/public", address: ""),
    Folder(path: "Content/assets", address: "assets/"),
  ]

  /// Where a file of these folders is published, below the site's root; `nil` for any other file.
  public static func address(of path: String) -> String? {
    // Asked of every file of the site.
    guard path.utf8.starts(with: "Content/".utf8) else { return nil }
    for folder in all where path.utf8.starts(with: folder.path.utf8) {
      let rest = path.utf8.dropFirst(folder.path.utf8.count)
      // Some systems keep names decomposed, and pages link to them composed.
      if rest.first == UInt8(ascii: "/") {
        return folder.address + String(decoding: rest.dropFirst(), as: UTF8.self).composed
      }
    }
    return nil
  }

  /// Whether files of a name, or in a folder of it, are published: hidden ones are not, since they hold what nobody else
  /// should see, but for those by which hosts and browsers are told something.
  public static func takes(_ name: String) -> Bool { !isHidden(name) || hidden.contains(name) }

  /// Whether a name is that of a hidden file or folder. On bytes: a letter that joins the full stop would hide it.
  public static func isHidden(_ name: some StringProtocol) -> Bool { name.utf8.first == UInt8(ascii: ".") }

  /// The hidden files and folders that are published.
  public static let hidden: Set<String> = [".well-known", ".nojekyll", ".htaccess", ".domains"]
}
