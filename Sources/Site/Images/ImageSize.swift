import Text

/// The size of a picture in pixels, as its file says: browsers keep room for it before it comes.
public struct ImageSize: Sendable, Equatable {
  /// How wide it is.
  public let width: Int
  /// How high it is.
  public let height: Int

  /// A size that a page can keep room for; `nil` for none or for one that no picture has.
  init?(width: Int, height: Int) {
    guard (1...100_000).contains(width), (1...100_000).contains(height) else { return nil }
    self.width = width
    self.height = height
  }

  /// How many bytes of a file are enough: pictures of cameras have whole small pictures before their size.
  public static let head = 256 << 10

  /// Reads the size out of the first bytes of a PNG, JPEG, GIF, WebP or SVG file; `nil` where they do not say it.
  public static func read(_ head: Bytes) -> ImageSize? {
    let bytes = ImageHead(head)
    if bytes.has("\u{89}PNG".unicodeScalars.map { UInt8($0.value) }, at: 0) { return png(bytes) }
    if bytes.has("GIF8".utf8, at: 0) { return gif(bytes) }
    if bytes.has([0xFF, 0xD8], at: 0) { return jpeg(bytes) }
    if bytes.has("RIFF".utf8, at: 0), bytes.has("WEBP".utf8, at: 8) { return webP(bytes) }
    return SVGSize.read(head)
  }

  private static func png(_ bytes: ImageHead) -> ImageSize? {
    guard bytes.has("IHDR".utf8, at: 12), let width = bytes.big(4, at: 16), let height = bytes.big(4, at: 20) else {
      return nil
    }
    return ImageSize(width: width, height: height)
  }

  private static func gif(_ bytes: ImageHead) -> ImageSize? {
    guard let width = bytes.little(2, at: 6), let height = bytes.little(2, at: 8) else { return nil }
    return ImageSize(width: width, height: height)
  }

  /// A JPEG file is a row of parts with their lengths; the one with the size comes after those about the camera. A camera
  /// that was held upright says so in the first of these, and then width and height change places.
  private static func jpeg(_ bytes: ImageHead) -> ImageSize? {
    var at = 2
    var isTurned = false
    while let mark = bytes.big(1, at: at), mark == 0xFF, let kind = bytes.big(1, at: at + 1) {
      // Marks may be filled up, and a few have nothing behind them.
      if kind == 0xFF {
        at += 1
        continue
      }
      if kind == 0x01 || (0xD0...0xD8).contains(kind) {
        at += 2
        continue
      }
      guard let length = bytes.big(2, at: at + 2), length >= 2 else { return nil }
      if (0xC0...0xCF).contains(kind), ![0xC4, 0xC8, 0xCC].contains(kind) {
        guard let height = bytes.big(2, at: at + 5), let width = bytes.big(2, at: at + 7) else { return nil }
        return isTurned ? ImageSize(width: height, height: width) : ImageSize(width: width, height: height)
      }
      if kind == 0xE1, bytes.has("Exif\0\0".utf8, at: at + 4) { isTurned = ExifTurn.isTurned(bytes, from: at + 10) }
      if kind == 0xDA { return nil }
      at += 2 + length
    }
    return nil
  }

  private static func webP(_ bytes: ImageHead) -> ImageSize? {
    if bytes.has("VP8X".utf8, at: 12), let width = bytes.little(3, at: 24), let height = bytes.little(3, at: 27) {
      return ImageSize(width: width + 1, height: height + 1)
    }
    if bytes.has("VP8L".utf8, at: 12), bytes.has([0x2F], at: 20), let bits = bytes.little(4, at: 21) {
      return ImageSize(width: bits & 0x3FFF + 1, height: bits >> 14 & 0x3FFF + 1)
    }
    if bytes.has("VP8 ".utf8, at: 12), bytes.has([0x9D, 0x01, 0x2A], at: 23), let width = bytes.little(2, at: 26),
      let height = bytes.little(2, at: 28)
    {
      return ImageSize(width: width & 0x3FFF, height: height & 0x3FFF)
    }
    return nil
  }
}
