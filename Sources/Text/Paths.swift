/// Paths are taken apart at bytes: a letter that joins the slash before it to one character hides none.
extension String {
  /// The parts between slashes, without empty ones.
  package var pathParts: [Substring] { Substring(self).pathParts }

  /// Where the last slash stands.
  package var lastSlash: Index? { utf8.lastIndex(of: UInt8(ascii: "/")) }

  /// What stands behind a slash.
  package func behind(_ slash: Index) -> Substring { Substring(utf8[utf8.index(after: slash)...]) }

  /// The parts of a path that counts from this one, as browsers understand it: from the folder before its last slash;
  /// `nil` where it climbs out of the first folder.
  package func parts(following relative: String) -> [Substring]? {
    var parts = lastSlash.map { self[..<$0].pathParts } ?? []
    for part in relative.pathParts {
      switch part {
      case ".": continue
      case "..": if parts.popLast() == nil { return nil }
      default: parts.append(part)
      }
    }
    return parts
  }

  /// A path as the text of a file beside it writes it: `../b/c.png` for `a/b/c.png` in `a/d/e.md`.
  package func asPath(besides other: String) -> String {
    // Most lie beside each other.
    if let end = lastSlash, let otherEnd = other.lastSlash, self[..<end].utf8.elementsEqual(other[..<otherEnd].utf8) {
      return String(behind(end))
    }
    let (to, from) = (pathParts, other.pathParts.dropLast())
    let shared = zip(to, from).prefix { $0 == $1 }.count
    return (Array(repeating: "..", count: from.count - shared) + to[shared...]).joined(separator: "/")
  }

  /// Whether the ending of a file's name is one of pictures that browsers show.
  package var namesPicture: Bool {
    let name = lowercased()
    return [".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".avif"].contains { name.hasSuffix($0) }
  }
}

extension Substring {
  /// The parts between slashes, without empty ones.
  package var pathParts: [Substring] {
    utf8.split(separator: UInt8(ascii: "/")).map { Substring($0) }
  }

  /// Where the last slash stands.
  package var lastSlash: Index? { utf8.lastIndex(of: UInt8(ascii: "/")) }
}
