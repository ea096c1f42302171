import Foundation
import Publishing
import TestSupport
import Testing

@Suite("Publishing")
struct PublishingTests {
  private func sample() throws -> TemporarySite {
    let site = try TemporarySite()
    for number in 1...12 { try site.addIssue(number, body: "**Topic \(number % 3).** Text \(number).") }
    return site
  }

  @Test("two builds, and builds on one thread and on several, give the same bytes")
  func sameBytes() throws {
    let (one, two) = (try sample(), try sample())
    _ = try one.build(jobs: 1)
    _ = try two.build(jobs: 4)
    #expect(try one.publishedFiles() == two.publishedFiles())
    let before = try one.publishedFiles()
    let again = try one.build(jobs: 3)
    #expect(again.written.isEmpty && again.kept == before.count)
    #expect(try one.publishedFiles() == before)
  }

  @Test("a file whose bytes do not change keeps its time")
  func untouched() throws {
    let site = try sample()
    _ = try site.build()
    let file = site.path + "/Public/2010/3/index.html"
    let old = Date(timeIntervalSince1970: 1_000_000)
    try FileManager.default.setAttributes([.modificationDate: old], ofItemAtPath: file)
    try site.addIssue(9, body: "Changed.")
    let report = try site.build()
    #expect(report.written.contains("2010/9/index.html") && !report.written.contains("2010/3/index.html"))
    #expect(try FileManager.default.attributesOfItem(atPath: file)[.modificationDate] as? Date == old)
  }

  @Test("what a build wrote and the next does not is removed; what others wrote is kept and reported")
  func removal() throws {
    let site = try sample()
    _ = try site.build()
    try site.write("Public/google123.html", "theirs")
    try FileManager.default.removeItem(atPath: site.path + "/Content/bulletins/12.md")
    let report = try site.build()
    #expect(report.removed.contains("2010/12/index.html"))
    #expect(!FileManager.default.fileExists(atPath: site.path + "/Public/2010/12"))
    #expect(report.strangers == ["google123.html"])
    #expect(try site.published("google123.html") == "theirs")
  }

  @Test("a list of written files that somebody changed deletes nothing elsewhere")
  func forgedManifest() throws {
    let site = try sample()
    _ = try site.build()
    try site.write("precious.txt", "mine")
    let folder = site.path + "/.bulletin"
    for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
      try site.write(".bulletin/" + name, "../precious.txt\n/etc/passwd\n")
    }
    _ = try site.build()
    #expect(FileManager.default.fileExists(atPath: site.path + "/precious.txt"))
  }

  @Test("a list of written files that somebody changed deletes no hidden file that no build writes")
  func forgedHiddenFiles() throws {
    let site = try sample()
    _ = try site.build()
    let hidden = [".git/HEAD", ".bulletin/x", "a/.env"]
    for path in hidden { try site.write("Public/" + path, "mine") }
    try site.write("Public/.well-known/old.txt", "ours")
    let folder = site.path + "/.bulletin"
    for name in try FileManager.default.contentsOfDirectory(atPath: folder) where name.hasPrefix("written-") {
      let list = try String(contentsOfFile: folder + "/" + name, encoding: .utf8)
      try site.write(
        ".bulletin/" + name, list + hidden.map { $0 + "\n" }.joined() + ".well-known/old.txt\n")
    }
    try site.addIssue(77)
    #expect(try site.build().isPublished)
    for path in hidden { #expect(FileManager.default.fileExists(atPath: site.path + "/Public/" + path), "\(path)") }
    #expect(!FileManager.default.fileExists(atPath: site.path + "/Public/.well-known/old.txt"))
  }
}
