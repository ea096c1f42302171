import Site

extension LiveSite {
  /// A picture that another program makes; `nil` where none is planned at a path.
  func picture(_ path: String, _ site: PlannedSite) -> Found? {
    if let image = site.resizedImage(at: path) { return copy(image, path) }
    guard let card = site.card(at: path) else { return nil }
    return images.card(card, site.materials.templates).map { .made($0, path: path, failure: nil) } ?? .nothing
  }

  /// A smaller copy of a picture; the picture, where no copy can be made now.
  private func copy(_ image: ResizedImage, _ path: String) -> Found {
    let folder = image.source.utf8.starts(with: Theme.folder.utf8) ? "/Templates" : "/Content"
    guard case .file(let real, _) = file(image.source, in: folder, path) else { return .nothing }
    return images.copy(of: image).map { .made($0, path: path, failure: nil) } ?? .file(real, path: path)
  }
}
