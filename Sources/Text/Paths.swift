/// Paths are taken apart at bytes: a letter that joins the slash before it to one character hides none.
extension String {
  /// The parts between slashes, without empty ones.
  package var pathParts: [Substring] { Substring(self).pathParts }

  /// Where the last slash stands.
  package var lastSlash: Index? { utf8.lastIndex(of: UInt8(ascii: "/")) }

  /// What stands behind a slash.
  package func behind(_ slash: Index) -> Substring { Substring(utf8[utf8.index(after: slash)...]) }
}

extension Substring {
  /// The parts between slashes, without empty ones.
  package var pathParts: [Substring] {
    utf8.split(separator: UInt8(ascii: "/")).map { Substring($0) }
  }

  /// Where the last slash stands.
  package var lastSlash: Index? { utf8.lastIndex(of: UInt8(ascii: "/")) }
}
