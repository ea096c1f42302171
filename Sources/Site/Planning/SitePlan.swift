/// Everything that a site will consist of: pages to render, and files to copy.
public struct SitePlan: Sendable {
  /// The pages, in the order of their addresses.
  public let pages: [Page]
  /// The files to copy, in the order of their addresses.
  public let copies: [CopiedFile]
  /// The smaller copies of pictures to make, in the order of their addresses.
  public let resized: [ResizedImage]
  /// The cards, in the order of their addresses: pages that make drawings, of which pictures of points are published.
  public let cards: [Page]
  /// Files that no template makes.
  public let files: [OutputFile]
  /// What a search finds, language by language; nothing where there is none.
  public let search: [SearchedSeries]
  /// How many issues are among the pages.
  public var issueCount: Int { pages.count { $0.purpose == .issue } }
  /// How many feeds are among the pages.
  public var feedCount: Int { pages.count { $0.purpose == .feed } }
}
