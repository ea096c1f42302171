import Glibc
import Site
import System
import Text

/// A folder with the pages to print, and links to what they load, as it is going to be published.
struct PrintingFolder: Sendable {
  private let folder: WorkFolder
  private let published: PublishedFolder

  /// The whole path.
  var path: String { folder.path }

  /// Makes the folder, with the theme's assets, which style sheets load by themselves.
  init(in site: String, _ published: PublishedFolder) throws(EnvironmentError) {
    folder = try WorkFolder(for: .printing, in: site)
    self.published = published
    for file in published.files(below: "assets") { try add(file) }
  }

  /// Puts a page there.
  ///
  /// - Returns: The whole path of the file.
  func add(_ page: PrintablePage, at place: PagePath) throws(EnvironmentError) -> String {
    for file in page.loads { try add(file) }
    let whole = path + "/" + place.file
    try FileAccess.makeFolders(above: whole)
    try FileAccess.write(page.html, to: whole)
    return whole
  }

  /// Links to a file of the site, where there is one.
  private func add(_ file: String) throws(EnvironmentError) {
    guard let source = published.location(of: file) else { return }
    let link = path + "/" + file
    try FileAccess.makeFolders(above: link)
    // Several pages load one file.
    guard unsafe symlink(FileAccess.wholePath(source), link) == 0 || errno == EEXIST else {
      throw EnvironmentError("the link can't be made", link)
    }
  }
}
