import Bulletins
import Site

extension SharedSources {
  /// What pages are made of, with the issues; `nil` without settings or theme.
  ///
  /// - Parameters:
  ///   - attached: What is known of the files beside texts.
  ///   - held: The texts that are held back.
  func materials(_ archive: Archive, attached: AttachedFiles, held: [HeldText]) -> SiteInput? {
    guard let settings, let theme else { return nil }
    let folder = files.folder
    return SiteInput(
      archive: archive, authorities: authorities, standingPages: pages, settings: settings,
      languages: reading.languages, theme: theme,
      files: SiteFiles(
        attached: attached,
        // Links to what is left out altogether lead nowhere, as those to what is held back.
        withheld: Set(held.map(\.path)).union(leftOut.paths.subtracting(leftOut.remembered)),
        heldPages: Releases.pages(of: held, settings),
        lostImages: LostImages(leftOut.lostImages),
        assets: folder.assets.map(ContentFolder.assetName),
        statics: folder.statics.filter { !leftOut.contains($0) }, source: folder.source, images: folder.images.files))
  }
}
