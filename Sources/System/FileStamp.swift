import Glibc
import Coding
import Text

/// A file's version, as far as the system knows it without reading it: its size, its times and its number on the disk.
public struct FileStamp: Equatable, Sendable {
  private let size: Int
  private let modified: Int
  private let changed: Int
  private let node: Int

  /// The stamp of a file or folder; `nil` where there is none.
  public init?(_ path: String) {
    guard let info = stat(path) else { return nil }
    self.init(info)
  }

  /// The stamp of an open file; `nil` where the system does not tell it.
  public init?(of descriptor: Int32) {
    guard let info = stat(descriptor: descriptor) else { return nil }
    self.init(info)
  }

  /// The stamp that the system's answer about a file holds.
  init(_ info: stat) {
    size = Int(info.st_size)
    modified = Int(info.st_mtim.tv_sec) &* 1_000_000_000 &+ Int(info.st_mtim.tv_nsec)
    changed = Int(info.st_ctim.tv_sec) &* 1_000_000_000 &+ Int(info.st_ctim.tv_nsec)
    node = Int(truncatingIfNeeded: info.st_ino)
  }

  /// Whether the file was changed so lately that another change may leave the same stamp: the clock of a file system
  /// ticks in hundredths of a second.
  public func isFresh(at now: Int) -> Bool { max(modified, changed) > now - 20_000_000 }

  /// When the file was saved, in nanoseconds of the system's clock.
  public var saved: Int { modified }

  /// The stamp of a file that was given its name by a build: renaming changes a time that says nothing of its bytes.
  public var ofContents: FileStamp { FileStamp(size: size, modified: modified, changed: 0, node: node) }

  /// The stamp to keep: none that another change could leave the same.
  public func kept(at now: Int) -> Bytes { isFresh(at: now) ? [] : bytes }

  private init(size: Int, modified: Int, changed: Int, node: Int) {
    self.size = size
    self.modified = modified
    self.changed = changed
    self.node = node
  }

  /// The time of the system's clock, as stamps have it. It decides what is read again, never what is published.
  public static var now: Int {
    var time = timespec()
    unsafe clock_gettime(CLOCK_REALTIME, &time)
    return Int(time.tv_sec) &* 1_000_000_000 &+ Int(time.tv_nsec)
  }

  /// Writes the stamp among other values.
  public func write(to writer: inout BinaryWriter) { for part in [size, modified, changed, node] { writer.put(part) } }

  /// Reads a stamp among other values.
  public init(from reader: inout BinaryReader) {
    size = reader.int()
    modified = reader.int()
    changed = reader.int()
    node = reader.int()
  }

  /// The stamp as bytes.
  public var bytes: Bytes {
    var writer = BinaryWriter()
    write(to: &writer)
    return writer.bytes
  }

  /// A stamp from its bytes; `nil` for others.
  public init?(bytes: Bytes) {
    var reader = BinaryReader(bytes)
    self.init(from: &reader)
    guard reader.isComplete else { return nil }
  }
}
