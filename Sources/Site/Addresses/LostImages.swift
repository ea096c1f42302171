import Bulletins
import Coding
import Text

/// Images that are left out of texts because they are not there: their words stand in their places.
public struct LostImages: Sendable {
  private let targets: Set<TextLink.Target>

  /// Those with some addresses, as texts write them.
  public init(_ targets: Set<TextLink.Target>) { self.targets = targets }

  /// Whether a link shows such an image.
  func contain(_ link: TextLink) -> Bool { link.isImage && !targets.isEmpty && targets.contains(link.target) }

  /// The HTML of a text without the images of some links.
  static func removed(_ links: [TextLink], from html: Bytes) -> Bytes {
    let lost = links.flatMap { LostImages.addresses(of: $0.target) }
    if lost.isEmpty { return html }
    var result = Bytes()
    var copied = 0
    var at = 0
    while let start = html.firstOffset(of: Bytes("<img ".utf8), from: at) {
      guard let end = html.firstOffset(of: UInt8(ascii: ">"), from: start) else { break }
      at = end + 1
      let tag = html[start..<end]
      guard let source = LostImages.value(of: "src", in: tag), lost.contains(where: { LostImages.means(source, $0) })
      else {
        continue
      }
      result += html[copied..<start] + Bytes((LostImages.value(of: "alt", in: tag) ?? "").utf8)
      copied = at
    }
    return LostImages.silenced(result + html[copied...], lost)
  }

  /// The HTML with no address in films and sounds that is one of some.
  private static func silenced(_ html: Bytes, _ lost: [String]) -> Bytes {
    var result = html
    for name in ["video", "audio", "source"] {
      var at = 0
      while let start = result.firstOffset(of: Bytes("<\(name) ".utf8), from: at) {
        guard let end = result.firstOffset(of: UInt8(ascii: ">"), from: start) else { break }
        at = end + 1
        for attribute in ["src", "poster"] {
          let tag = result[start..<end]
          guard let value = value(of: attribute, in: tag), lost.contains(where: { means(value, $0) }),
            let place = Array(tag).firstOffset(of: Bytes(" \(attribute)=\"".utf8))
          else { continue }
          let length = attribute.utf8.count + 4 + value.utf8.count
          result.removeSubrange(start + place..<start + place + length)
          // The same tag may have another one.
          at = start
          break
        }
      }
    }
    return result
  }

  /// The value of an attribute as it is written.
  private static func value(of name: String, in tag: ArraySlice<UInt8>) -> String? {
    let tag = Array(tag)
    guard let start = tag.firstOffset(of: Bytes(" \(name)=\"".utf8)).map({ $0 + name.utf8.count + 3 }),
      let end = tag.firstOffset(of: UInt8(ascii: "\""), from: start)
    else { return nil }
    return Array(tag[start..<end]).string
  }

  private static func addresses(of target: TextLink.Target) -> [String] {
    switch target {
    case .attachment(_, let address): [address]
    case .site(let path): ["/" + path]
    case .page(let path): [path]
    case .source: []
    }
  }

  /// Whether an address in HTML is that of a file, whatever stands behind it, or before it where it is whole.
  private static func means(_ written: String, _ address: String) -> Bool {
    let path = written.trimmed.withPlainAmpersands.prefix { $0 != "?" && $0 != "#" }
    let plain = PercentEncoding.decoded(String(path)) ?? String(path)
    return plain == address || address.utf8.first == UInt8(ascii: "/") && plain.hasSuffix(address)
  }
}
