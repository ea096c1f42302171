import Foundation
import System
import TestSupport
import Testing

@testable import Publishing

@Suite("What lies outside of the published folder")
struct OutputSafetyTests {
  @Test("a folder of one's own that is a link to somewhere else is not written into")
  func linkedStore() throws {
    let site = try TemporarySite()
    let elsewhere = try TemporarySite()
    try site.addIssue(1)
    try FileManager.default.createSymbolicLink(
      atPath: site.path + "/.bulletin", withDestinationPath: elsewhere.path + "/Content")
    let refusal = #expect(throws: EnvironmentError.self) { try site.build() }
    #expect(refusal?.description.contains("symbolic link out of the site") == true, "\(refusal?.description ?? "")")
    #expect(!FileManager.default.fileExists(atPath: site.path + "/Public"))
  }

  @Test(
    "sources are never written over",
    arguments: [
      "Content", "Content/bulletins", "Content/new", "Templates", ".bulletin", ".bulletin/new", ".", "..", ".git",
      // Once the folder before the dots is made, they lead back.
      "new/../Content", "new/more/../../Templates/web", "new/..", "./new/./../Content/",
    ])
  func sources(output: String) throws {
    let site = try TemporarySite()
    try site.addIssue(1)
    let before = try site.read("Content/bulletins/1.md")
    #expect(throws: EnvironmentError.self) {
      try Build.run(BuildOptions(site: site.path, output: site.path + "/" + output))
    }
    #expect(try site.read("Content/bulletins/1.md") == before)
    #expect(!FileManager.default.fileExists(atPath: site.path + "/index.html"))
  }

  @Test("another site's published folder is not written over, however much of it is every site's")
  func otherSite() throws {
    let (site, other) = (try TemporarySite(), try TemporarySite())
    try site.addIssue(1, title: "Ours")
    try other.addIssue(1, title: "Theirs")
    try other.write(
      "Content/site.yaml", try other.read("Content/site.yaml").replacing("title: ", with: "title: Other "))
    _ = try other.build()
    let before = try other.publishedFiles()
    let options = BuildOptions(site: site.path, output: other.path + "/Public")
    let refusal = #expect(throws: EnvironmentError.self) { try Build.run(options) }
    #expect(refusal?.description.contains("no build of it wrote") == true)
    #expect(try other.publishedFiles() == before)
    // Nor is the one page that somebody made by hand beside the theme's files.
    let pages = before.keys.filter { $0.hasSuffix(".html") || $0.hasSuffix(".xml") }
    for page in pages { try FileManager.default.removeItem(atPath: other.path + "/Public/" + page) }
    try other.write("Public/index.html", "mine")
    #expect(throws: EnvironmentError.self) { try Build.run(options) }
    #expect(try other.published("index.html") == "mine")
  }

  @Test("a list of written files that is lost is made anew by the next build of one text, and stays whole")
  func lostList() throws {
    let site = try TemporarySite()
    for number in 1...3 { try site.addIssue(number) }
    _ = try site.build()
    _ = try site.build()
    func list() throws -> (path: String, paths: Int) {
      let own = site.path + "/.bulletin/"
      let name = try FileManager.default.contentsOfDirectory(atPath: own).first { $0.hasPrefix("written-") }
      let path = own + (try #require(name))
      return (path, try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").count)
    }
    let whole = try list()
    try FileManager.default.removeItem(atPath: whole.path)
    try site.addIssue(2, body: "Text of zebras.")
    _ = try site.build()
    #expect(try list().paths >= whole.paths)
    try site.write("Content/site.yaml", try site.read("Content/site.yaml") + "description: Another\n")
    #expect(try site.build().isPublished)
  }

  @Test("a link into the sources is seen through")
  func linkedOutput() throws {
    let site = try TemporarySite()
    try site.addIssue(1)
    try FileManager.default.createSymbolicLink(atPath: site.path + "/out", withDestinationPath: "Content")
    #expect(throws: EnvironmentError.self) {
      try Build.run(BuildOptions(site: site.path, output: site.path + "/out/web"))
    }
  }

  @Test("links in the published folder are not followed, to write, to remove, or to look for strangers")
  func links() throws {
    let site = try TemporarySite()
    try site.addIssue(1)
    _ = try site.build()
    let victim = site.path + "/victim"
    try site.write("victim/2010/1/index.html", "mine")
    try site.write("victim/a.txt", "mine")
    let published = site.path + "/Public/"
    for name in [".staging", "loop"] {
      try FileManager.default.createSymbolicLink(
        atPath: published + name, withDestinationPath: name == "loop" ? "." : victim)
    }
    try site.addIssue(2)
    #expect(try site.build().strangers == ["loop"])
    // In the place of a folder of the site stands a link to somebody else's.
    try FileManager.default.removeItem(atPath: published + "2010")
    try FileManager.default.createSymbolicLink(atPath: published + "2010", withDestinationPath: victim + "/2010")
    try site.addIssue(3)
    #expect(throws: EnvironmentError.self) { try site.build() }
    #expect(try site.read("victim/2010/1/index.html") == "mine" && site.read("victim/a.txt") == "mine")
  }

  @Test("nothing is left of what was staged, and what a killed build left goes with the next one")
  func staging() throws {
    let site = try TemporarySite()
    try site.addIssue(1)
    try site.write(".bulletin/staging-1-0/2010/1/index.html", "half")
    _ = try site.build()
    let left = try FileManager.default.contentsOfDirectory(atPath: site.path + "/.bulletin")
    #expect(!left.contains { $0.hasPrefix("staging") })
  }
}
