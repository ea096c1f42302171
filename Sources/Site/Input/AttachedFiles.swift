/// What is known of the files beside texts that these show or link to.
public struct AttachedFiles: Sendable {
  /// The paths of those that are not there, or not to be published.
  public var missing: Set<String> = []
  /// The paths as the disk spells them, where texts write the same letters in another way: some systems take letters and
  /// their accents apart.
  public var spellings: [String: String] = [:]

  /// The paths of those that texts name by an address of the site, by that address: other engines publish the files
  /// among their texts where these lie.
  public var addressed: [String: String] = [:]

  /// Nothing is missing.
  public init() {}
}
