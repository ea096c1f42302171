import Glibc
import Text

/// A folder that is held open, for all threads: what is done in it is done there, whatever somebody puts in the place of its
/// path meanwhile. A class, because it owns its descriptor.
public final class HeldFolder: Sendable {
  /// Where it was when it was opened.
  public let path: String
  let descriptor: Int32

  private init(_ descriptor: Int32, at path: String) {
    self.descriptor = descriptor
    self.path = path
  }

  /// Opens a folder.
  ///
  /// - Parameter root: The folder in which it must lie, links followed; any place will do without one.
  public convenience init(_ path: String, within root: String? = nil) throws(EnvironmentError) {
    let descriptor = unsafe open(path, FolderTree.withoutReading | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw EnvironmentError("the folder can't be opened", path) }
    self.init(descriptor, at: path)
    if let root, !FileAccess.isInside(descriptor, openedAt: path, FileAccess.wholePath(root)) {
      throw EnvironmentError(
        "the folder can't be opened", path, because: "a link in its place leads out of \(FileAccess.wholePath(root))")
    }
  }

  deinit { close(descriptor) }

  /// Makes a folder in this one that is nobody else's; `nil` where something has the name.
  public func makeNew(_ name: String) throws(EnvironmentError) -> HeldFolder? {
    let path = "\(self.path)/\(name)"
    guard unsafe mkdirat(descriptor, name, 0o700) == 0 else {
      if errno == EEXIST { return nil }
      throw EnvironmentError("the folder can't be made", path)
    }
    let new = unsafe openat(descriptor, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    guard new >= 0 else { throw EnvironmentError("the folder can't be opened", path) }
    return HeldFolder(new, at: path)
  }

  /// The names of the folders in this one that begin in some way; what a link leads to is none.
  public func folders(from prefix: String) -> [String] {
    (OpenFolder.names(in: unsafe openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)) ?? []).compactMap {
      $0.kind == .folder && $0.name.starts(with: prefix.utf8) ? $0.name.string : nil
    }
  }

  /// Removes a folder in this one with everything in it, as far as that is allowed; links are removed, not followed.
  public func removeTree(_ name: String) { OpenFolder.removeTree(name, in: descriptor) }

  /// Writes a new file below it, or one that replaces another of the name, and the folders above that are missing.
  ///
  /// - Returns: The stamp of the finished file, where the system tells it.
  @unsafe
  public func write(_ bytes: UnsafeRawBufferPointer, to path: String) throws(EnvironmentError) -> FileStamp? {
    let bytes = unsafe bytes.bindMemory(to: UInt8.self)
    let start = FileAccess.Start(descriptor, at: self.path)
    return try FileAccess.write(unsafe Span(_unsafeElements: bytes), to: path, from: start, makingFolders: true)
  }
}
