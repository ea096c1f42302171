import Coding
import Diagnostics
import Foundation
import Glibc
import System
import TestSupport
import Testing

@testable import Publishing

@Suite("The store")
struct StoreTests {
  @Test("each kind of change makes the pages that could differ, says why, and nothing else")
  func reasons() throws {
    let site = try TemporarySite()
    for number in 1...4 {
      try site.addIssue(number, title: "Title \(number)", byline: number < 3 ? "Lena Orzech" : "Jan Kos")
    }
    let first = try site.build()
    #expect(first.made.count == first.written.count && first.made.allSatisfy { $0.reason == "new" })
    #expect(try site.build().made.isEmpty)

    try site.addIssue(1, title: "Title 1", body: "Another text.")
    // Other formats of feeds show it, too.
    let body = try site.build().made.filter { $0.path.hasSuffix("index.html") || $0.path.hasSuffix("feed.xml") }
    #expect(
      body.map(\.path) == ["2010/1/index.html", "feed.xml", "people/lena-orzech/feed.xml"],
      "\(body)")
    #expect(body.map(\.reason) == ["issue", "feed.items", "feed.items"])

    try site.addIssue(1, title: "A new title", body: "Another text.")
    let title = try site.build().made.map(\.path)
    #expect(title.contains("2010/2/index.html") && title.contains("people/lena-orzech/index.html"), "\(title)")
    #expect(!title.contains("2010/3/index.html") && !title.contains("people/jan-kos/index.html"), "\(title)")

