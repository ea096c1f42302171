import Text

/// The address of a page or file below the site's root, without the slash at its start.
///
/// An address that ends in a slash, or is empty, is a folder with an `index.html`.
public struct PagePath: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The address: `2010/23/`, `feed.xml`, or nothing for the home page.
  public let description: String

  /// `nil` for a path that could leave the site's folder or name no file: empty, hidden or climbing parts, control
  /// characters, backslashes.
  public init?(_ text: String) {
    let isRight = text.withBytes { bytes in
      var start = 0
      while start < bytes.count {
        let end = bytes.firstOffset(of: UInt8(ascii: "/"), from: start) ?? bytes.count
        if !PagePath.isName(UnsafeBufferPointer(rebasing: bytes[start..<end])) { return false }
        start = end + 1
      }
      return true
    }
    guard isRight else { return nil }
    description = text
  }

  private static func isName(_ part: UnsafeBufferPointer<UInt8>) -> Bool {
    let isDots = part.count < 3 && part.allSatisfy { $0 == UInt8(ascii: ".") }
    return !isDots && part.count <= 200
      && part.allSatisfy { $0 >= 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "\\") }
  }

  /// The file that holds it, relative to the folder of the published site.
  public var file: String {
    (description.utf8.last ?? UInt8(ascii: "/")) == UInt8(ascii: "/") ? description + "index.html" : description
  }

  /// By bytes.
  public static func < (a: PagePath, b: PagePath) -> Bool { a.description < b.description }
}
