import Coding
import Bulletins
import Text

/// The sizes of the pictures that pages show, and their place in the tags that show them.
struct ImageSizes: Sendable {
  /// Reads the size of a file, by its path relative to the site.
  private let read: @Sendable (String) -> ImageSize?
  /// The files that are published as they are, by their addresses below the site's root.
  private let published: [String: String]

  /// - Parameters:
  ///   - published: The paths of files by their addresses below the site's root.
  ///   - read: Reads the size of a file, by its path relative to the site.
  init(published: [String: String] = [:], _ read: @escaping @Sendable (String) -> ImageSize? = { _ in nil }) {
    self.read = read
    self.published = published
  }

  /// The size of a picture that is published under an address below the site's root.
  func sizeOfSiteFile(_ address: String) -> ImageSize? { published[address].flatMap(read) }

  /// The sizes of the pictures that a text shows, by their addresses as it writes them.
  func sizes(in outline: TextOutline) -> [String: ImageSize] {
    var sizes: [String: ImageSize] = [:]
    for link in outline.links where link.isImage {
      if let file = link.attachment {
        sizes[PercentEncoding.decoded(file.address) ?? file.address] = read(file.path)
      } else if let path = link.sitePath {
        sizes["/" + path] = sizeOfSiteFile(path)
      }
    }
    return sizes
  }

  /// A text whose pictures say how large they are, so that nothing moves when they come; what its author says stays.
  static func adding(_ sizes: [String: ImageSize], to html: Bytes) -> Bytes {
    var result = Bytes()
    var copied = 0
    while let start = html.firstOffset(of: tag, from: copied) {
      let end = html[start...].firstIndex(of: UInt8(ascii: ">")) ?? html.count
      let inside = Bytes(html[start..<end])
      result += html[copied..<(start + tag.count)]
      copied = start + tag.count
      guard inside.firstOffset(of: width) == nil, inside.firstOffset(of: height) == nil,
        let source = inside.firstOffset(of: address)
      else { continue }
      let written = Bytes(inside[(source + address.count)...].prefix { $0 != UInt8(ascii: "\"") }).string
      let name = written.withPlainAmpersands
      guard let size = sizes[PercentEncoding.decoded(name) ?? name] else { continue }
      result += Bytes("width=\"\(size.width)\" height=\"\(size.height)\" ".utf8)
    }
    return result + html[copied...]
  }

  private static let tag = Bytes("<img ".utf8)
  private static let address = Bytes("src=\"".utf8)
  private static let width = Bytes(" width=".utf8)
  private static let height = Bytes(" height=".utf8)
}
