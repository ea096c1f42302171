import Text

/// A file of the published site.
public struct OutputFile: Sendable {
  /// Where it goes, relative to the folder of the published site.
  public let path: String
  /// What it holds.
  public let bytes: Bytes

  /// A file from its parts.
  public init(path: String, bytes: Bytes) {
    self.path = path
    self.bytes = bytes
  }
}