    try site.write("Templates/strings/en.yaml", "all_volumes: All the volumes\n")
    let words = try site.build().made
    #expect(
      words.map(\.path) == ["index.html", "2010/index.html"] && words.allSatisfy { $0.reason == "t.all_volumes" })

    try site.write("Templates/topic.html", try site.read("Templates/topic.html") + "\n")
    #expect(try site.build().made.allSatisfy { $0.reason == "the templates" && $0.path.contains("topics/") })
  }

  @Test(
    "what the last build left is read as it was written, in however many parts", arguments: [0, 1 << 20, 3 << 20 + 7])
  func longValues(count: Int) throws {
    let site = try TemporarySite()
    let store = try Store.open(site.path + "/store.sqlite", version: "1")
    let report = (0..<count).map { UInt8(truncatingIfNeeded: $0 * 31 >> 3) }
    var changes = Store.Changes()
    for report in [report, [1]] {
      let inputs: Store.Parts = { (keep) throws(StoreDamage) in for part in [[1], report, [2]] { try keep(part) } }
      changes.run = Store.NewRun(
        inputs: inputs, report: { (keep) throws(StoreDamage) in try keep(report) }, digest: [3])
      try store.keep(changes)
      let run = try #require(try store.lastRun())
      #expect(run.report == report && run.inputs == [1] + report + [2] && run.digest == [3])
    }
  }

  @Test("with what was made and can't be read back, nothing is kept, and the next build makes the store anew")
  func lostOutput() throws {
    let site = try TemporarySite()
    let path = site.path + "/store.sqlite"
    let store = try Store.open(path, version: "1")
    let output = Store.Output(dependencies: [1], digest: Fingerprint(of: []), stamp: [2], texts: [], reason: "new")
    var changes = Store.Changes()
    changes.outputs = [("index.html", output)]
    try store.keep(changes)
    changes.outputs = [("a.html", output), ("b.html", nil)]
    #expect(throws: StoreDamage.self) { try store.keep(changes) }
    #expect(try store.outputs().keys.sorted() == ["index.html"])
    store.removeIfUseless()
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test("a store that is no store is made anew, with a note, and the site is right")
  func damage() throws {
    let site = try TemporarySite()
    try site.addIssue(1)
    _ = try site.build()
    let files = try site.publishedFiles()
    let folder = site.path + "/.bulletin"
    let store = try #require(
      try FileManager.default.contentsOfDirectory(atPath: folder).first { $0.hasSuffix(".sqlite") })
    let whole = try Data(contentsOf: URL(filePath: folder + "/" + store))
    for bytes in [Data(), Data("no store".utf8), whole.prefix(whole.count / 2), Data(whole.map { $0 ^ 0x55 })] {
      try bytes.write(to: URL(filePath: folder + "/" + store))
      var notes: [String] = []
      let report = try Build.run(BuildOptions(site: site.path)) { notes.append($0) }
      #expect(report.isPublished && report.written.isEmpty, "\(report.diagnostics)")
      #expect(try site.publishedFiles() == files)
    }
  }

  @Test("what several threads read of sources is kept, all of it, also where it is read in a new way")
  func threads() throws {
    let store = try Store.inMemory(version: "1")
    for key in ["one way", "another way"] {
      let writer = SourceWriter(store, readingKey: key)
      _ = concurrently(4_000, jobs: 8) { number in
        let digest = Fingerprint(of: Array("\(number)".utf8))
        writer.put(Store.Source(stamp: [], digest: digest, metadata: digest, reading: []), of: "\(number).md")
      }
      try writer.finish(lost: ["7.md"])
      #expect(try store.sources(readAs: key).count == 3_999)
    }
    #expect(try store.sources(readAs: "one way").isEmpty)
  }

  @Test("a store is locked until the work with it is done")
  func lock() throws {
    let site = try TemporarySite()
    let options = BuildOptions(site: site.path)
    func isFree() -> Bool {
      let descriptor = unsafe open(site.path + "/.bulletin/lock", O_RDWR)
      defer { close(descriptor) }
      return flock(descriptor, LOCK_EX | LOCK_NB) == 0
    }
    let wasFree = try OpenStore(of: options).use { _ in isFree() }
    #expect(!wasFree && isFree())
  }

  @Test("verifying finds a published file that was changed behind the store's back")
  func verification() throws {
    let site = try TemporarySite()
    try site.addIssue(1)
    _ = try site.build()
    var options = BuildOptions(site: site.path)
    options.verifies = true
    let verified = try Build.run(options)
    #expect(verified.verification == .same(verified.kept) && verified.kept > 10)
    // The same size and the same time to the nanosecond: only reading the file can find it out.
    let path = site.path + "/Public/2010/1/index.html"
    var info = stat()
    let isKnown = unsafe stat(path, &info)
    #expect(isKnown == 0)
    let handle = try #require(FileHandle(forUpdatingAtPath: path))
    try handle.write(contentsOf: Data("<!DOCTYPE".utf8))
    try handle.close()
    let isSet = unsafe utimensat(AT_FDCWD, path, [info.st_atim, info.st_mtim], 0)
    #expect(isSet == 0)
    let report = try Build.run(options)
    #expect(report.verification == .differs && report.isPublished && report.made.isEmpty)
    #expect(report.diagnostics.map(\.path) == ["2010/1/index.html"])
    #expect(report.diagnostics.first?.kind.name == "changed-output")
    options.repairs = true
    let repaired = try Build.run(options)
    #expect(repaired.repaired == ["2010/1/index.html"] && repaired.verification == verified.verification)
    #expect(try Build.run(options).repaired.isEmpty)
  }

  @Test("a page's story names its templates, texts and values, and what made it last")
  func story() throws {
    let site = try TemporarySite()
    try site.addIssue(1)
    _ = try site.build()
    guard case .found(let story) = try PageStory.of("https://b.example.org/2010/1/", BuildOptions(site: site.path))
    else {
      Issue.record("the page is not found")
      return
    }
    #expect(story.origin == "Content/bulletins/1.md" && story.texts == ["Content/bulletins/1.md"])
    #expect(story.templates.first == "bulletin.html" && story.templates.contains("base.html"))
    #expect(story.values.contains("issue") && story.values.contains("site.title") && story.reason == "new")
    guard case .unknown(let near) = try PageStory.of("/2010/2/", BuildOptions(site: site.path)) else {
      Issue.record("a page is found that is not there")
      return
    }
    #expect(near == "/2010/1/")
  }

  @Test("a file that changed between its reading and the look at all files is not taken for unchanged")
  func changedAfterReading() throws {
    let site = try TemporarySite()
    try site.addIssue(1)
    // A stamp counts when the clock has moved on since.
    usleep(50_000)
    let (options, content) = (BuildOptions(site: site.path), ContentFolder(site: site.path))
    let path = try #require(content.issues.first)
    let read = try #require(FileStamp(content.path(path))?.kept(at: FileStamp.now))
    #expect(!read.isEmpty)
    let quiet = InputRecord(options, content, attachments: [], stamps: [path: read], validity: 0..<Int.max)
    #expect(quiet.changes(for: options, content)?.contains(path) == false)
    try site.addIssue(1, body: "Other text.")
    usleep(50_000)
    let inputs = InputRecord(options, content, attachments: [], stamps: [path: read], validity: 0..<Int.max)
    #expect(inputs.changes(for: options, content)?.contains(path) == true)
  }

  @Test(
    "a file that others than issues are read from, and that changes before the build looks at all files, is read again",
    arguments: ["Content/site.yaml", "Content/people.yaml", "Content/topics.yaml", "Templates/person.html"])
  func anyChangedAfterReading(path: String) throws {
    let site = try TemporarySite()
    try site.addIssue(1)
    usleep(50_000)
    let (options, content) = (BuildOptions(site: site.path), ContentFolder(site: site.path))
    let edition = Edition.read(options, content, memory: .none, for: .publishing)
    let quiet = InputRecord(options, content, attachments: [], stamps: edition.stamps, validity: 0..<Int.max)
    #expect(quiet.changes(for: options, content)?.isEmpty == true)
    try site.write(path, Data("# other".utf8))
    usleep(50_000)
    let inputs = InputRecord(options, content, attachments: [], stamps: edition.stamps, validity: 0..<Int.max)
    // Files that are looked for by name ask for everything anew.
    #expect(inputs.changes(for: options, content).map { $0.contains(path) } ?? true)
  }
}
