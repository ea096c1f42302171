/// A file of Content or Templates that is published as it is.
public struct CopiedFile: Sendable, Hashable {
  /// Which folder it comes from.
  public enum Folder: Sendable { case content, templates }

  /// Which folder it comes from.
  public let folder: Folder
  /// The path there.
  public let source: String
  /// Where it goes.
  public let path: PagePath
}
