import Coding
import Diagnostics
import Testing
import Text

@testable import Bulletins
@testable import Site

/// Which smaller copies of pictures a page offers, and what it says of them.
@Suite("Smaller copies of pictures")
struct ImageCopyTests {
  private func settings(_ lines: String) throws -> SiteSettings {
    let yaml = "title: x\nbase_url: https://x.org/base/\n\(lines)\n"
    let (settings, mistakes) = SiteSettings.read(SourceFile(path: "site.yaml", bytes: Bytes(yaml.utf8)))
    return try #require(settings, "\(mistakes)")
  }

  private func picture(_ width: Int, _ format: ImageFormat? = .jpeg) throws -> ImageFile {
    ImageFile(size: try #require(ImageSize(width: width, height: width / 2)), format: format)
  }

  @Test("a site has copies of the widths that it names, and none unless it asks")
  func widths() throws {
    #expect(try settings("").imageWidths.isEmpty && settings("image_widths: false").imageWidths.isEmpty)
    #expect(try settings("image_widths: true").imageWidths == [480, 960, 1440])
    #expect(try settings("image_widths: [900, 300, 900]").imageWidths == [300, 900])
    #expect(try settings("image_widths: 700").imageWidths == [700])
    for wrong in ["many", "[]", "[20]", "[480, 9000]", "{a: 1}", "[100, 200, 300, 400, 500, 600, 700, 800, 900]"] {
      let yaml = "title: x\nbase_url: https://x.org/\nimage_widths: \(wrong)\n"
      let found = SiteSettings.read(SourceFile(path: "site.yaml", bytes: Bytes(yaml.utf8))).1
      #expect(found.map(\.kind.name) == ["wrong-setting"], "\(wrong)")
    }
  }

  @Test("no picture is made larger, nearly as large, or smaller without need")
  func choice() throws {
    let widths = ImageWidths(try settings("image_widths: [480, 960, 1440]"))
    func chosen(_ image: ImageFile) -> [Int] { widths.widths(of: image) }
    #expect(try chosen(picture(4_000)) == [480, 960, 1440])
    #expect(try chosen(picture(1_440)) == [480, 960] && chosen(picture(1_000)) == [480])
    // As wide as a line of text.
    #expect(try chosen(picture(608)) == [] && chosen(picture(640)) == [480] && chosen(picture(639)) == [])
    #expect(try chosen(picture(4_000, nil)) == [] && chosen(picture(40_000)) == [])
    #expect(try ImageWidths(settings("")).widths(of: picture(4_000)) == [])
  }

  @Test("a line of text is as wide as the settings say")
  func measure() throws {
    func measure(_ lines: String) throws -> Int { try settings(lines).look.measure }
    #expect(try measure("") == 608)
    #expect(try measure("theme: {measure: 40rem}") == 760)
    #expect(try measure("theme: {measure: 30em, text_size: 1rem}") == 480)
    #expect(try measure("theme: {measure: 700px}") == 700 && measure("theme: {measure: 60ch}") == 570)
    #expect(try measure("theme: {measure: 10cm}") == 378 && measure("theme: {measure: 300pt}") == 400)
    let endless = String(repeating: "9", count: 190)
    for huge in ["99999999999999999999", endless] {
      #expect(
        try measure("theme: {measure: \(huge)rem}") == 10_000 && measure("theme: {text_size: \(huge)px}") == 10_000)
    }
    #expect(try measure("theme: {measure: 0em, text_size: \(endless)px}") == 1)
    #expect(try ImageWidths(settings("theme: {measure: \(endless)px}")).isEnough(20_000))
  }

  @Test("a copy lies beside the picture, under a name that changes with the picture")
  func names() {
    let (one, other) = (Fingerprint(of: [1]), Fingerprint(of: [2]))
    let mark = one.description.prefix(8)
    #expect(ImageCopy(width: 480, of: "img/a.b.JPG", one).address == "img/a.b-480-\(mark).JPG")
    #expect(ImageCopy(width: 480, of: "v1.2/map", one).address == "v1.2/map-480-\(mark)")
    #expect(ImageCopy(width: 480, of: "a.jpg", one) != ImageCopy(width: 480, of: "a.jpg", other))
    let long = String(repeating: "ż", count: 90)
    let short = ImageCopy(width: 960, of: "x/\(long).png", one).address
    #expect(short.hasPrefix("x/960-") && short.hasSuffix(".png") && short.utf8.count == "x/960-\(mark).png".utf8.count)
    #expect(ImageCopy(width: 960, of: "x/\(long)a.png", one).address != short, "two files with one content")
    #expect(ImageCopy(width: 960, of: "x/\(long).png", other).address != short)
  }

