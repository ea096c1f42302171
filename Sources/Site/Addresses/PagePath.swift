import Text

/// The address of a page or file below the site's root, without the slash at its start.
///
/// An address that ends in a slash, or is empty, is a folder with an `index.html`.
public struct PagePath: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The address: `2010/23/`, `feed.xml`, or nothing for the home page.
  public let description: String

  /// `nil` for a path that could leave the site's folder or name no file: empty, climbing or too long parts, control
  /// characters, backslashes.
  public init?(_ text: String) {
    let bytes = text.utf8.span
    var start = 0
    while start < bytes.count {
      let end = bytes.firstOffset(of: UInt8(ascii: "/"), from: start) ?? bytes.count
      if !PagePath.isName(bytes.extracting(start..<end)) { return nil }
      start = end + 1
    }
    description = text
  }

  private static func isName(_ part: Span<UInt8>) -> Bool {
    var dots = 0
    for index in part.indices {
      let byte = part[index]
      if byte < 0x20 || byte == 0x7F || byte == UInt8(ascii: "\\") { return false }
      if byte == UInt8(ascii: ".") { dots += 1 }
    }
    let isDots = part.count < 3 && dots == part.count
    return !isDots && part.count <= 200
  }

  /// The file that holds it, relative to the folder of the published site.
  public var file: String {
    (description.utf8.last ?? UInt8(ascii: "/")) == UInt8(ascii: "/") ? description + "index.html" : description
  }

  /// By bytes.
  public static func < (a: PagePath, b: PagePath) -> Bool { a.description < b.description }
}
