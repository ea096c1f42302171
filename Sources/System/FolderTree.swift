import Glibc
import Text

/// A folder that is held open: what is done below it is done there, whatever somebody puts in the place of its path, or of
/// a folder in it, meanwhile. No link in it is followed.
///
/// The folders that lead to the last place are held open, too: files come in the order of their folders. It owns
/// descriptors, and is used on one thread.
public struct FolderTree: ~Copyable {
  private let path: String
  private let root: Int32
  /// The folders on the way to the last place, each in the one before.
  private var way: [(name: Substring, descriptor: Int32)] = []

  /// `O_PATH`, which the header has for GNU programs alone: folders that may be entered, and not listed, are opened, too.
  static let withoutReading: Int32 = 0o10_000_000

  /// Opens a folder. Links on the way to it are followed; nothing below it is reached through one.
  public init(_ path: String) throws(EnvironmentError) {
    let descriptor = unsafe open(path, FolderTree.withoutReading | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw EnvironmentError("the folder can't be opened", path) }
    self.path = path
    root = descriptor
  }

  /// The tree of a folder that is held open.
  public init(_ folder: HeldFolder) throws(EnvironmentError) {
    let descriptor = fcntl(folder.descriptor, F_DUPFD_CLOEXEC, 0)
    guard descriptor >= 0 else { throw EnvironmentError("the folder can't be opened", folder.path) }
    path = folder.path
    root = descriptor
  }

  deinit {
    for folder in way { close(folder.descriptor) }
    close(root)
  }

  /// What lies at a path below the folder; a link is neither a file nor a folder.
  public mutating func kind(_ path: Substring) -> FileAccess.Kind {
    guard let (folder, name) = place(of: path) else { return .nothing }
    return stat(name, in: folder)?.kind ?? .nothing
  }

  /// Gives something that lies in another folder its place in this one, where it takes that of a file.
  public mutating func take(_ path: Substring, from other: inout FolderTree) throws(EnvironmentError) {
    guard let source = other.place(of: path) else {
      throw EnvironmentError("the file can't be moved", "\(other.path)/\(path)")
    }
    guard let target = place(of: path) else { throw unreachable(path) }
    guard unsafe renameat(source.folder, source.name, target.folder, target.name) == 0 else {
      let code = errno
      if stat(target.name, in: target.folder)?.kind == .folder {
        throw EnvironmentError("the file can't be written", whole(path), because: "a folder is in its place")
      }
      throw EnvironmentError("the file can't be written", whole(path), errno: code)
    }
  }

  /// Gives a file another name, in the place of one that has it.
  public mutating func rename(_ path: String, to other: String) throws(EnvironmentError) {
    guard let source = place(of: path[...]) else { throw unreachable(path[...]) }
    // The other way may part from this one, and close its folders.
    let held = dup(source.folder)
    defer { close(held) }
    guard let target = place(of: other[...]) else { throw unreachable(other[...]) }
    guard unsafe renameat(held, source.name, target.folder, target.name) == 0 else {
      throw EnvironmentError("the file can't be written", whole(other[...]))
    }
  }

  /// Writes a file that is not there yet.
  ///
  /// - Parameters:
  ///   - makingFolders: Whether folders above it that are missing are made.
  ///   - mode: Who may read and write it, where that is not what the system gives new files.
  ///   - isDurable: Whether it is on the disk afterwards.
  public mutating func write(
    _ bytes: Bytes, toNew path: String, makingFolders: Bool = false, mode: mode_t? = nil, isDurable: Bool = false
  ) throws(EnvironmentError) {
    guard let (folder, name) = place(of: path[...], makingFolders: makingFolders) else { throw unreachable(path[...]) }
    let descriptor = unsafe openat(folder, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode ?? 0o644)
    guard descriptor >= 0 else { throw EnvironmentError("the file can't be written", whole(path[...])) }
    let isWritten =
      mode.map { fchmod(descriptor, $0) == 0 } ?? true && FileAccess.writeAll(bytes, to: descriptor)
      && (!isDurable || fsync(descriptor) == 0)
    let failure = isWritten ? nil : EnvironmentError("the file can't be written", whole(path[...]))
    close(descriptor)
    guard let failure else { return }
    unsafe unlinkat(folder, name, 0)
    throw failure
  }

  /// Removes a file or a link.
  ///
  /// - Returns: Whether there was one.
  public mutating func removeFile(_ path: Substring) -> Bool {
    guard let (folder, name) = place(of: path) else { return false }
    return unsafe unlinkat(folder, name, 0) == 0
  }

  /// Removes a folder in which nothing is.
  ///
  /// - Returns: Whether that was so.
  public mutating func removeFolder(_ path: Substring) -> Bool {
    guard let (folder, name) = place(of: path) else { return false }
    return unsafe unlinkat(folder, name, AT_REMOVEDIR) == 0
  }

  private func whole(_ path: Substring) -> String {
    path.utf8.first == UInt8(ascii: "/") ? String(path) : "\(self.path)/\(path)"
  }

  private func unreachable(_ path: Substring) -> EnvironmentError {
    errno == ELOOP || errno == ENOTDIR
      ? EnvironmentError(
        "the file can't be written", whole(path), because: "a link or a file is in the place of a folder")
      : EnvironmentError("the file can't be written", whole(path))
  }

  /// The open folder in which something lies, and its name there; `nil` where a folder above it is missing or is none.
  ///
  /// A path that climbs leads nowhere.
  private mutating func place(
    of path: Substring, makingFolders: Bool = false
  ) -> (folder: Int32, name: String)? {
    let parts = path.pathParts
    guard let name = parts.last, !parts.contains(where: FolderTree.climbs) else { return nil }
    var depth = 0
    while depth < way.count, depth < parts.count - 1, way[depth].name.utf8.elementsEqual(parts[depth].utf8) {
      depth += 1
    }
    for folder in way[depth...] { close(folder.descriptor) }
    way.removeSubrange(depth...)
    for part in parts[depth..<parts.count - 1] {
      let (folder, part) = (way.last?.descriptor ?? root, String(part))
      if makingFolders { unsafe mkdirat(folder, part, 0o755) }
      let descriptor = unsafe openat(folder, part, FolderTree.withoutReading | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
      guard descriptor >= 0 else { return nil }
      way.append((Substring(part), descriptor))
    }
    return (way.last?.descriptor ?? root, String(name))
  }

  private static func climbs(_ name: Substring) -> Bool {
    name.utf8.elementsEqual(".".utf8) || name.utf8.elementsEqual("..".utf8)
  }

  private func stat(_ name: String, in folder: Int32) -> stat? { Glibc.stat(name, in: folder, followingLinks: false) }
}
