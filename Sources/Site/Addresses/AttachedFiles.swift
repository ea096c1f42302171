/// What is known of the files beside texts that these show or link to.
public struct AttachedFiles: Sendable {
  /// The paths of those that are not there, or not to be published.
  public var missing: Set<String> = []
  /// The paths at which they are, by those that texts write, where they are found elsewhere: some systems take letters and
  /// their accents apart, and other engines count paths from other places.
  public var spellings: [String: String] = [:]

  /// The paths of those that texts name by an address of the site, by that address: other engines publish the files
  /// among their texts where these lie.
  public var addressed: [String: String] = [:]

  /// Nothing is missing.
  public init() {}

  /// The path of a file that is published beside a text, by the path that the text writes; `nil` where none is.
  func file(at written: String) -> String? { missing.contains(written) ? nil : spellings[written] ?? written }
}
