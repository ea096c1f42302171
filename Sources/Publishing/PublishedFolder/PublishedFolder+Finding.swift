import System

extension PublishedFolder {
  /// Where the file lies that is going to be published at a path: among those that wait, or where it is already; `nil`
  /// where there is none.
  func location(of path: String) -> String? {
    [staging.folder.path, folder].lazy.map { $0 + "/" + path }.first { FileAccess.kind($0) == .file }
  }

  /// The files below one of its folders, waiting and published ones.
  func files(below name: String) -> Set<String> {
    var found: Set<String> = []
    for root in [staging.folder.path, folder] { add(name, in: root, to: &found) }
    return found
  }

  private func add(_ name: String, in root: String, to found: inout Set<String>) {
    for entry in (try? FileAccess.names(in: root + "/" + name)) ?? [] {
      let path = name + "/" + entry.name
      switch entry.kind {
      case .file: found.insert(path)
      case .folder: add(path, in: root, to: &found)
      default: break
      }
    }
  }
}
