import Foundation
import TestSupport
import Testing

@Suite("Material beside the checkout", .enabled(if: Project.hasShared, "skipped: no ../shared"))
struct SharedMaterialTests {
  private static let cases: [String] = {
    let folder = Project.shared + "/mastheads"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasSuffix(".json") }.sorted().map { folder + "/" + $0 } + [
      Project.shared + "/real/2010-023.json"
    ]
  }()

  @Test("inspecting a file gives what is expected of it", arguments: Project.hasShared ? cases : [])
  func masthead(expectation: String) throws {
    let expected = try object(Data(contentsOf: URL(filePath: expectation)))
    let file = String(expectation.dropLast(5)) + ".md"
    let folder = URL(filePath: expectation).deletingLastPathComponent().path
    var files = [file] + (expected["with"] as? [String] ?? []).map { folder + "/" + $0 }
    files += (expected["translations"] as? [String: String] ?? [:]).values.sorted().map { "\(folder)/\($0).md" }
    let result = try Project.run(["inspect", "--format", "json"] + files)
    let line = result.output.split(separator: "\n").first.map(String.init) ?? ""
    let found = try object(Data(line.utf8))
    if let error = expected["error"] as? [String: Any] {
      let lines = expected["acceptLines"] as? [Int] ?? [error["line"] as? Int ?? 0]
      let at = (found["error"] as? [String: Any])?["line"] as? Int
      #expect(result.status == 1 && lines.contains(at ?? 0), "\(line)")
      return
    }
    for (key, value) in expected where !["case", "why", "checks", "accept", "with", "warnings"].contains(key) {
      #expect(matches(value, found[key]), "\(key) is \(found[key] ?? "missing"), not \(value)")
    }
    for warning in expected["warnings"] as? [[String: Any]] ?? [] {
      let given = found["warnings"] as? [[String: Any]] ?? []
      #expect(
        given.contains { one in warning.allSatisfy { matches($0.value, one[$0.key], prefix: $0.key == "text") } },
        "no warning \(warning)")
    }
  }

  @Test("the real issue becomes a site with its editors, authors, paragraphs and topics")
  func realIssue() throws {
    let site = Project.newFolder()
    defer { try? FileManager.default.removeItem(atPath: site) }
    let manager = FileManager.default
    try manager.createDirectory(atPath: site + "/Content/bulletins", withIntermediateDirectories: true)
    try manager.copyItem(atPath: Project.folder + "/Templates", toPath: site + "/Templates")
    try manager.copyItem(atPath: Project.shared + "/real/2010-023.md", toPath: site + "/Content/bulletins/2010-023.md")
    try Data("title: Bulletin\nbase_url: https://b.example.org/\n".utf8).write(
      to: URL(filePath: site + "/Content/site.yaml"))
    let result = try Project.run("build", "--site", site)
    #expect(result.status == 0, "\(result.messages)")
    func text(_ path: String) throws -> String { try String(contentsOfFile: "\(site)/Public/\(path)", encoding: .utf8) }
    func count(_ part: String, _ text: String) -> Int { text.components(separatedBy: part).count - 1 }
    let page = try text("2010/23/index.html")
    let body = try #require(
      page.components(separatedBy: "<div class=\"body\">").last?.components(separatedBy: "<footer").first)
    #expect(count("<span class=\"editor\">", page) == 9)
    #expect(count("citation_author", page) == 2)
    #expect(count("<p>", body) == 7)
    #expect(count("<h2 id=", body) == 5)
    #expect(try text("topics/iran/index.html").contains("/2010/23/#iran"))
    #expect(!manager.fileExists(atPath: site + "/Public/topics/prospects"))
    #expect(try text("people/slawomir-debski/index.html").contains("Editor-in-Chief"))
    let feed = try text("feed.xml")
    #expect(
      feed.contains("<dc:creator>Robert Śmigielski</dc:creator>")
        && feed.contains("<dc:creator>Bartosz Wiśniewski</dc:creator>"))
  }

  private func object(_ data: Data) throws -> [String: Any] {
    try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  /// Whether all that is expected is there; objects may have more members.
  private func matches(_ expected: Any, _ found: Any?, prefix: Bool = false) -> Bool {
    if let expected = expected as? [String: Any] {
      guard let found = found as? [String: Any] else { return false }
      return expected.allSatisfy { matches($0.value, found[$0.key]) }
    }
    if let expected = expected as? [Any] {
      guard let found = found as? [Any], found.count == expected.count else { return false }
      return zip(expected, found).allSatisfy { matches($0, $1) }
    }
    if prefix, let expected = expected as? String, let found = found as? String { return found.hasPrefix(expected) }
    return (expected as? NSObject) == (found as? NSObject)
  }
}
