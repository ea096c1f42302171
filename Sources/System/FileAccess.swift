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

  /// Writes a new file, or one that replaces another of the name.
  ///
  /// - Parameter makingFolders: Whether folders above it that are missing are made.
  /// - Returns: The stamp of the finished file, where the system tells it.
  @discardableResult
  public static func write(
    _ bytes: Bytes, to path: String, makingFolders: Bool = false
  ) throws(EnvironmentError) -> FileStamp? {
    try write(bytes.span, to: path, makingFolders: makingFolders)
  }

  /// The same with bytes that lie anywhere.
  @unsafe
  @discardableResult
  public static func write(
    _ bytes: UnsafeRawBufferPointer, to path: String, makingFolders: Bool = false
  ) throws(EnvironmentError) -> FileStamp? {
    let bytes = unsafe bytes.bindMemory(to: UInt8.self)
    return try write(unsafe Span(_unsafeElements: bytes), to: path, makingFolders: makingFolders)
  }

  /// The same with bytes that somebody else has.
  @discardableResult
  public static func write(
    _ bytes: Span<UInt8>, to path: String, makingFolders: Bool = false
  ) throws(EnvironmentError) -> FileStamp? {
    // A page is alone in its folder, which is missing as a rule.
    if makingFolders, path.utf8.suffix(index.utf8.count).elementsEqual(index.utf8) {
      unsafe mkdir(String(decoding: path.utf8.dropLast(index.utf8.count), as: UTF8.self), 0o755)
    }
    var descriptor = create(path)
    if descriptor < 0, errno == ENOENT, makingFolders {
      try makeFolders(above: path)
      descriptor = create(path)
    }
    guard descriptor >= 0 else { throw EnvironmentError("the file can't be written", path) }
    var done = 0
    while done < bytes.count {
      let wrote = unsafe bytes.extracting(done...).withUnsafeBufferPointer { rest in
        unsafe Glibc.write(descriptor, rest.baseAddress, rest.count)
      }
      if wrote < 0, errno == EINTR { continue }
      guard wrote >= 0 else {
        let failure = EnvironmentError("the file can't be written", path)
        close(descriptor)
        throw failure
      }
      done += wrote
    }
    let stamp = FileStamp(of: descriptor)
    guard close(descriptor) == 0 else { throw EnvironmentError("the file can't be written", path) }
    return stamp
  }

  private static let index = "/index.html"

  private static func create(_ path: String) -> Int32 {
    unsafe Glibc.open(path, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0o644)
  }

  /// Removes a folder with everything in it, as far as that is allowed; links are removed, not followed.
  public static func removeTree(_ path: String) { OpenFolder.removeTree(path, in: AT_FDCWD) }

  /// Removes a folder in which nothing is; any other stays.
  public static func removeFolderIfEmpty(_ path: String) { unsafe rmdir(path) }

  /// Makes a folder and those above it that are missing.
  public static func makeFolder(_ path: String) throws(EnvironmentError) {
    if unsafe mkdir(path, 0o755) == 0 { return }
    switch errno {
    case EEXIST:
      if kind(path) == .folder { return }
      throw EnvironmentError("the folder can't be made", path, because: "a file is in its place")
    case ENOENT:
      guard let slash = path.lastSlash, slash > path.startIndex else {
        throw EnvironmentError("the folder can't be made", path)
      }
      try makeFolder(String(path[..<slash]))
      guard unsafe mkdir(path, 0o755) == 0 || errno == EEXIST else {
        throw EnvironmentError("the folder can't be made", path)
      }
    default: throw EnvironmentError("the folder can't be made", path)
    }
  }

  /// Makes the folders above a file that are missing.
  public static func makeFolders(above path: String) throws(EnvironmentError) {
    if let slash = path.lastSlash { try makeFolder(String(path[..<slash])) }
  }

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
