import Glibc
import Text

extension FileAccess {
  /// Where a path begins: in a folder that is held open, or where every path does.
  struct Start {
    static let here = Start(AT_FDCWD, at: nil)

    let descriptor: Int32
    private let path: String?

    init(_ descriptor: Int32, at path: String?) {
      self.descriptor = descriptor
      self.path = path
    }

    /// The path as messages say it.
    func whole(_ path: String) -> String { self.path.map { "\($0)/\(path)" } ?? path }
  }

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

  /// The same with bytes that somebody else has, below a folder that may be held open.
  static func write(
    _ bytes: Span<UInt8>, to path: String, from start: Start = .here, makingFolders: Bool
  ) throws(EnvironmentError) -> FileStamp? {
    // A page is alone in its folder, which is missing as a rule.
    if makingFolders, path.utf8.suffix(index.utf8.count).elementsEqual(index.utf8) {
      unsafe mkdirat(
        start.descriptor, String(decoding: path.utf8.dropLast(index.utf8.count), as: UTF8.self), 0o755)
    }
    var descriptor = create(path, from: start)
    if descriptor < 0, errno == ENOENT, makingFolders {
      try makeFolders(above: path, from: start)
      descriptor = create(path, from: start)
    }
    guard descriptor >= 0 else { throw EnvironmentError("the file can't be written", start.whole(path)) }
    var done = 0
    while done < bytes.count {
      let wrote = unsafe bytes.extracting(done...).withUnsafeBufferPointer { rest in
        unsafe Glibc.write(descriptor, rest.baseAddress, rest.count)
      }
      if wrote < 0, errno == EINTR { continue }
      guard wrote >= 0 else {
        let failure = EnvironmentError("the file can't be written", start.whole(path))
        close(descriptor)
        throw failure
      }
      done += wrote
    }
    let stamp = FileStamp(of: descriptor)
    guard close(descriptor) == 0 else { throw EnvironmentError("the file can't be written", start.whole(path)) }
    return stamp
  }

  private static let index = "/index.html"

  private static func create(_ path: String, from start: Start) -> Int32 {
    unsafe openat(start.descriptor, path, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0o644)
  }

  /// Makes a folder and those above it that are missing.
  public static func makeFolder(_ path: String) throws(EnvironmentError) { try makeFolder(path, from: .here) }

  /// Makes the folders above a file that are missing.
  public static func makeFolders(above path: String) throws(EnvironmentError) {
    try makeFolders(above: path, from: .here)
  }

  private static func makeFolders(above path: String, from start: Start) throws(EnvironmentError) {
    if let slash = path.lastSlash { try makeFolder(String(path[..<slash]), from: start) }
  }

  private static func makeFolder(_ path: String, from start: Start) throws(EnvironmentError) {
    if unsafe mkdirat(start.descriptor, path, 0o755) == 0 { return }
    switch errno {
    case EEXIST:
      if stat(path, in: start.descriptor)?.kind == .folder { return }
      throw EnvironmentError("the folder can't be made", start.whole(path), because: "a file is in its place")
    case ENOENT:
      guard let slash = path.lastSlash, slash > path.startIndex else {
        throw EnvironmentError("the folder can't be made", start.whole(path))
      }
      try makeFolder(String(path[..<slash]), from: start)
      guard unsafe mkdirat(start.descriptor, path, 0o755) == 0 || errno == EEXIST else {
        throw EnvironmentError("the folder can't be made", start.whole(path))
      }
    default: throw EnvironmentError("the folder can't be made", start.whole(path))
    }
  }
}
