import Foundation
import Publishing
import System
import TestSupport
import Testing
import Text

/// What a preview keeps in memory follows the files.
@Suite("A live site")
struct LiveSiteTests {
  private func page(_ site: LiveSite, _ address: String = "2010/1/") -> String {
    guard case .made(let bytes, _, nil) = site.find(address, hasPositions: false) else { return "" }
    return bytes.string
  }

  @Test("however many texts are saved at once, all findings are those of the files", arguments: [3, 24])
  func manyAtOnce(count: Int) throws {
    let site = try TemporarySite()
    for number in 1...count { try site.addIssue(number, body: "One “a”.\n\nTwo \"b\".") }
    let live = LiveSite(site: site.path)
    try live.load()
    #expect(live.diagnostics.count == count)
    for number in 1...count { try site.addIssue(number, body: "One “a”.\n\nTwo “b”.") }
    _ = live.update(Set((1...count).map { "Content/bulletins/\($0).md" }))
    #expect(live.diagnostics.isEmpty, "\(live.diagnostics.map(\.printed))")
    #expect(page(live).contains("Two “b”."))
  }

  @Test("texts are read anew when the settings say to read them otherwise, and as before while the settings are wrong")
  func settings() throws {
    let site = try TemporarySite()
    try site.addIssue(1, body: "She said \"yes\" -- at last.")
    let live = LiveSite(site: site.path)
    try live.load()
    let right = try site.read("Content/site.yaml")
    #expect(page(live).contains("&quot;yes&quot; -- at"))
    try site.write("Content/site.yaml", right + "smart_punctuation: true\n")
    _ = live.update(["Content/site.yaml"])
    #expect(page(live).contains("“yes” – at"))
    try site.write("Content/site.yaml", "title: [\n")
    _ = live.update(["Content/site.yaml"])
    #expect(!live.diagnostics.isEmpty && page(live).contains("“yes” – at"))
    // One that nobody looked at before.
    try site.addIssue(1, body: "He said \"no\" -- at first.")
    _ = live.update(["Content/bulletins/1.md"])
    #expect(page(live).contains("“no” – at"))
  }

  @Test("a text that becomes a link out of the content is not shown, and nothing is quoted of what lies there")
  func linkedText() throws {
    let (site, outside) = (try TemporarySite(), try TemporarySite())
    try site.addIssue(1)
    let live = LiveSite(site: site.path)
    try live.load()
    try outside.write("secret.md", try site.read("Content/bulletins/1.md") + "\nTOPSECRET ==\n\nof of.\n")
    let path = site.path + "/Content/bulletins/1.md"
    try FileManager.default.removeItem(atPath: path)
    try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: outside.path + "/secret.md")
    _ = live.update(["Content/bulletins/1.md"])
    #expect(!page(live).contains("TOPSECRET"))
    #expect(live.diagnostics.map(\.kind.name) == ["not-a-file"], "\(live.diagnostics.map(\.printed))")
    #expect(!live.diagnostics.contains { $0.printed.contains("TOPSECRET") })
  }

  @Test("a linked file is published by a build and shown by a preview, or by neither")
  func linkedFiles() throws {
    let site = try TemporarySite()
    try site.addIssue(1)
    try site.write("Templates/drawings/logo.svg", "<svg/>")
    try site.write("elsewhere.svg", "<svg/>")
    for (name, target) in [("inside", "../drawings/logo.svg"), ("outside", "../../elsewhere.svg")] {
      try FileManager.default.createSymbolicLink(
        atPath: site.path + "/Templates/assets/\(name).svg", withDestinationPath: target)
    }
    let found = try site.build().diagnostics.map(\.path)
    #expect(found == ["Templates/assets/outside.svg"])
    try FileManager.default.removeItem(atPath: site.path + "/Templates/assets/outside.svg")
    #expect(try site.build().isPublished && site.published("assets/inside.svg") == "<svg/>")
    let live = LiveSite(site: site.path)
    try live.load()
    guard case .file = live.find("assets/inside.svg", hasPositions: false) else {
      Issue.record("the preview does not show what a build publishes")
      return
    }
  }
}
