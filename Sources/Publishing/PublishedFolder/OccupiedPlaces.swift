import System
import Text

/// Looks before anything is moved whether a file is in the place of a folder, or a folder in the place of a file: what an
/// earlier build wrote there goes first, what somebody else put there stays and is an error.
struct OccupiedPlaces {
  private let folder: String
  private let vanishing: Set<String>
  /// What lies in the way and is going to be removed.
  private(set) var inTheWay: Set<String> = []
  // Below a folder that is not there yet, nothing is in the way.
  private var kinds: [Substring: FileAccess.Kind] = [:]
  /// The folders that names can be given in.
  private var writable: Set<Substring> = []

  /// - Parameters:
  ///   - folder: The published folder.
  ///   - vanishing: The files in it that are going to be removed.
  init(in folder: String, vanishing: Set<String>) {
    self.folder = folder
    self.vanishing = vanishing
  }

  /// Looks at the place of a file that waits for its name.
  mutating func check(_ path: String) throws(EnvironmentError) {
    try requireWritable(above: path)
    if let slash = path.lastSlash {
      let parent = path[..<slash]
      switch kind(ofFolder: parent) {
      case .nothing: return
      case .file:
        throw EnvironmentError("the folder can't be made", folder + "/" + parent, because: "a file is in its place")
      case .other:
        throw EnvironmentError(
          "the folder can't be made", folder + "/" + parent,
          because: "a link or a thing of another kind is in its place")
      case .folder: break
      }
    }
    guard FileAccess.kind(folder + "/" + path) == .folder else { return }
    guard let files = vanishingFiles(in: path) else {
      throw EnvironmentError("the file can't be written", folder + "/" + path, because: "a folder is in its place")
    }
    inTheWay.formUnion(files)
  }

  /// Refuses a place whose folder, or the one that would get it, takes no names: where that came out on the way, a part of
  /// the site would be new and the rest old.
  mutating func requireWritable(above path: String) throws(EnvironmentError) {
    var parent = path.lastSlash.map { path[..<$0] } ?? ""
    while !parent.isEmpty, kind(ofFolder: parent) != .folder { parent = parent.lastSlash.map { parent[..<$0] } ?? "" }
    guard writable.insert(parent).inserted else { return }
    let whole = parent.isEmpty ? folder : folder + "/" + parent
    guard FileAccess.isWritable(whole) else { throw EnvironmentError("the folder can't be written to", whole) }
  }

  /// What a folder's path names now, once what vanishes is gone.
  private mutating func kind(ofFolder path: Substring) -> FileAccess.Kind {
    if let known = kinds[path] { return known }
    var kind = path.lastSlash.map { self.kind(ofFolder: path[..<$0]) } ?? .folder
    if kind == .folder { kind = FileAccess.kindWithoutFollowing(folder + "/" + path) }
    if kind == .file, vanishing.contains(String(path)) {
      inTheWay.insert(String(path))
      kind = .nothing
    }
    kinds[path] = kind
    return kind
  }

  /// Everything in a folder; `nil` where somebody else put a part of it there.
  private func vanishingFiles(in path: String) -> [String]? {
    guard FileAccess.kindWithoutFollowing(folder + "/" + path) == .folder,
      let entries = try? FileAccess.names(in: folder + "/" + path)
    else { return nil }
    var files: [String] = []
    for entry in entries {
      let inner = path + "/" + entry.name
      if vanishing.contains(inner) {
        files.append(inner)
      } else if FileAccess.kindWithoutFollowing(folder + "/" + inner) == .folder, let more = vanishingFiles(in: inner) {
        files += more
      } else {
        return nil
      }
    }
    return files
  }
}
