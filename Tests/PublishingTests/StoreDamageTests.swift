import Foundation
import Glibc
import Publishing
import TestSupport
import Testing

/// A store is input like any other: a bit that a disk or a memory lost must not reach a page.
@Suite("A store that is wrong")
struct StoreDamageTests {
  /// A site with a store, from which each try begins.
  private struct Sample {
    let site: TemporarySite
    let store: String
    let bytes: Data
    let published: [String: Data]
    /// What else a build writes down, such as the list of what it wrote.
    let notes: [String: Data]

    init() throws {
      site = try TemporarySite()
      for number in 1...4 {
        try site.addIssue(
          number, title: "Issue \(number)", byline: "Lena Orzech", body: "**Iran.** Text \(number).\n\n**Oil.** More.")
      }
      _ = try site.build()
      let folder = site.path + "/.bulletin/"
      let name = try FileManager.default.contentsOfDirectory(atPath: folder).first { $0.hasSuffix(".sqlite") }
      store = folder + (try #require(name))
      bytes = try Data(contentsOf: URL(filePath: store))
      published = try site.publishedFiles()
      notes = try Project.files(in: site.path + "/.bulletin").filter { $0.key != name }
    }

    /// Puts everything as it was, but for the store.
    func restore(_ store: Data) throws {
      for path in try site.publishedFiles().keys where published[path] == nil {
        try FileManager.default.removeItem(atPath: site.path + "/Public/" + path)
      }
      for (path, data) in published {
        let file = URL(filePath: site.path + "/Public/" + path)
        if (try? Data(contentsOf: file)) != data { try data.write(to: file) }
      }
      for (name, data) in notes { try data.write(to: URL(filePath: site.path + "/.bulletin/" + name)) }
      try store.write(to: URL(filePath: self.store))
    }
  }

  /// How many damaged stores are tried; a longer run asks for more.
  private static let tries = Int(ProcessInfo.processInfo.environment["DAMAGED_STORES"] ?? "") ?? 40

  @Test("bits that flip in a store reach no page, whatever changes next", arguments: 0..<4)
  func flippedBits(seed: Int) throws {
    let sample = try Sample()
    var random = SeededRandom(seed: seed)
    let used = sample.bytes.indices.filter { $0 >= 100 && sample.bytes[$0] != 0 }
    for step in 0..<Self.tries / 4 {
      var damaged = sample.bytes
      for _ in 0...random.roll(30) { damaged[random.pick(used)] ^= 1 << UInt8(random.roll(8)) }
      try sample.restore(damaged)
      let number = random.roll(4) + 1
      switch random.roll(3) {
      case 0:
        try sample.site.addIssue(number, title: "Issue \(number)", body: "**Iran.** Step \(step).\n\n**Oil.** More.")
      case 1: try sample.site.addIssue(number, title: "Step \(step)", body: "**Iran.** Text.\n\n**Oil.** More.")
      default:
        try sample.site.write(
          "Content/site.yaml",
          "title: Step \(step)\nbase_url: https://b.example.org/\nlanguages: [en, pl]\ntime_zone: Europe/Warsaw\n")
      }
      var options = BuildOptions(site: sample.site.path, jobs: 1)
      options.verifies = true
      let report = try Build.run(options)
      guard case .same = report.verification else {
        Issue.record("seed \(seed), step \(step): \(report.diagnostics.map(\.printed))")
        return
      }
    }
  }

  @Test(
    "a pipe in the place of what is kept is not waited for",
    arguments: [".sqlite", ".sqlite-journal", ".sqlite-wal", "written-.new"])
  func pipe(ending: String) throws {
    let sample = try Sample()
    let own = sample.site.path + "/.bulletin/"
    let list = try #require(sample.notes.keys.first { $0.hasPrefix("written-") })
    let path = ending.hasPrefix(".sqlite") ? sample.store + ending.dropFirst(".sqlite".count) : own + list + ".new"
    if FileManager.default.fileExists(atPath: path) { try FileManager.default.removeItem(atPath: path) }
    #expect(unsafe mkfifo(path, 0o644) == 0)
    try sample.site.addIssue(5)
    #expect(try sample.site.build().issues == 5)
    #expect(try sample.site.published("2010/5/index.html").contains("A Title"))
  }

