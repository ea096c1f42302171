/// The address of a page or file below the site's root, without the slash at its start.
///
/// An address that ends in a slash, or is empty, is a folder with an `index.html`.
public struct PagePath: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The address: `2010/23/`, `feed.xml`, or nothing for the home page.
  public let description: String

  /// `nil` for a path that could leave the site's folder or name no file: empty, hidden or climbing parts, control
  /// characters, backslashes.
  public init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    let named = text.isEmpty || text.hasSuffix("/") ? parts.dropLast() : parts[...]
    for part in named {
      if part.isEmpty || part == "." || part == ".." || part.utf8.count > 200 { return nil }
      if part.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F || $0 == UInt8(ascii: "\\") }) { return nil }
    }
    description = text
  }

  /// The file that holds it, relative to the folder of the published site.
  public var file: String {
    description.isEmpty || description.hasSuffix("/") ? description + "index.html" : description
  }

  /// By bytes.
  public static func < (a: PagePath, b: PagePath) -> Bool { a.description < b.description }
}
