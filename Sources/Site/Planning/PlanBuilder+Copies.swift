import Bulletins

extension PlanBuilder {
  /// Copies the files that a text shows or links to.
  ///
  /// - Parameter page: The address of the page that shows the text.
  mutating func copy(attachmentsOf text: TextOutline, beside page: String) {
    for link in text.links {
      if let file = link.attachment {
        copy(.content, file.path, to: page + file.address)
        if link.isImage { resize(file.path, at: page + file.address) }
      } else if let path = link.sitePath {
        if let file = input.files.attached.addressed[path] { copy(.content, file, to: path) }
        if link.isImage, let file = site.images.siteFile(path) { resize(file, at: path) }
      }
    }
  }

  /// Plans the smaller copies of a picture.
  private mutating func resize(_ source: String, at path: String) {
    guard site.images.haveCopies, let wanted = site.images.copies(of: source, at: path) else { return }
    for copy in wanted.copies {
      guard let address = claim(copy.address, source, nil, .copy) else { continue }
      copies.resized.append(
        ResizedImage(
          source: source, digest: wanted.digest, format: wanted.format, width: copy.width, path: address))
    }
  }

  /// Copies a file; of a file that is not there, somebody else speaks.
  mutating func copy(_ folder: CopiedFile.Folder, _ written: String, to path: String) {
    let source = input.files.attached.spellings[written] ?? written
    if folder == .content, input.files.attached.missing.contains(written) { return }
    guard let address = claim(path, folder == .content ? source : "Templates/" + source, nil, .copy) else { return }
    copies.whole.append(CopiedFile(folder: folder, source: source, path: address))
  }
}
