import Foundation
import Publishing
import System
import TestSupport
import Testing

/// Files that somebody saved in another encoding, that have no end, or that others have a right to.
@Suite("Hostile files")
struct HostileFileTests {
  private func errors(_ breaking: (TemporarySite) throws -> Void) throws -> [String] {
    let site = try TemporarySite()
    try site.addIssue(1)
    try breaking(site)
    let report = try site.build()
    #expect(!report.isPublished)
    return report.diagnostics.filter { $0.severity == .error }.map(\.kind.name)
  }

  private static let texts = [
    "Content/site.yaml", "Content/people.yaml", "Content/topics.yaml", "Content/pages/about.md",
    "Content/languages/xx.yaml",
    "Templates/feed.xml", "Templates/base.html", "Templates/strings/en.yaml",
  ]

  @Test("a file that has more than any should is refused unread", arguments: texts + ["Templates/assets/x.css"])
  func endless(path: String) throws {
    let found = try errors { site in
      try site.write(path, "")
      unsafe truncate(site.path + "/" + path, 20 << 30)
    }
    #expect(found.contains("not-a-file") || found.contains("file-too-large"), "\(found)")
  }

  @Test(
    "an attachment, or a file of static, that has no end is refused", arguments: ["bulletins/x.pdf", "static/x.pdf"])
  func endlessCopy(path: String) throws {
    let site = try TemporarySite()
    try site.addIssue(1, body: path.hasPrefix("b") ? "[x](x.pdf)" : "Text.")
    try site.write("Content/" + path, "")
    unsafe truncate(site.path + "/Content/" + path, 20 << 30)
    #expect(throws: EnvironmentError.self) {
      let report = try site.build()
      if !report.isPublished { throw EnvironmentError("refused", path, because: "it is told") }
    }
  }

  @Test("what is no UTF-8 is refused at its byte, in every text", arguments: texts)
  func encodings(path: String) throws {
    for bytes in [
      Data([0x61, 0xFF, 0x0A]), Data([0x61, 0x3A, 0x00, 0x0A]), Data([0xFF, 0xFE, 0x61, 0x00, 0x0A, 0x00]),
    ] {
      #expect(try errors { try $0.write(path, bytes) }.contains("not-utf-8"))
    }
  }

  @Test("settings and hidden files are no attachments, also by a link of the file system")
  func privateFiles() throws {
    let site = try TemporarySite()
    try site.write("Content/.secret", "gulls-at-noon")
    try site.write("Content/people.yaml", "- name: Lena Orzech\n")
    for (name, target) in [("a.pdf", "../.secret"), ("b.pdf", "../people.yaml")] {
      try FileManager.default.createSymbolicLink(
        atPath: site.path + "/Content/bulletins/" + name, withDestinationPath: target)
    }
    try site.addIssue(1, body: "[a](../site.yaml) [b](../people.yaml) [c](a.pdf) [d](b.pdf) [e](../.secret)")
    let report = try site.build()
    #expect(report.isPublished)
    #expect(report.diagnostics.count { $0.kind.name == "broken-link" } == 4, "\(report.diagnostics.map(\.printed))")
    let files = try site.publishedFiles()
    #expect(!files.keys.contains { $0.hasSuffix(".yaml") || $0.hasSuffix(".pdf") || $0.hasSuffix(".secret") })
    #expect(!files.values.contains { String(decoding: $0, as: UTF8.self).contains("gulls-at-noon") })
  }

  @Test(
    "a folder or a register that leads out of Content is an error, and nothing of what lies there is published or quoted",
    arguments: [
      "site.yaml", "people.yaml", "topics.yaml", "accepted.yaml", "bulletins", "pages", "languages", "static", "public",
      "assets", "_includes", "_data", "_posts",
    ])
  func linkedPlaces(name: String) throws {
    let site = try TemporarySite()
    let elsewhere = try TemporarySite()
    try elsewhere.write(
      "dir/gulls.md", "---\ntitle: Gulls at noon\nnumber: 3\ndate: 2010-01-02\n---\n\ngulls-at-noon\n")
    try elsewhere.write("dir/gulls.yaml", "gulls-at-noon: true\n")
    try site.addIssue(1, body: "{% include gulls.md %} {{ site.data.gulls }}")
    let place = site.path + "/Content/" + name
    try? FileManager.default.removeItem(atPath: place)
    try FileManager.default.createSymbolicLink(
      atPath: place, withDestinationPath: elsewhere.path + (name.hasSuffix(".yaml") ? "/dir/gulls.yaml" : "/dir"))
    let report = try site.build()
    let errors = report.diagnostics.filter { $0.severity == .error }
    #expect(errors.map(\.kind.name) == ["outside-content"], "\(report.diagnostics.map(\.printed))")
    #expect(errors.first?.path == "Content/" + name)
    #expect(!report.diagnostics.contains { $0.printed.contains("gulls-at-noon") && $0.path == "Content/" + name })
    #expect(!report.isPublished)
  }

  @Test(
    "a link that leads nowhere, or round in a circle, is no file that is missing",
    arguments: [
      "people.yaml", "topics.yaml", "accepted.yaml", "site.yaml", "pages", "languages", "static", "bulletins/2011",
      "bulletins/2011/old", "pages/team", "languages/xx.yaml",
    ])
  func linksToNothing(name: String) throws {
    for target in ["nothing", (name as NSString).lastPathComponent] {
      let site = try TemporarySite()
      try site.addIssue(1)
      #expect(try site.build().isPublished)
      let place = site.path + "/Content/" + name
      try? FileManager.default.removeItem(atPath: place)
      try FileManager.default.createDirectory(
        atPath: (place as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
      try FileManager.default.createSymbolicLink(atPath: place, withDestinationPath: target)
      let report = try site.build()
      let errors = report.diagnostics.filter { $0.severity == .error }
      #expect(!report.isPublished && errors.map(\.path) == ["Content/" + name], "\(errors.map(\.printed))")
      #expect(errors.map(\.kind.name) == ["not-a-file"])
    }
  }

  @Test("a link to an attachment that is not there, as those to what was not fetched, is the business of its text")
  func linksToMissingAttachments() throws {
    let site = try TemporarySite()
    try site.addIssue(1)
    for name in ["bulletins/map.pdf", "_data"] {
      try FileManager.default.createSymbolicLink(
        atPath: site.path + "/Content/" + name, withDestinationPath: "nothing")
    }
    #expect(try site.build().isPublished)
  }

  @Test("what no build wrote is not written over, unless that is asked for")
  func foreign() throws {
    let site = try TemporarySite()
    try site.addIssue(1)
    try site.write("Public/index.html", "mine")
    try site.write("Public/2010/1/index.html", "mine")
    let refusal = #expect(throws: EnvironmentError.self) { try site.build() }
    #expect(refusal?.description.contains("index.html and 1 more file") == true, "\(refusal?.description ?? "")")
    #expect(try site.published("index.html") == "mine")
    #expect(!FileManager.default.fileExists(atPath: site.path + "/Public/feed.xml"))
    var options = BuildOptions(site: site.path)
    options.isForced = true
    #expect(try Build.run(options).isPublished)
    #expect(try site.published("index.html").contains("<html"))
  }

  @Test("a published folder whose list of files was lost is known by its bytes")
  func lostList() throws {
    let site = try TemporarySite()
    for number in 1...8 { try site.addIssue(number) }
    _ = try site.build()
    try FileManager.default.removeItem(atPath: site.path + "/.bulletin")
    try site.addIssue(1, body: "Other text.")
    let report = try site.build()
    #expect(report.isPublished && report.written.contains("2010/1/index.html") && report.kept > 10)
  }

  @Test("a name with control characters is printed as signs")
  func names() throws {
    let site = try TemporarySite()
    try site.addIssue(1, body: "![x](a%1B]0;t%07.png)\n\n[y](b%0Aerror:%20forged.pdf)")
    let printed = try site.build().diagnostics.map(\.printed).joined()
    #expect(printed.contains("a␀]0;t␀.png") && printed.contains("b␀error: forged.pdf"), "\(printed)")
    #expect(!printed.contains("\u{1B}") && !printed.contains("\nerror: forged"))
  }

  @Test("a name that begins with a mark that joins the slash before it is that of a file in its folder")
  func joiningNames() throws {
    let site = try TemporarySite()
    try site.write("Content/bulletins/\u{301}data/\u{301}x.csv", "a,b\n")
    try site.addIssue(1, body: "[Data](%CC%81data/%CC%81x.csv)")
    #expect(try site.build().isPublished)
    #expect(try site.publishedFiles().keys.contains { $0.utf8.elementsEqual("2010/1/\u{301}data/\u{301}x.csv".utf8) })
  }
}
