import System
import Text

/// The names of files in the folders of a site, by which a file is found whose path is written a little otherwise.
///
/// Each folder is read once: a moved archive has thousands of links to files that are not there.
struct FolderNames {
  /// In what a name may differ from the one that is looked for.
  enum Difference {
    /// In how its letters and accents are put together.
    case accents
    /// In capitals.
    case capitals
  }

  private let folder: ContentFolder
  private var known: [String: Names] = [:]

  init(in folder: ContentFolder) { self.folder = folder }

  /// The path of a file whose names are those of another path but for such a difference; `nil` where there is none.
  mutating func path(of path: String, differingIn difference: Difference) -> String? {
    var found = ""
    for part in path.pathParts.map(String.init) {
      guard let name = names(in: found).name(like: part, difference) else { return nil }
      found += (found.isEmpty ? "" : "/") + name
    }
    return found
  }

  private mutating func names(in path: String) -> Names {
    if let names = known[path] { return names }
    let names = Names(((try? FileAccess.names(in: folder.path(path))) ?? []).map(\.name))
    known[path] = names
    return names
  }

  private struct Names {
    private var exact: Set<Bytes> = []
    /// The first of the names that are equal as text.
    private var byText: [String: String] = [:]
    private var bySmallLetters: [String: String] = [:]

    init(_ names: [String]) {
      for name in names.sorted() {
        exact.insert(Bytes(name.utf8))
        byText[name] = byText[name] ?? name
        let small = name.lowercased()
        bySmallLetters[small] = bySmallLetters[small] ?? name
      }
    }

    func name(like part: String, _ difference: Difference) -> String? {
      if exact.contains(Bytes(part.utf8)) { return part }
      switch difference {
      case .accents: return byText[part]
      case .capitals: return bySmallLetters[part.lowercased()]
      }
    }
  }
}
