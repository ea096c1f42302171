import Glibc
import Site
import Text

/// The folder of the published site: files are staged in it, then given their names all at once.
struct PublicFolder: Sendable {
  /// What became of the files.
  struct Changes: Sendable {
    var written: [String] = []
    var kept = 0
    var removed: [String] = []
    /// Files that nobody here wrote.
    var strangers: [String] = []
  }

  /// A file that is finished but has no name yet, or one that already is as it should be.
  struct Staged: Sendable {
    let path: String
    /// Where it waits; `nil` when the published file has the same bytes.
    let file: String?
  }

  private let folder: String
  private let staging: String
  private let manifest: Manifest
  /// Whether the folder was made for this build.
  private let isNew: Bool

  /// Opens the folder, makes it where it is missing, and clears what an interrupted build left.
  init(_ folder: String, manifest: Manifest) throws(EnvironmentError) {
    self.folder = folder
    self.manifest = manifest
    staging = folder + "/.staging"
    isNew = FileAccess.kind(folder) == .nothing
    try FileAccess.makeFolder(folder)
    removeStaging()
    try FileAccess.makeFolder(staging)
  }

  /// Puts a file aside until all are finished; a file that would not change is not written.
  func stage(_ file: OutputFile, number: Int) throws(EnvironmentError) -> Staged {
    let target = folder + "/" + file.path
    if let size = try? FileAccess.size(target), size == file.bytes.count, FileAccess.kind(target) == .file,
      let published = try? FileAccess.read(target), memcmp(published, file.bytes, file.bytes.count) == 0
    {
      return Staged(path: file.path, file: nil)
    }
    let path = "\(staging)/\(number)"
    try FileAccess.write(file.bytes, to: path)
    return Staged(path: file.path, file: path)
  }

  /// Gives staged files their names and removes what an earlier build wrote and this one did not.
  func publish(_ files: [Staged], progress: Progress) throws(EnvironmentError) -> Changes {
    defer { removeStaging() }
    try checkPlaces(files)
    var changes = Changes()
    let earlier = manifest.read()
    // What is about to be written is known before it is there, so that an interrupted build leaves no strangers.
    try manifest.write(Set(files.map(\.path)).union(earlier))
    progress.begin(.publishing, files.count)
    var made: Set<String> = []
    for file in files {
      progress.step()
      guard let staged = file.file else {
        changes.kept += 1
        continue
      }
      let target = folder + "/" + file.path
      let parent = String(target[..<(target.lastIndex(of: "/") ?? target.startIndex)])
      if made.insert(parent).inserted { try FileAccess.makeFolder(parent) }
      try FileAccess.move(staged, to: target)
      changes.written.append(file.path)
    }
    let current = Set(files.map(\.path))
    for path in earlier.subtracting(current).sorted() where unlink(folder + "/" + path) == 0 {
      changes.removed.append(path)
      removeEmptyFolders(above: path)
    }
    try manifest.write(current)
    changes.strangers = strangers(beside: current)
    return changes
  }

  /// Leaves the folder as it was before.
  func discard() {
    removeStaging()
    if isNew { rmdir(folder) }
  }

  /// A file where a folder must be, or a folder where a file must be, is found before anything is moved.
  private func checkPlaces(_ files: [Staged]) throws(EnvironmentError) {
    var checked: Set<Substring> = []
    for file in files where file.file != nil {
      var parent = file.path[...]
      while let slash = parent.lastIndex(of: "/") {
        parent = parent[..<slash]
        guard checked.insert(parent).inserted else { break }
        let kind = FileAccess.kind(folder + "/" + parent)
        if kind == .file || kind == .other {
          throw EnvironmentError("the folder can't be made", folder + "/" + parent, because: "a file is in its place")
        }
      }
      if FileAccess.kind(folder + "/" + file.path) == .folder {
        throw EnvironmentError(
          "the file can't be written", folder + "/" + file.path, because: "a folder is in its place")
      }
    }
  }

  private func removeStaging() {
    for entry in (try? FileAccess.names(in: staging)) ?? [] { unlink(staging + "/" + entry.name) }
    rmdir(staging)
  }

  private func removeEmptyFolders(above path: String) {
    var parent = path[...]
    while let slash = parent.lastIndex(of: "/") {
      parent = parent[..<slash]
      if rmdir(folder + "/" + parent) != 0 { return }
    }
  }

  private func strangers(beside current: Set<String>) -> [String] {
    var found: [String] = []
    var open = [""]
    while let prefix = open.popLast() {
      for (name, _) in (try? FileAccess.names(in: folder + "/" + prefix)) ?? [] where !name.hasPrefix(".") {
        let path = prefix + name
        if FileAccess.kind(folder + "/" + path) == .folder {
          open.append(path + "/")
        } else if !current.contains(path) {
          found.append(path)
        }
      }
    }
    return found.sorted()
  }
}
