import Glibc
import Text

/// A file that is open for reading: what it is, and what it holds.
public struct ReadableFile: ~Copyable {
  private let path: String
  private let descriptor: Int32
  /// Its version, when it was opened.
  public let stamp: FileStamp
  /// How many bytes it has, as the system says.
  public let size: Int

  /// Opens a file; folders and other things are none.
  ///
  /// - Parameter folder: A path without symbolic links, of the folder in which the file must lie, links to it followed. It
  ///   is looked at once it is open: a link that is put in its place meanwhile leads nowhere.
  public init(_ path: String, within folder: String? = nil) throws(EnvironmentError) {
    // Without waiting for what is no file, such as a pipe to which nobody writes.
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw EnvironmentError("the file can't be opened", path) }
    guard let info = stat(descriptor: descriptor) else {
      let failure = EnvironmentError("the file can't be read", path)
      close(descriptor)
      throw failure
    }
    guard info.kind == .file else {
      close(descriptor)
      throw EnvironmentError("the file can't be read", path, because: "it is no file")
    }
    if let folder, !FileAccess.isInside(descriptor, openedAt: path, folder) {
      close(descriptor)
      throw EnvironmentError("the file can't be read", path, because: "a link in its place leads out of \(folder)")
    }
    self.path = path
    self.descriptor = descriptor
    stamp = FileStamp(info)
    size = Int(info.st_size)
  }

  deinit { close(descriptor) }

  /// The whole contents, unless there is more than may be: a file of a disk that has no room for it can say that it is
  /// endless.
  public func contents(largest: Int = FileAccess.largest) throws(EnvironmentError) -> Bytes {
    guard size <= largest else { throw tooLarge(largest) }
    // One byte more than expected shows whether the file grew meanwhile. A file that gave what it was said to have, and
    // no more, is at its end: asking again would tell the same.
    var bytes = try read(size + 1, enough: max(1, size))
    while bytes.count > size {
      let more = try read(1 << 16, enough: 1 << 16)
      if more.isEmpty { break }
      bytes += more
      guard bytes.count <= largest else { throw tooLarge(largest) }
    }
    return bytes
  }

  /// The first bytes, so many at most.
  public func head(_ most: Int) throws(EnvironmentError) -> Bytes { try read(most, enough: most) }

  private func tooLarge(_ largest: Int) -> EnvironmentError {
    EnvironmentError("the file can't be read", path, because: "it has more than \(largest >> 20) MiB")
  }

  /// The next bytes, until there are enough of them or no more.
  private func read(_ most: Int, enough: Int) throws(EnvironmentError) -> Bytes {
    var failure: EnvironmentError?
    let bytes = unsafe Bytes(unsafeUninitializedCapacity: most) { buffer, count in
      repeat {
        let got = unsafe Glibc.read(descriptor, buffer.baseAddress?.advanced(by: count), most - count)
        if got < 0, errno == EINTR { continue }
        if got < 0 { failure = EnvironmentError("the file can't be read", path) }
        if got <= 0 { break }
        count += got
      } while count < enough
    }
    if let failure { throw failure }
    return bytes
  }
}
