import Text

/// The sources of a site, among which the one is looked for that the path of a broken link was probably meant to name.
///
/// An archive that was moved has thousands of broken links: none of them is compared with all sources.
struct NearSources: Sendable {
  private let paths: NearestWords
  /// The paths by the names of their files; nothing for a name that several have.
  private let byName: [String: String?]

  init(_ sources: some Sequence<String>) {
    let sources = Array(sources)
    paths = NearestWords(sources)
    byName = Dictionary(sources.map { (NearSources.name(of: $0), $0) }) { _, _ in nil }
  }

  /// The source whose path is nearly this one, or the only one whose file has this name, in whatever folder.
  func nearest(to path: String) -> String? {
    paths.nearest(to: path) ?? byName[NearSources.name(of: path)].flatMap(\.self)
  }

  private static func name(of path: String) -> String {
    let start = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path.utf8.index(after: $0) } ?? path.startIndex
    return path[start...].lowercased()
  }
}
