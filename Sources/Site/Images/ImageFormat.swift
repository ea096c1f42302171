import Text

/// A format of pictures that are made of points, of which smaller copies can be made. Drawings have no need of them, and
/// what moves would stand still.
public enum ImageFormat: Int, Sendable {
  case jpeg, png, webP

  /// Tells the format from the first bytes of a file; `nil` for other formats, and for pictures that move.
  static func read(_ head: Bytes) -> ImageFormat? {
    let bytes = ImageHead(head)
    if bytes.has([0xFF, 0xD8], at: 0) { return .jpeg }
    if bytes.has([0x89, 0x50, 0x4E, 0x47], at: 0) { return moves(png: bytes) ? nil : .png }
    guard bytes.has("RIFF".utf8, at: 0), bytes.has("WEBP".utf8, at: 8) else { return nil }
    let moves = bytes.has("VP8X".utf8, at: 12) && bytes.big(1, at: 20).map { $0 & 2 != 0 } ?? false
    return moves ? nil : .webP
  }

  /// What moves says so before the first picture.
  private static func moves(png bytes: ImageHead) -> Bool {
    var at = 8
    while let length = bytes.big(4, at: at), !bytes.has("IDAT".utf8, at: at + 4) {
      if bytes.has("acTL".utf8, at: at + 4) { return true }
      // Eight bytes before what a part holds, and four behind.
      at += length + 12
    }
    return false
  }
}
