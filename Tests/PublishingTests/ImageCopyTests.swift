import Foundation
import Site
import System
import TestSupport
import Testing

@testable import Publishing

/// Smaller copies of pictures, as libvips makes them. Skipped where there is no `vips`.
@Suite("Pictures that are scaled")
struct ScaledImageTests {
  private static let canScale = (try? ImageScaler.installed()) != nil

  /// A site with an issue that shows a picture of 1,600 points.
  private func site(_ body: String = "![A cloud](cloud.jpg)") throws -> TemporarySite {
    let site = try TemporarySite()
    try site.write("Content/site.yaml", try site.read("Content/site.yaml") + "image_widths: true\n")
    try site.addIssue(1, body: body)
    try draw(site, "Content/bulletins/cloud.jpg")
    return site
  }

  private func draw(_ site: TemporarySite, _ file: String, seed: Int = 1, width: Int = 1_600, height: Int = 900) throws
  {
    try site.write(file, "")
    let arguments = [
      "perlin", site.path + "/" + file, String(width), String(height), "--uchar", "--seed", String(seed),
    ]
    #expect(try ExternalProgram.result(of: "vips", arguments).status == 0)
  }

  private func copies(_ site: TemporarySite) throws -> [String: Data] {
    try site.publishedFiles().filter { $0.key.contains("cloud-") }
  }

  private func size(_ data: Data?) -> ImageSize? { data.flatMap { ImageSize.read(Array($0)) } }

