import Coding
import Text

/// A smaller copy of a picture.
struct ImageCopy: Sendable, Equatable {
  /// How wide it is, in pixels.
  let width: Int
  /// Its address: beside the picture, and another one when the picture is another, so that browsers may keep it.
  let address: String

  /// The copy of a picture at an address.
  ///
  /// - Parameter digest: The digest of the picture's file.
  init(width: Int, of picture: String, _ digest: Fingerprint) {
    self.width = width
    let name = Bytes(picture.utf8)
    let slash = name.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0
    let point = name[slash...].lastIndex(of: UInt8(ascii: ".")) ?? name.count
    // A long name has no room for more, so that the digest tells it from another one, too.
    let isLong = point - slash > ImageCopy.longestStem
    let stem = isLong ? "" : name[slash..<point].string + "-"
    let told = isLong ? Fingerprint(of: digest.bytes + name[slash...]) : digest
    address = name[..<slash].string + stem + "\(width)-\(told.description.prefix(8))" + name[point...].string
  }

  private static let longestStem = 120
}

extension ArraySlice<UInt8> {
  fileprivate var string: String { Bytes(self).string }
}