  @Test("pictures that move are left alone")
  func moving() {
    let webP = Bytes("RIFF".utf8) + [0, 0, 0, 0] + Bytes("WEBPVP8X".utf8) + [10, 0, 0, 0]
    #expect(ImageFormat.read(webP + [0]) == .webP && ImageFormat.read(webP + [2]) == nil)
    func png(_ first: String) -> Bytes {
      let head: Bytes =
        [0x89] + Bytes("PNG\r\n\u{1A}\n".utf8) + [0, 0, 0, 2] + Bytes("IHDR".utf8) + [1, 2, 0, 0, 0, 0]
      return head + [0, 0, 0, 1] + Bytes(first.utf8) + [1, 0, 0, 0, 0] + [0, 0, 0, 1] + Bytes("IDAT".utf8) + [1]
    }
    #expect(ImageFormat.read(png("gAMA")) == .png && ImageFormat.read(png("acTL")) == nil)
    for end in png("gAMA").indices { _ = ImageFormat.read(Array(png("gAMA")[..<end])) }
    #expect(ImageFormat.read([0xFF, 0xD8, 0xFF]) == .jpeg)
    #expect(ImageFormat.read(Bytes("GIF89a".utf8)) == nil && ImageFormat.read(Bytes("<svg>".utf8)) == nil)
  }

  @Test("a page offers the copies, and the picture where they are not enough; feeds and authors' own choices stay")
  func tags() throws {
    let size = try #require(ImageSize(width: 1_000, height: 500))
    let digest = Fingerprint(of: [1])
    let files = ImageFiles { path in
      path.hasSuffix("large.png")
        ? ImageSize(width: 3_000, height: 1_500).map { ImageFile(size: $0, format: .png) }
        : ImageFile(size: size, format: .jpeg)
    } digest: { _ in
      digest
    }
    let images = ShownImages(
      files, published: ["img/large.png": "Content/static/img/large.png"], attached: AttachedFiles(),
      try settings("image_widths: true"))
    var outline = TextOutline()
    outline.links = [
      TextLink(
        target: .attachment(path: "Content/bulletins/a b.jpg", address: "a b.jpg"), fragment: "", isImage: true,
        range: 0..<1),
      TextLink(target: .site(path: "img/large.png"), fragment: "", isImage: true, range: 1..<2),
    ]
    func page(_ html: String, withCopies: Bool = true) -> String {
      ImageTag.adding(images.tags(in: outline, withCopies: withCopies), to: Bytes(html.utf8)).string
    }
    let mark = digest.description.prefix(8)
    let sizes = "sizes=\"(min-width: 656px) 608px, 100vw\""
    #expect(
      page("<img src=\"a%20b.jpg\">")
        == "<img width=\"1000\" height=\"500\" srcset=\"a%20b-480-\(mark).jpg 480w, a%20b.jpg 1000w\" \(sizes) src=\"a%20b.jpg\">"
    )
    let large = "/base/img/large-"
    let sources = "\(large)480-\(mark).png 480w, \(large)960-\(mark).png 960w, \(large)1440-\(mark).png 1440w"
    for address in ["/base/img/large.png", "https://x.org/base/img/large.png"] {
      #expect(
        page("<img src=\"\(address)\">")
          == "<img width=\"3000\" height=\"1500\" srcset=\"\(sources)\" \(sizes) src=\"\(address)\">")
    }
    #expect(page("<img src=\"/img/large.png\">") == "<img src=\"/img/large.png\">")
    let own = "<img srcset=\"x 2x\" src=\"a%20b.jpg\">"
    #expect(page(own) == "<img width=\"1000\" height=\"500\" " + own.dropFirst(5))
    #expect(page("<img src=\"a%20b.jpg\" width=\"9\">") == "<img src=\"a%20b.jpg\" width=\"9\">")
    #expect(!page("<img src=\"a%20b.jpg\">", withCopies: false).contains("srcset"))
  }
}
