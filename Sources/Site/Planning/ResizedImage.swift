import Coding

/// A smaller copy of a picture, to be made.
public struct ResizedImage: Sendable, Hashable {
  /// The path of the picture, relative to the site.
  public let source: String
  /// The digest of its file.
  public let digest: Fingerprint
  /// The format of both.
  public let format: ImageFormat
  /// How wide the copy is, in pixels.
  public let width: Int
  /// Where it goes.
  public let path: PagePath
}
