import Coding
import Text

/// What the first bytes of a picture's file say of it.
public struct ImageFile: Sendable, Equatable {
  /// How large it is.
  public let size: ImageSize
  /// Its format, where smaller copies can be made of it.
  public let format: ImageFormat?

  /// Reads the first `ImageSize.head` bytes of a file; `nil` where they do not say how large the picture is.
  public static func read(_ head: Bytes) -> ImageFile? {
    ImageSize.read(head).map { ImageFile(size: $0, format: ImageFormat.read(head)) }
  }
}

/// The files of pictures, as whoever knows the disk tells of them.
public struct ImageFiles: Sendable {
  /// What a file says of itself, by its path relative to the site.
  let file: @Sendable (_ path: String) -> ImageFile?
  /// The digest of all its bytes; `nil` where it can't be read.
  let digest: @Sendable (_ path: String) -> Fingerprint?
  /// All its bytes; `nil` where it can't be read, or is far larger than pictures are.
  let contents: @Sendable (_ path: String) -> Bytes?

  /// Asks whoever knows the disk.
  public init(
    file: @escaping @Sendable (_ path: String) -> ImageFile?,
    digest: @escaping @Sendable (_ path: String) -> Fingerprint?,
    contents: @escaping @Sendable (_ path: String) -> Bytes? = { _ in nil }
  ) {
    self.file = file
    self.digest = digest
    self.contents = contents
  }
}
