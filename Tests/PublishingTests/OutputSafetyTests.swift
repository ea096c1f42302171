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
      "Content", "Content/bulletins", "Content/new", "Templates", ".bulletin", ".bulletin/new", ".", "..",
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
