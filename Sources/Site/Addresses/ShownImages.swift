import Bulletins
import Coding
import Text

/// The pictures that pages show: how large they are, and which smaller copies there are of them.
struct ShownImages: Sendable {
  private let files: ImageFiles
  /// The files that are published as they are, by their addresses below the site's root.
  private let published: [String: String]
  private let attached: AttachedFiles
  private let widths: ImageWidths
  /// Where addresses begin that texts write from the root on.
  private let root: String
  private let origin: String

  /// - Parameters:
  ///   - published: The paths of files by their addresses below the site's root.
  ///   - attached: What is known of the files beside texts.
  init(_ files: ImageFiles, published: [String: String], attached: AttachedFiles, _ settings: SiteSettings) {
    self.files = files
    self.published = published
    self.attached = attached
    widths = ImageWidths(settings)
    (root, origin) = (settings.root, settings.origin)
  }

  /// Whether pictures have smaller copies.
  var haveCopies: Bool { !widths.isEmpty }

  /// The size of a picture that is published under an address below the site's root.
  func sizeOfSiteFile(_ address: String) -> ImageSize? { published[address].flatMap(files.file)?.size }

  /// The bytes of a picture that is published under an address below the site's root.
  func contentsOfSiteFile(_ address: String) -> Bytes? { published[address].flatMap(files.contents) }

  /// The path of the file that a link shows or leads to: one beside its text, or one that is published as it is; `nil` where
  /// there is none.
  func file(of link: TextLink) -> String? {
    if let file = link.attachment { return attached.file(at: file.path) }
    return link.sitePath.flatMap { published[$0] ?? attached.addressed[$0] }
  }

  /// What is known of a file with its smaller copies beside it.
  ///
  /// - Parameter address: Where the file is published.
  func copies(of path: String, at address: String) -> (copies: [ImageCopy], format: ImageFormat, digest: Fingerprint)? {
    guard haveCopies, let file = files.file(path), let format = file.format else { return nil }
    let wanted = widths.widths(of: file)
    guard !wanted.isEmpty, let digest = files.digest(path) else { return nil }
    return (wanted.map { ImageCopy(width: $0, of: address, digest) }, format, digest)
  }

  /// What is to be said of the pictures that a text shows, by their addresses as it writes them.
  ///
  /// - Parameter withCopies: Whether it is told which copies there are.
  func tags(in outline: TextOutline, withCopies: Bool) -> [String: ImageTag] {
    var tags: [String: ImageTag] = [:]
    for link in outline.links where link.isImage {
      guard let file = file(of: link) else { continue }
      if let attachment = link.attachment {
        let address = PercentEncoding.decoded(attachment.address) ?? attachment.address
        tags[address] = tag(of: file, at: address, withCopies: withCopies)
      } else if let path = link.sitePath {
        let tag = tag(of: file, at: root + path, withCopies: withCopies)
        tags[root + path] = tag
        tags[origin + root + path] = tag
      }
    }
    return tags
  }

  private func tag(of path: String, at address: String, withCopies: Bool) -> ImageTag? {
    guard let file = files.file(path) else { return nil }
    var tag = ImageTag(size: file.size)
    guard withCopies, let copies = copies(of: path, at: address)?.copies else { return tag }
    var sources = copies.map { "\(PercentEncoding.encoded(path: $0.address)) \($0.width)w" }
    if !widths.isEnough(copies.last?.width ?? 0) {
      sources.append("\(PercentEncoding.encoded(path: address)) \(file.size.width)w")
    }
    tag.sources = sources.joined(separator: ", ")
    tag.sizes = widths.sizes
    return tag
  }
}
