import Coding
import Text

/// What the tag of a picture says of it beside its address.
struct ImageTag: Sendable {
  /// How large it is.
  let size: ImageSize
  /// The value of `srcset`: the picture's copies, and itself where they are not enough; `nil` without copies.
  var sources: String?
  /// The value of `sizes`.
  var sizes = ""

  /// Differs where the tag would.
  var token: String { "\(size.width) \(size.height) \(sources ?? "") \(sizes)" }

  /// A text whose pictures say how large they are, so that nothing moves when they come, and which copies there are; what
  /// its author says stays.
  static func adding(_ tags: [String: ImageTag], to html: Bytes) -> Bytes {
    var result = Bytes()
    var copied = 0
    while let start = html.firstOffset(of: opening, from: copied) {
      let end = html[start...].firstIndex(of: UInt8(ascii: ">")) ?? html.count
      let inside = Bytes(html[start..<end])
      result += html[copied..<(start + opening.count)]
      copied = start + opening.count
      guard inside.firstOffset(of: width) == nil, inside.firstOffset(of: height) == nil,
        let source = inside.firstOffset(of: address)
      else { continue }
      let written = Bytes(inside[(source + address.count)...].prefix { $0 != UInt8(ascii: "\"") }).string
      let name = written.withPlainAmpersands
      guard let tag = tags[PercentEncoding.decoded(name) ?? name] else { continue }
      result += Bytes("width=\"\(tag.size.width)\" height=\"\(tag.size.height)\" ".utf8)
      guard let sources = tag.sources, inside.firstOffset(of: set) == nil else { continue }
      result += Bytes("srcset=\"\(sources)\" sizes=\"\(tag.sizes)\" ".utf8)
    }
    return result + html[copied...]
  }

  private static let opening = Bytes("<img ".utf8)
  private static let address = Bytes("src=\"".utf8)
  private static let set = Bytes(" srcset=".utf8)
  private static let width = Bytes(" width=".utf8)
  private static let height = Bytes(" height=".utf8)
}
