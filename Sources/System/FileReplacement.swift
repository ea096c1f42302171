import Glibc
import Text

extension FileAccess {
  /// Gives a file other bytes at once: whoever reads it, and whatever happens meanwhile, it is the one or the other. Its
  /// name, its permissions and the links that lead to it stay.
  ///
  /// - Parameter expected: The bytes that it must still have; else it is left alone.
  public static func replace(_ path: String, expecting expected: Bytes, with bytes: Bytes) throws(EnvironmentError) {
    guard let real = realPath(path) else { throw EnvironmentError("the file can't be written", path) }
    try replace(path, leadingTo: real, expecting: expected, with: bytes)
  }

  /// - Parameter real: Where the links on the way lead. There are none on the way to that; one that somebody puts there
  ///   meanwhile is not followed.
  static func replace(
    _ path: String, leadingTo real: String, expecting expected: Bytes, with bytes: Bytes
  ) throws(EnvironmentError) {
    guard let status = stat(real), let slash = real.lastSlash else {
      throw EnvironmentError("the file can't be written", path)
    }
    var disk = try FolderTree("/")
    // Hidden, so that nobody takes it for a file of the site; beside the other, since a name can't move to another disk.
    let aside = "\(real[..<slash])/.\(real.behind(slash)).\(getpid())"
    try disk.write(bytes, toNew: aside, mode: status.st_mode & 0o777, isDurable: true)
    var isMoved = false
    defer { if !isMoved { _ = disk.removeFile(aside[...]) } }
    guard try read(real) == expected else {
      throw EnvironmentError("the file is left as it is", path, because: "it changed meanwhile")
    }
    try disk.rename(aside, to: real)
    isMoved = true
  }

  /// Gives a file other bytes so that they, or those of before, are there also after the machine loses its power.
  public static func writeDurably(_ bytes: Bytes, to path: String) throws(EnvironmentError) {
    let new = path + ".new"
    // What has the name, an interrupted build left, or somebody else put there: a pipe would be waited for without end.
    try removeIfThere(new)
    let descriptor = unsafe Glibc.open(new, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw EnvironmentError("the file can't be written", new) }
    do {
      defer { close(descriptor) }
      guard writeAll(bytes, to: descriptor), fsync(descriptor) == 0 else {
        throw EnvironmentError("the file can't be written", new)
      }
    }
    try move(new, to: path)
    // The name is a part of the folder. A file system that can't be asked for that keeps names in another way.
    let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
    let folder = unsafe Glibc.open(slash.map { String(path[...$0]) } ?? ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if folder >= 0 {
      fsync(folder)
      close(folder)
    }
  }

  /// Writes bytes to an open file; whether all of them were taken.
  static func writeAll(_ bytes: Bytes, to descriptor: Int32) -> Bool {
    var done = 0
    while done < bytes.count {
      let wrote = unsafe bytes[done...].withUnsafeBytes { unsafe Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if wrote < 0, errno == EINTR { continue }
      if wrote <= 0 { return false }
      done += wrote
    }
    return true
  }
}
