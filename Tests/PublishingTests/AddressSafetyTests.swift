import Foundation
import Publishing
import System
import TestSupport
import Testing

/// Whatever addresses texts and files ask for, either a finding says why they can't have them, or the published files are
/// those of the plan: the file system never has to say no.
@Suite("Addresses on the disk")
struct AddressSafetyTests {
  /// Asks for addresses that are often in each other's way.
  private struct Wishes {
    var random: SeededRandom

    mutating func path(_ depth: Int) -> String {
      let names = [
        "a", "b", "A", "a.html", "A.HTML", "b.php", "v1.2", "index.html", "2010", "1", "topics", "feed.xml", "x.pdf",
        "ą",
      ]
      return (0...random.roll(depth)).map { _ in random.pick(names) }.joined(separator: "/")
    }

    mutating func frontMatter() -> String {
      let aliases = (0..<random.roll(4)).map { _ in "\"/\(path(3))\(random.pick(["", "/"]))\"" }
      return aliases.isEmpty ? "" : "---\naliases: [\(aliases.joined(separator: ", "))]\n---\n"
    }
  }

  @Test("random aliases, pages and files are a finding or a consistent site", arguments: [1, 2])
  func random(seed: Int) throws {
    let site = try TemporarySite()
    var wishes = Wishes(random: SeededRandom(seed: seed))
    var published = 0
    for _ in 0..<24 {
      for folder in ["static", "pages"] {
        try? FileManager.default.removeItem(atPath: site.path + "/Content/" + folder)
      }
      for number in 1...3 { try site.addIssue(number, frontMatter: wishes.frontMatter()) }
      // Two of these may be in each other's way on this disk already.
      for _ in 0..<wishes.random.roll(3) { try? site.write("Content/static/\(wishes.path(2))", "static") }
      for _ in 0..<wishes.random.roll(2) {
        try? site.write("Content/pages/\(wishes.path(1)).md", "# A Page\n\nText.\n")
      }
      let before = try? site.publishedFiles()
      var options = BuildOptions(site: site.path)
      (options.isForced, options.verifies) = (true, true)
      let report = try Build.run(options)
      if report.isPublished {
        published += 1
        guard case .same = report.verification else {
          Issue.record("\(report.diagnostics.map(\.printed))")
          return
        }
      } else {
        let places = report.diagnostics.filter { $0.severity == .error }
        #expect(places.allSatisfy { $0.path.hasPrefix("Content/") }, "\(places.map(\.printed))")
        #expect(before == (try? site.publishedFiles()))
      }
    }
    // Both must have been tried.
    #expect((4...20).contains(published), "\(published)")
  }

  @Test("a file in the place of a folder that an earlier build wrote is published, and the other way round")
  func places() throws {
    let site = try TemporarySite()
    func build(_ alias: String) throws -> [String] {
      try site.addIssue(1, frontMatter: "---\naliases: [\(alias)]\n---\n")
      return try site.build().removed
    }
    _ = try build("/old.html")
    #expect(try build("/old.html/a/b.html") == ["old.html"])
    #expect(try site.published("old.html/a/b.html").contains("/2010/1/"))
    #expect(try build("/old.html") == ["old.html/a/b.html"])
    #expect(try site.published("old.html").contains("/2010/1/"))
  }

  @Test("what somebody else put into such a folder stays, and nothing is published")
  func strangers() throws {
    let site = try TemporarySite()
    try site.addIssue(1, frontMatter: "---\naliases: [/old.html/a/]\n---\n")
    _ = try site.build()
    try site.write("Public/old.html/mine.txt", "mine")
    let before = try site.publishedFiles()
    try site.addIssue(1, frontMatter: "---\naliases: [/old.html]\n---\n")
    #expect(throws: EnvironmentError.self) { try site.build() }
    #expect(try site.publishedFiles() == before)
  }
}
