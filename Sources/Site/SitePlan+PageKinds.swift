import Diagnostics

extension SitePlan {
  /// Plans a site; two sources for one address are an error that names both.
  public static func of(_ input: SiteInput) -> (SitePlan, [Diagnostic]) {
    var builder = PlanBuilder(input)
    for kind in PageKinds.all { kind.addPages(to: &builder) }
    for asset in input.files.assets { builder.copy(.templates, "assets/" + asset, to: "assets/" + asset) }
    for asset in input.theme.borrowedAssets { builder.add(file: "assets/" + asset.path, asset.bytes) }
    for (path, address) in input.files.statics { builder.copy(.content, path, to: address) }
    builder.copyAddressed()
    builder.checkLogo()
    return builder.finished()
  }
}
