extension PageKinds {
  /// What is planned when all pages are that readers look for.
  static let whatFollows: [any PageKind.Type] = [
    RedirectPages.self, NotFoundPage.self, CardPages.self, RobotsFile.self, SiteMaps.self,
  ]
}
