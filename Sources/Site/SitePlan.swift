import Diagnostics

/// Everything that a site will consist of: pages to render, and files to copy.
public struct SitePlan: Sendable {
  /// The pages, in the order of their addresses.
  public let pages: [Page]
  /// The files to copy, in the order of their addresses.
  public let copies: [CopiedFile]
  /// Files that no template makes.
  public let files: [OutputFile]
  /// How many issues are among the pages.
  public var issueCount: Int { pages.count { $0.purpose == .issue } }
  /// How many feeds are among the pages.
  public var feedCount: Int { pages.count { $0.purpose == .feed } }

  /// Plans a site; two sources for one address are an error that names both.
  public static func of(_ input: SiteInput) -> (SitePlan, [Diagnostic]) {
    var builder = PlanBuilder(input)
    for kind in PageKinds.all { kind.addPages(to: &builder) }
    for asset in input.assets { builder.copy(.templates, "assets/" + asset, to: "assets/" + asset) }
    for asset in input.theme.borrowedAssets { builder.add(file: "assets/" + asset.path, asset.bytes) }
    for (path, address) in input.statics { builder.copy(.content, path, to: address) }
    return builder.finished()
  }
}
