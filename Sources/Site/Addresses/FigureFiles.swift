/// Tells which files beside texts are there.
public struct FigureFiles: Sendable {
  /// Whether there is a file at a path, relative to the site.
  let isThere: @Sendable (_ path: String) -> Bool

  /// Whether a file among texts is published at an address of the site that texts name.
  let isAddressed: @Sendable (_ address: String) -> Bool

  /// Asks whoever knows the disk.
  public init(
    _ isThere: @escaping @Sendable (_ path: String) -> Bool,
    addressed isAddressed: @escaping @Sendable (_ address: String) -> Bool = { _ in false }
  ) {
    self.isThere = isThere
    self.isAddressed = isAddressed
  }
}
