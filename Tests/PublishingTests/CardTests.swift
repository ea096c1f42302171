import Foundation
import Site
import TestSupport
import Testing

@testable import Publishing

/// The pictures that stand for issues elsewhere; those that are drawn want librsvg.
@Suite("Cards")
struct CardTests {
  private static let canDraw = (try? CardPainter.installed()) != nil
  private static let name = "card-1200x630.png"

  private func site() throws -> TemporarySite {
    let site = try TemporarySite()
    try site.addIssue(1, title: "The Price of Grain")
    try site.addIssue(2, title: "Tides & <em>Winds</em>")
    try site.write("Content/site.yaml", try site.read("Content/site.yaml") + "cards: true\nlogo: lamp.svg\n")
    try site.write(
      "Content/static/lamp.svg",
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><path d=\"M0 0h9v9z\"/></svg>")
    return site
  }

  private func cards(_ site: TemporarySite) throws -> [String: Data] {
    try site.publishedFiles().filter { $0.key.hasSuffix(Self.name) }
  }

  @Test("each issue has a card, every other page that of its language, and machines are told", .enabled(if: canDraw))
  func drawn() throws {
    let site = try site()
    #expect(try site.build().isPublished)
    let cards = try cards(site)
    #expect(
      cards.keys.sorted() == ["2010/1/\(Self.name)", "2010/2/\(Self.name)", Self.name, "pl/\(Self.name)"])
    for (path, card) in cards {
      let size = ImageSize.read(Array(card))
      #expect(size?.width == 1_200 && size?.height == 630, "\(path)")
    }
    #expect(Set(cards.values).count == 3, "those of two languages that have one title are alike, and no others")
    let page = Markup(try site.published("2010/1/index.html"))
    let address = "https://b.example.org/2010/1/\(Self.name)"
    #expect(page.attribute("content", after: "\"og:image\"") == address)
    #expect(page.attribute("content", after: "og:image:alt") == "The Price of Grain – Bulletin")
    #expect(page.attribute("content", after: "twitter:card") == "summary_large_image")
    #expect(page.raw.contains("\"image\": \"\(address)\""))
    let home = Markup(try site.published("pl/index.html"))
    #expect(home.attribute("content", after: "\"og:image\"") == "https://b.example.org/pl/\(Self.name)")
    var options = BuildOptions(site: site.path)
    options.verifies = true
    let report = try Build.run(options)
    #expect(report.verification == .same(report.kept), "\(report.diagnostics)")
  }

  @Test("only what changed is drawn again, and a clean build gives the same bytes", .enabled(if: canDraw))
  func incremental() throws {
    let site = try site()
    _ = try site.build()
    #expect(try site.build().made.isEmpty)
    try site.addIssue(1, title: "The Price of Grain", body: "Another text.")
    #expect(try site.build().written.allSatisfy { !$0.hasSuffix(".png") })
    try site.addIssue(1, title: "The Price of Salt")
    #expect(try site.build().written.filter { $0.hasSuffix(".png") } == ["2010/1/\(Self.name)"])
    try site.write("Content/static/lamp.svg", try site.read("Content/static/lamp.svg").replacing("h9v9", with: "h5v5"))
    #expect(try site.build().written.filter { $0.hasSuffix(".png") }.count == 4, "a card has the old logo")
    let incremental = try site.publishedFiles()
    try FileManager.default.removeItem(atPath: site.path + "/Public")
    try FileManager.default.removeItem(atPath: site.path + "/.bulletin")
    _ = try site.build(jobs: 1)
    #expect(try site.publishedFiles() == incremental)
    try site.write("Content/site.yaml", try site.read("Content/site.yaml").replacing("cards: true\n", with: ""))
    #expect(try site.build().removed.filter { $0.hasSuffix(".png") }.count == 4)
    #expect(!(try site.published("2010/1/index.html")).contains("og:image"))
  }

  @Test("a site's own template draws it, and a mistake in it is told once and publishes nothing", .enabled(if: canDraw))
  func template() throws {
    let site = try site()
    _ = try site.build()
    let before = try cards(site)
    try site.write(
      "Templates/card.svg",
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1200\" height=\"630\"><text y=\"90\">{{ issue.title }}</text></svg>"
    )
    let report = try site.build()
    #expect(report.isPublished, "\(report.diagnostics)")
    #expect(try cards(site)["2010/2/\(Self.name)"] != before["2010/2/\(Self.name)"])
    try site.write("Templates/card.svg", "<svg>{{ 'x' | typeset(0, 20) }}</svg>")
    let failed = try site.build()
    #expect(!failed.isPublished && failed.diagnostics.map(\.kind.name) == ["template-failed"], "\(failed.diagnostics)")
    try site.write("Templates/card.svg", "<svg width=\"9\" height=\"9\"><g>{{ issue.title }}</svg>")
    let undrawn = try site.build()
    #expect(!undrawn.isPublished && undrawn.diagnostics.map(\.kind) == [.undrawableCard], "\(undrawn.diagnostics)")
    let mistake = try #require(undrawn.diagnostics.first)
    #expect(mistake.path == "Templates/card.svg" && mistake.message.contains("librsvg says “XML parse error"))
    #expect(!mistake.printed.contains(site.path))
  }

  @Test("a preview shows the card that a build draws", .enabled(if: canDraw))
  func preview() throws {
    let site = try site()
    _ = try site.build()
    let live = LiveSite(site: site.path)
    try live.load()
    for (path, card) in try cards(site) {
      guard case .made(let shown, _, _) = live.find(path, hasPositions: false) else {
        Issue.record("there is no \(path)")
        continue
      }
      #expect(Data(shown) == card, "\(path)")
    }
  }

  @Test("without the program, a build says what to do, and changes nothing")
  func missing() throws {
    let site = try site()
    let result = try Project.run(["build"], in: site.path, environment: ["PATH": site.path])
    #expect(result.status == 2 && result.messages.contains("apt install librsvg2-bin"), "\(result.messages)")
    #expect(!FileManager.default.fileExists(atPath: site.path + "/Public/2010"))
  }
}