  @Test("a file of the search's index that lost a bit makes no other one wrong", arguments: 0..<3)
  func damagedIndex(kind: Int) throws {
    let site = try Sample().site
    let issue = "search/issues/2010/2.js"
    let paths = [
      [issue], ["search/words.js", "search/issues.js"],
      try site.publishedFiles().keys.filter { $0.hasPrefix("search/words/") }.sorted(),
    ][kind]
    for path in paths {
      let whole = site.path + "/Public/" + path
      var info = stat()
      let isKnown = unsafe stat(whole, &info)
      #expect(isKnown == 0)
      let handle = try #require(FileHandle(forUpdatingAtPath: whole))
      var bytes = try #require(try handle.readToEnd())
      // A letter of a word, behind what every such file begins with.
      let letters = bytes.indices.dropFirst(path.utf8.count + 20).filter { bytes[$0] >= 0x61 && bytes[$0] < 0x7A }
      guard let letter = letters.first else { continue }
      bytes[letter] ^= 1
      try handle.seek(toOffset: 0)
      try handle.write(contentsOf: bytes)
      try handle.close()
      let isSet = unsafe utimensat(AT_FDCWD, whole, [info.st_atim, info.st_mtim], 0)
      #expect(isSet == 0)
    }
    try site.addIssue(2, title: "Issue 2", byline: "Lena Orzech", body: "**Iran.** Walrus.\n\n**Oil.** More.")
    let report = try Build.run(BuildOptions(site: site.path))
    #expect(report.isPublished, "\(report.diagnostics.map(\.printed))")
    // What was damaged and is not written anew stays so, until somebody asks for it with `--verify`.
    let published = try site.publishedFiles()
    for folder in [".bulletin", "Public"] { try FileManager.default.removeItem(atPath: site.path + "/" + folder) }
    _ = try site.build()
    let right = try site.publishedFiles()
    let wrong = right.keys.filter { right[$0] != published[$0] }.sorted()
    #expect(Set(wrong).isSubset(of: paths), "\(wrong)")
    #expect(Set(published.keys) == Set(right.keys))
  }

  private func notes(_ site: TemporarySite) throws -> [String] {
    var notes: [String] = []
    var options = BuildOptions(site: site.path)
    options.verifies = true
    let report = try Build.run(options) { notes.append($0) }
    guard case .same = report.verification else {
      Issue.record("\(report.diagnostics.map(\.printed))")
      return notes
    }
    return notes
  }

  private func run(_ statement: String, in store: String) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [
      "python3", "-c", "import sqlite3, sys\nc = sqlite3.connect(sys.argv[1])\nc.executescript(sys.argv[2])", store,
      statement,
    ]
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }

  @Test(
    "a table that is lost, a row that is gone or another's, and a view in the place of a table: the store is made anew, with a note",
    arguments: [
      "DROP TABLE output", "DROP TABLE source", "DELETE FROM output WHERE path LIKE '%topics/%'",
      "UPDATE output SET texts = ''", "UPDATE source SET reading = (SELECT reading FROM source LIMIT 1)",
      "UPDATE meta SET value = x'00' WHERE key = 'archive 0'", "DELETE FROM meta WHERE key = 'archive 0'",
      "DROP TABLE output; CREATE VIEW output AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i AS path, i AS dependencies, i AS digest, i AS stamp, i AS texts, i AS subject, i AS reason, i AS sum FROM n",
      "DROP TABLE meta; CREATE VIEW meta AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i AS key, i AS value, i AS sum FROM n",
    ])
  func changedTables(statement: String) throws {
    let sample = try Sample()
    try run(statement, in: sample.store)
    try sample.site.addIssue(2, title: "Issue 2", body: "**Iran.** Other text.\n\n**Oil.** More.")
    #expect(try notes(sample.site).contains { $0.contains("made anew") })
    #expect(try sample.site.published("topics/iran/index.html").contains("Issue 2"))
    try sample.site.addIssue(2, title: "Issue 2", body: "**Iran.** Third text.\n\n**Oil.** More.")
    #expect(try notes(sample.site) == [])
  }
}
