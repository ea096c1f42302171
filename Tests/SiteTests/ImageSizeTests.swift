import TestSupport
import Testing
import Text

@testable import Site

/// What the first bytes of a picture say of its size.
@Suite("Sizes of pictures")
struct ImageSizeTests {
  private static let png: Bytes =
    [0x89] + Array("PNG\r\n\u{1A}\n".utf8) + [0, 0, 0, 13] + Array("IHDR".utf8) + [0, 0, 1, 44, 0, 0, 0, 200, 8, 2]
  private static let gif: Bytes = Array("GIF89a".utf8) + [44, 1, 200, 0, 0]
  private static let webP: Bytes =
    Array("RIFF".utf8) + [0, 0, 0, 0] + Array("WEBPVP8X".utf8) + [10, 0, 0, 0, 0, 0, 0, 0] + [43, 1, 0, 199, 0, 0]
  /// A JPEG file of a camera that was held upright or not.
  private static func jpeg(orientation: UInt8) -> Bytes {
    let exif: Bytes =
      Array("Exif\0\0MM".utf8) + [
        0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0,
      ]
    return [0xFF, 0xD8, 0xFF, 0xE1, 0, UInt8(exif.count + 2)] + exif
      + [0xFF, 0xFF, 0xC2, 0, 11, 8, 0, 200, 1, 44, 3, 0, 0, 0]
  }

  @Test("each format tells it")
  func formats() {
    let drawings = [
      "<svg width='300' height=\"200\" viewBox=\"0 0 3 2\">", "<?xml version=\"1.0\"?>\n<svg viewBox=\"0 0 300 200\">",
      "<svg width=\"100%\" height=\"10em\" viewBox=\"-1,-1,300,200\">", "<svg width = \"300px\"\n height= '200px' >",
    ].map { Bytes($0.utf8) }
    for bytes in [Self.png, Self.gif, Self.webP, Self.jpeg(orientation: 1)] + drawings {
      let size = ImageSize.read(bytes)
      #expect(size?.width == 300 && size?.height == 200, "\(bytes.string)")
    }
    #expect(ImageSize.read(Self.jpeg(orientation: 6)) == ImageSize(width: 200, height: 300))
  }

  @Test("a file that is cut anywhere, or something else, is no mistake")
  func damage() {
    for bytes in [Self.png, Self.gif, Self.webP, Self.jpeg(orientation: 6), Bytes("<svg viewBox='0 0 300 200'>".utf8)] {
      for end in bytes.indices { _ = ImageSize.read(Array(bytes[..<end])) }
    }
    for text in ["", "<svg", "<svg>", "<svg width='1e9' height='-3'>", "<svg viewBox='0 0 x 1'>", "plain text"] {
      #expect(ImageSize.read(Bytes(text.utf8)) == nil, "\(text)")
    }
    #expect(ImageSize.read([0xFF, 0xD8, 0xFF, 0xE0, 0, 1, 0xFF, 0xC0]) == nil)
  }

  @Test("a page keeps room for a picture that its author gave no size, and shows another when the file is another")
  func pages() throws {
    let site = try TemporarySite()
    try site.addIssue(1, body: "![A](a%20b.svg) and <img src=\"a b.svg\" alt=\"B\" width=\"30\">")
    try site.write("Content/bulletins/a b.svg", "<svg viewBox='0 0 300 200'></svg>")
    #expect(try site.build().isPublished)
    let page = try site.published("2010/1/index.html")
    #expect(page.contains("<img width=\"300\" height=\"200\" loading=\"lazy\" src=\"a%20b.svg\" alt=\"A\""))
    #expect(page.components(separatedBy: "width=\"300\"").count == 2)
    try site.write("Content/bulletins/a b.svg", "<svg viewBox='0 0 90 60'></svg>")
    #expect(try site.build().isPublished)
    #expect(try site.published("2010/1/index.html").contains("<img width=\"90\" height=\"60\""))
  }
}
