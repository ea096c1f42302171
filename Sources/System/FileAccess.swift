import Glibc
import Text

/// Reading and writing files through the system's own calls.
public enum FileAccess {
  /// What kind of thing a path names.
  public enum Kind: Sendable {
    /// A file.
    case file
    /// A folder.
    case folder
    /// A pipe, a socket or a device.
    case other
    /// Nothing at all.
    case nothing
  }

  /// What a path names; a symbolic link counts as what it leads to.
  public static func kind(_ path: String) -> Kind { stat(path)?.kind ?? .nothing }

  /// What a name in a folder stands for; a symbolic link is none of the things it may lead to.
  public static func kindWithoutFollowing(_ path: String) -> Kind {
    stat(path, followingLinks: false)?.kind ?? .nothing
  }

  /// Whether a name in a folder is a symbolic link.
  public static func isLink(_ path: String) -> Bool {
    stat(path, followingLinks: false).map { $0.st_mode & S_IFMT == S_IFLNK } ?? false
  }

  /// Whether names can be given and taken in a folder; where not, `errno` says why.
  public static func isWritable(_ folder: String) -> Bool { unsafe access(folder, W_OK | X_OK) == 0 }

  /// The number of the file system on which something lies; `nil` where there is nothing.
  public static func device(_ path: String) -> dev_t? { stat(path)?.st_dev }

  /// How many bytes a file has.
  public static func size(_ path: String) throws(EnvironmentError) -> Int {
    guard let info = stat(path) else { throw EnvironmentError("the file can't be read", path) }
    return Int(info.st_size)
  }

  /// The largest file that is read: far above what a site is made of, and below what a machine has no memory for.
  public static let largest = 1 << 30

  /// The contents of a file, unless it is larger than any should be.
  public static func read(_ path: String, largest: Int = largest) throws(EnvironmentError) -> Bytes {
    try open(path).contents(largest: largest)
  }

  /// Opens a file to read it.
  public static func open(_ path: String) throws(EnvironmentError) -> ReadableFile { try ReadableFile(path) }

  /// Whether what is open lies in a folder; both without symbolic links. What was put in its place meanwhile changes
  /// nothing of the answer.
  static func isInside(_ descriptor: Int32, openedAt path: String, _ folder: String) -> Bool {
    if let place = target(ofLink: "/proc/self/fd/\(descriptor)") { return isInside(place, folder) }
    // Where the system's own folder is not there to ask, the path must still lead to what is open.
    guard let real = realPath(path), isInside(real, folder), let named = stat(real, followingLinks: false),
      let open = stat(descriptor: descriptor)
    else { return false }
    return named.st_dev == open.st_dev && named.st_ino == open.st_ino
  }

  /// What a symbolic link says; `nil` where it is none, or says more than a path may.
  private static func target(ofLink path: String) -> String? {
    let most = Int(PATH_MAX)
    let bytes = unsafe Bytes(unsafeUninitializedCapacity: most) { buffer, count in
      let got = unsafe buffer.withMemoryRebound(to: CChar.self) { letters in
        unsafe letters.baseAddress.map { unsafe readlink(path, $0, most) } ?? 0
      }
      count = max(0, got)
    }
    return bytes.isEmpty || bytes.count == most ? nil : bytes.string
  }

  /// Removes a folder with everything in it, as far as that is allowed; links are removed, not followed.
  public static func removeTree(_ path: String) { OpenFolder.removeTree(path, in: AT_FDCWD) }

  /// Removes a folder in which nothing is; any other stays.
  public static func removeFolderIfEmpty(_ path: String) { unsafe rmdir(path) }

  /// Removes a file that may not be there.
  public static func removeIfThere(_ path: String) throws(EnvironmentError) {
    guard unsafe unlink(path) == 0 || errno == ENOENT else { throw EnvironmentError("the file can't be removed", path) }
  }

  /// Gives a file its final name, in the place of one that has it.
  public static func move(_ path: String, to target: String) throws(EnvironmentError) {
    guard unsafe rename(path, target) == 0 else {
      let code = errno
      if kind(target) == .folder {
        throw EnvironmentError("the file can't be written", target, because: "a folder is in its place")
      }
      throw EnvironmentError("the file can't be written", target, errno: code)
    }
  }

  /// The names in a folder, in the order of their bytes, with what they are where that is known without asking; a name
  /// that is no UTF-8 comes with its repaired form.
  public static func names(in folder: String) throws(EnvironmentError) -> [(name: String, isUTF8: Bool, kind: Kind?)] {
    let descriptor = unsafe Glibc.open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0, var names = OpenFolder.names(in: descriptor) else {
      throw EnvironmentError("the folder can't be read", folder)
    }
    // In the order of their bytes, whatever the language of the machine.
    names.sort { a, b in
      let order = unsafe memcmp(a.name, b.name, min(a.name.count, b.name.count))
      return order == 0 ? a.name.count < b.name.count : order < 0
    }
    return names.map { ($0.name.string, $0.name.firstIllFormedOffset == nil, $0.kind) }
  }

  /// The path without symbolic links, the same before a folder is made and after.
  public static func wholePath(_ path: String) -> String {
    if let real = realPath(path) { return real }
    guard let slash = path.lastSlash else { return (realPath(".") ?? ".") + "/" + path }
    let (parent, name) = (String(path[..<slash]), path.behind(slash))
    if parent.isEmpty { return path }
    let folder = wholePath(parent)
    switch name {
    case "", ".": return folder
    // What is not there yet is no link: once it is made, the folder above it is the one before the slash.
    case "..": return folder.lastSlash.map { $0 == folder.startIndex ? "/" : String(folder[..<$0]) } ?? folder
    default: return folder == "/" ? "/" + name : folder + "/" + name
    }
  }

  /// Whether a path is that of a folder or of something in it; both without symbolic links.
  public static func isInside(_ path: String, _ folder: String) -> Bool {
    if folder == "/" { return true }
    // On bytes: a combining letter behind a slash would hide it.
    let (path, folder) = (path.utf8, folder.utf8)
    guard path.starts(with: folder) else { return false }
    return path.count == folder.count || path.dropFirst(folder.count).first == UInt8(ascii: "/")
  }

  /// The path without symbolic links; `nil` where it leads nowhere.
  public static func realPath(_ path: String) -> String? {
    guard let resolved = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(resolved) }
    return unsafe String(cString: resolved)
  }
}
