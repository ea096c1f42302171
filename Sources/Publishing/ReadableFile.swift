import Glibc
import Text

/// A file that is open for reading: what it is, and what it holds.
struct ReadableFile: ~Copyable {
  private let path: String
  private let descriptor: Int32
  /// What tells it from what it may become.
  let stamp: FileStamp
  /// How many bytes it has, as the system says.
  let size: Int

  /// Opens a file; folders and other things are none.
  init(_ path: String) throws(EnvironmentError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw EnvironmentError("the file can't be opened", path) }
    var info = stat()
    guard fstat(descriptor, &info) == 0 else {
      let failure = EnvironmentError("the file can't be read", path)
      close(descriptor)
      throw failure
    }
    guard info.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      throw EnvironmentError("the file can't be read", path, because: "it is no file")
    }
    self.path = path
    self.descriptor = descriptor
    stamp = FileStamp(info)
    size = Int(info.st_size)
  }

  deinit { close(descriptor) }

  /// The whole contents, or the first bytes of more than that.
  func contents(_ most: Int) throws(EnvironmentError) -> Bytes {
    // One byte more than expected shows whether the file grew meanwhile.
    var bytes = Bytes()
    var room = min(size, most) + 1
    repeat {
      let more = try read(room)
      // Most files come in one piece, which is not copied.
      if bytes.isEmpty { bytes = more } else { bytes += more }
      if more.count < room { break }
      room = 1 << 16
    } while bytes.count <= most
    return bytes
  }

  /// The next bytes; fewer than asked for only at the end.
  private func read(_ length: Int) throws(EnvironmentError) -> Bytes {
    var failure: EnvironmentError?
    let bytes = Bytes(unsafeUninitializedCapacity: length) { buffer, count in
      while count < length {
        let got = Glibc.read(descriptor, buffer.baseAddress?.advanced(by: count), length - count)
        if got < 0, errno == EINTR { continue }
        if got < 0 { failure = EnvironmentError("the file can't be read", path) }
        if got <= 0 { break }
        count += got
        // A file that gave all that it has is at its end; asking again would tell the same.
        if count == size { break }
      }
    }
    if let failure { throw failure }
    return bytes
  }
}
