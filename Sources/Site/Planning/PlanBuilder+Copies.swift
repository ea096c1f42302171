import Bulletins

extension PlanBuilder {
  /// Copies the files that a text shows or links to; of those that are not there, somebody else speaks.
  ///
  /// - Parameter page: The address of the page that shows the text.
  mutating func copy(attachmentsOf text: TextOutline, beside page: String) {
    for link in text.links {
      guard let file = site.images.file(of: link) else { continue }
      if let attachment = link.attachment {
        copy(.content, file, to: page + attachment.address)
        if link.isImage { resize(file, at: page + attachment.address) }
      } else if let path = link.sitePath {
        if input.files.attached.addressed[path] == file {
          copies.note(path, isShown: link.isImage)
        } else if link.isImage {
          resize(file, at: path)
        }
      }
    }
  }

  /// Copies the files among texts that these name by an address of the site, where nothing else is published: a page or a
  /// file that has the address is what the text means. Asked when all others are planned.
  mutating func copyAddressed() {
    for (path, isShown) in copies.addressed.sorted(by: { $0.key < $1.key }) where owner(of: path) == nil {
      guard let file = input.files.attached.addressed[path] else { continue }
      copy(.content, file, to: path)
      if isShown { resize(file, at: path) }
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

  /// Copies a file.
  mutating func copy(_ folder: CopiedFile.Folder, _ source: String, to path: String) {
    guard let address = claim(path, folder == .content ? source : "Templates/" + source, nil, .copy) else { return }
    copies.whole.append(CopiedFile(folder: folder, source: source, path: address))
  }
}
