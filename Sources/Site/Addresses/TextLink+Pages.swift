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

extension String {
  /// A path as the text of a file beside it writes it: `../b/c.png` for `a/b/c.png` in `a/d/e.md`.
  func asPath(besides other: String) -> String {
    // Most lie beside each other.
    if let end = lastSlash, let otherEnd = other.lastSlash, self[..<end].utf8.elementsEqual(other[..<otherEnd].utf8) {
      return String(behind(end))
    }
    let (to, from) = (pathParts, other.pathParts.dropLast())
    let shared = zip(to, from).prefix { $0 == $1 }.count
    return (Array(repeating: "..", count: from.count - shared) + to[shared...]).joined(separator: "/")
  }
}
