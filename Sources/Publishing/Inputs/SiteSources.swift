import System
import Text

/// The files of a site, for those who read them: none that a link leads to outside of Content or of Templates, also where
/// somebody puts one in the place of a file that was looked at before.
struct SiteSources: Sendable {
  let site: String
  /// The two folders as paths of the site begin, and where they are without links.
  private let folders: [(name: String, root: String)]

  init(of site: String) {
    self.site = site
    folders = ["Content", "Templates"].map { ("\($0)/", FileAccess.wholePath("\(site)/\($0)")) }
  }

  /// Opens a file by its path in the site; one that lies in neither folder is none of these.
  func open(_ path: String) throws(EnvironmentError) -> ReadableFile {
    let whole = "\(site)/\(path)"
    guard let folder = folders.first(where: { path.utf8.starts(with: $0.name.utf8) }) else {
      throw EnvironmentError("the file can't be read", whole, because: "it lies outside of Content and Templates")
    }
    return try ReadableFile(whole, within: folder.root)
  }

  /// The contents of a file, unless it is larger than any should be.
  func read(_ path: String, largest: Int = FileAccess.largest) throws(EnvironmentError) -> Bytes {
    try open(path).contents(largest: largest)
  }
}
