/// Tells which files beside texts are there.
public struct FigureFiles: Sendable {
  /// Whether there is a file at a path, relative to the site.
  let isThere: @Sendable (_ path: String) -> Bool

  /// Asks whoever knows the disk.
  public init(_ isThere: @escaping @Sendable (_ path: String) -> Bool) { self.isThere = isThere }
}
