import Bulletins

extension PlanBuilder {
  /// Copies the files that a text shows or links to.
  ///
  /// - Parameter page: The address of the page that shows the text.
  mutating func copy(attachmentsOf text: TextOutline, beside page: String) {
    for link in text.links {
      if let file = link.attachment { copy(.content, file.path, to: page + file.address) }
      if let address = link.sitePath, let file = input.files.attached.addressed[address] {
        copy(.content, file, to: address)
      }
    }
  }

  /// Copies a file; of a file that is not there, somebody else speaks.
  mutating func copy(_ folder: CopiedFile.Folder, _ written: String, to path: String) {
    let source = input.files.attached.spellings[written] ?? written
    if folder == .content, input.files.attached.missing.contains(written) { return }
    guard let address = claim(path, folder == .content ? source : "Templates/" + source, nil, .copy) else { return }
    copies.append(CopiedFile(folder: folder, source: source, path: address))
  }
}
