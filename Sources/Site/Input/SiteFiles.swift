import Diagnostics

/// The files of a site beside its texts and templates: what is published as it is, and what texts show or link to.
public struct SiteFiles: Sendable {
  /// What is known of the files beside texts.
  public internal(set) var attached: AttachedFiles
  /// Files whose texts are not out.
  let withheld: Set<String>
  /// Where texts would be found that are not out.
  let heldPages: HeldPages
  /// Images that are left out of the texts that show them.
  let lostImages: LostImages
  /// Paths below `assets/` in the folder of templates.
  let assets: [String]
  /// The files that are published as they are, with their addresses.
  let statics: [(path: String, address: String)]
  /// Gives the source at a path, for the lines that findings show; `nil` where it can't be read.
  let source: @Sendable (String) -> SourceFile?
  /// What is known of pictures.
  let images: ImageFiles

  /// The files from their parts.
  ///
  /// - Parameters:
  ///   - attached: What is known of the files beside texts.
  ///   - withheld: Files whose texts are not out, so that links to them lead nowhere yet.
  ///   - heldPages: Where texts would be found that are not out.
  ///   - lostImages: Images that are left out of the texts that show them, since they are not there.
  ///   - assets: Paths below `assets/` in the folder of templates.
  ///   - statics: Paths of files in `StaticFolders`, relative to the site.
  ///   - source: Gives the source at a path, for the lines that findings show.
  ///   - images: What is known of pictures.
  public init(
    attached: AttachedFiles, withheld: Set<String>, heldPages: HeldPages, lostImages: LostImages,
    assets: [String],
    statics: [String], source: @escaping @Sendable (String) -> SourceFile?, images: ImageFiles
  ) {
    self.attached = attached
    self.withheld = withheld
    self.heldPages = heldPages
    self.lostImages = lostImages
    self.assets = assets
    self.statics = statics.compactMap { path in StaticFolders.address(of: path).map { (path, $0) } }
    self.source = source
    self.images = images
  }

  /// The files that are published as they are, by their addresses below the site's root.
  var published: [String: String] { SiteFiles.published(assets, statics) }

  private static func published(_ assets: [String], _ statics: [(path: String, address: String)]) -> [String: String] {
    let own = assets.map { ("assets/" + $0, Theme.folder + "assets/" + $0) }
    return Dictionary(statics.map { ($0.address, $0.path) } + own) { first, _ in first }
  }

  /// The site's own small picture for browsers, below its root.
  var icon: String? { ["favicon.svg", "favicon.png", "favicon.ico"].first(where: isPublished) }

  /// Whether a file is published as it is at an address.
  func isPublished(at address: String) -> Bool { statics.contains { $0.address == address } }
}
