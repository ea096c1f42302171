import Bulletins
import Text

extension TextLink {
  /// Whether a link to a file may be one to a page, by the name: `ebb.html`, `../ebb`.
  public var isLikePage: Bool {
    guard !isImage, let path = attachment?.path else { return false }
    let name = path.pathParts.last ?? ""
    return !name.utf8.contains(UInt8(ascii: ".")) || name.hasSuffix(".html") || name.hasSuffix(".htm")
  }
}