  @Test("a page offers smaller copies of its picture, which are that wide and weigh less", .enabled(if: canScale))
  func made() throws {
    let site = try site()
    #expect(try site.build().isPublished)
    let copies = try copies(site)
    let names = copies.keys.sorted()
    #expect(names.count == 2 && names[0].hasPrefix("2010/1/cloud-480-") && names[1].hasPrefix("2010/1/cloud-960-"))
    #expect(size(copies[names[0]])?.width == 480 && size(copies[names[0]])?.height == 270)
    #expect(size(copies[names[1]])?.width == 960 && size(copies[names[1]])?.height == 540)
    let whole = try #require(site.publishedFiles()["2010/1/cloud.jpg"])
    #expect(copies.values.allSatisfy { $0.count < whole.count })
    #expect(copies.values.allSatisfy { !$0.starts(with: [0xFF, 0xD8, 0xFF, 0xE1]) }, "something of the camera is left")
    let page = try site.published("2010/1/index.html")
    for name in names { #expect(page.contains("\(name.dropFirst("2010/1/".count)) ")) }
    #expect(!(try site.published("feed.xml")).contains("srcset"))
    #expect(FileManager.default.fileExists(atPath: site.path + "/.bulletin/images/known"))
    var options = BuildOptions(site: site.path)
    options.verifies = true
    let report = try Build.run(options)
    #expect(report.verification == .same(report.kept), "\(report.diagnostics)")
  }

  @Test("a second build makes none, and one into another folder makes none either", .enabled(if: canScale))
  func kept() throws {
    let site = try site()
    _ = try site.build()
    #expect(try site.build().made.isEmpty)
    let first = try copies(site)
    let cache = site.path + "/.bulletin/images"
    let kept = try FileManager.default.contentsOfDirectory(atPath: cache).filter { $0.contains("-") }
    #expect(kept.count == 2)
    // What is kept now could not be made of the picture: it is published only by a build that makes none.
    for name in kept { KeptFolder.images(of: site.path).write([0, 1, 2], as: name) }
    let made = try Build.run(BuildOptions(site: site.path, output: site.path + "/.other"))
    #expect(made.isPublished && first.count == 2)
    for name in first.keys {
      #expect(try Data(contentsOf: URL(filePath: site.path + "/.other/" + name)) == Data([1, 2]))
    }
    // What is damaged is made anew.
    for name in kept { try Data([0, 1, 2]).write(to: URL(filePath: cache + "/" + name)) }
    _ = try Build.run(BuildOptions(site: site.path, output: site.path + "/.third"))
    for (name, bytes) in first {
      #expect(try Data(contentsOf: URL(filePath: site.path + "/.third/" + name)) == bytes)
    }
  }

  @Test(
    "another picture has other copies, the old ones go, and a clean build gives the same bytes", .enabled(if: canScale))
  func changed() throws {
    let site = try site()
    _ = try site.build()
    let before = try copies(site)
    try draw(site, "Content/bulletins/cloud.jpg", seed: 7)
    let report = try site.build()
    let after = try copies(site)
    #expect(Set(before.keys).isDisjoint(with: after.keys) && after.count == 2)
    #expect(report.removed.sorted() == before.keys.sorted())
    let incremental = try site.publishedFiles()
    try FileManager.default.removeItem(atPath: site.path + "/Public")
    try FileManager.default.removeItem(atPath: site.path + "/.bulletin")
    _ = try site.build(jobs: 1)
    #expect(try site.publishedFiles() == incremental)
    // A text that changes leaves them alone.
    try site.addIssue(1, body: "![A cloud](cloud.jpg) Another text.")
    #expect(try site.build().written.allSatisfy { !$0.contains("cloud") })
    try site.write("Content/site.yaml", try site.read("Content/site.yaml").replacing("image_widths: true\n", with: ""))
    #expect(try site.build().removed.sorted() == after.keys.sorted())
    #expect(!(try site.published("2010/1/index.html")).contains("srcset"))
  }

  @Test("a copy that would weigh more than the picture is the picture", .enabled(if: canScale))
  func heavier() throws {
    let site = try site("![A plain](cloud.png)")
    // One colour in a palette: nothing is smaller.
    let arguments = ["black", site.path + "/Content/bulletins/cloud.png[bitdepth=1,compression=9]", "1600", "900"]
    #expect(try ExternalProgram.result(of: "vips", arguments).status == 0)
    _ = try site.build()
    let whole = try #require(site.publishedFiles()["2010/1/cloud.png"])
    let copies = try copies(site)
    #expect(copies.count == 2 && copies.values.allSatisfy { $0 == whole })
  }

  @Test("a picture that can't be read is published as it is, with a warning each time", .enabled(if: canScale))
  func damaged() throws {
    let site = try site("![A map](map.png)")
    let head: [UInt8] =
      [0x89] + Array("PNG\r\n\u{1A}\n".utf8) + [0, 0, 0, 13] + Array("IHDR".utf8) + [0, 0, 8, 0, 0, 0, 8, 0]
    try site.write("Content/bulletins/map.png", Data(head + Array("never a picture".utf8)))
    for _ in 1...2 {
      try site.addIssue(2, title: String(UUID().uuidString.filter(\.isLetter)))
      let report = try site.build()
      let found = report.diagnostics.filter { $0.kind == .damagedImage }
      #expect(report.isPublished && found.map(\.path) == ["Content/bulletins/map.png"], "\(report.diagnostics)")
    }
    #expect(try site.build(strict: true).isPublished == false)
  }

  @Test("a picture that is cut off is damaged, whatever can be read of it", .enabled(if: canScale))
  func cutOff() throws {
    let site = try site()
    let whole = try Data(contentsOf: URL(filePath: site.path + "/Content/bulletins/cloud.jpg"))
    try site.write("Content/bulletins/cloud.jpg", whole.prefix(whole.count / 2))
    let report = try site.build()
    #expect(report.diagnostics.map(\.kind) == [.damagedImage], "\(report.diagnostics)")
    #expect(try copies(site).values.allSatisfy { $0.count == whole.count / 2 })
  }

  @Test("a picture that is found elsewhere has a size and copies, too", .enabled(if: canScale))
  func foundElsewhere() throws {
    let site = try TemporarySite()
    try site.write("Content/site.yaml", try site.read("Content/site.yaml") + "image_widths: [480]\n")
    try site.write(
      "Content/bulletins/blog/one.md",
      "---\ntitle: One\nnumber: 1\ndate: 2010-01-01\n---\n\n[It](/blog/bay.jpg)\n\n![Bay](/blog/bay.jpg)\n\n![Net](../net.jpg)\n\n![Tide](img/tide.jpg)\n"
    )
    for file in ["bulletins/blog/bay.jpg", "bulletins/blog/net.jpg", "static/img/tide.jpg"] {
      try draw(site, "Content/" + file)
    }
    let report = try site.build()
    #expect(report.diagnostics.isEmpty, "\(report.diagnostics.map(\.printed))")
    func expectCopies(_ height: Int) throws {
      let (page, files) = (try site.published("2010/1/index.html"), try site.publishedFiles())
      #expect(page.components(separatedBy: "<img width=\"1600\" height=\"\(height)\" srcset=").count == 4, "\(page)")
      for start in ["blog/bay-480-", "2010/1/net-480-", "2010/1/img/tide-480-"] {
        #expect(files.keys.count { $0.hasPrefix(start) } == 1, "\(start)")
      }
      var options = BuildOptions(site: site.path)
      options.verifies = true
      let verified = try Build.run(options)
      #expect(verified.verification == .same(verified.kept), "\(verified.diagnostics)")
    }
    try expectCopies(900)
    // A text alone that changes has them as before.
    try site.write("Content/bulletins/blog/one.md", try site.read("Content/bulletins/blog/one.md") + "More.\n")
    #expect(try site.build().isPublished)
    try expectCopies(900)
    for file in ["bulletins/blog/bay.jpg", "bulletins/blog/net.jpg", "static/img/tide.jpg"] {
      try draw(site, "Content/" + file, height: 800)
    }
    #expect(try site.build().isPublished)
    try expectCopies(800)
  }

  @Test("without the program, a build says what to do, and changes nothing")
  func missing() throws {
    let site = try TemporarySite()
    try site.write("Content/site.yaml", try site.read("Content/site.yaml") + "image_widths: true\n")
    try site.addIssue(1)
    let result = try Project.run(["build"], in: site.path, environment: ["PATH": site.path])
    #expect(result.status == 0, "no picture, and it was asked for: \(result.messages)")
    try site.addIssue(1, body: "![A map](map.png)")
    let head: [UInt8] =
      [0x89] + Array("PNG\r\n\u{1A}\n".utf8) + [0, 0, 0, 13] + Array("IHDR".utf8) + [0, 0, 8, 0, 0, 0, 8, 0]
    try site.write("Content/bulletins/map.png", Data(head))
    let failed = try Project.run(["build"], in: site.path, environment: ["PATH": site.path])
    #expect(failed.status == 2 && failed.messages.contains("apt install libvips-tools"), "\(failed.messages)")
    #expect(!FileManager.default.fileExists(atPath: site.path + "/Public/2010/1/map.png"))
  }

  @Test("a preview shows the same copies, from the cache or made when a browser asks", .enabled(if: canScale))
  func preview() throws {
    let site = try site()
    let live = LiveSite(site: site.path)
    try live.load()
    guard case .made(let page, _, _) = live.find("2010/1/", hasPositions: false) else {
      Issue.record("there is no page")
      return
    }
    _ = try site.build()
    #expect(try site.published("2010/1/index.html") == String(decoding: page, as: UTF8.self))
    for (name, bytes) in try copies(site) {
      guard case .made(let shown, _, _) = live.find(name, hasPositions: false) else {
        Issue.record("there is no \(name)")
        continue
      }
      #expect(Data(shown) == bytes)
    }
  }

  @Test("a picture of the whole site that changes is noticed wherever it is shown")
  func staticPictures() throws {
    let site = try TemporarySite()
    try site.addIssue(1, body: "![A](/img/a.svg)")
    try site.write("Content/static/img/a.svg", "<svg viewBox='0 0 300 200'></svg>")
    _ = try site.build()
    #expect(try site.published("2010/1/index.html").contains("<img width=\"300\" height=\"200\""))
    try site.write("Content/static/img/a.svg", "<svg viewBox='0 0 90 60'></svg>")
    _ = try site.build()
    #expect(try site.published("2010/1/index.html").contains("<img width=\"90\" height=\"60\""))
  }
}
