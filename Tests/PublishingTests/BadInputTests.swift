import Diagnostics
import Foundation
import Publishing
import System
import TestSupport
import Testing

@Suite("Bad input")
struct BadInputTests {
  /// Builds a site that was published once and then broken; what was published must not change.
  private func kinds(_ breaking: (TemporarySite) throws -> Void) throws -> [String] {
    let site = try TemporarySite()
    try site.addIssue(1)
    #expect(try site.build().isPublished)
    let before = try site.publishedFiles()
    try breaking(site)
    let report = try site.build()
    #expect(!report.isPublished)
    #expect(try site.publishedFiles() == before, "a failed build changed what is published")
    return report.diagnostics.filter { $0.severity == .error }.map(\.kind.name)
  }

  @Test("no UTF-8, nothing at all, a folder with a file's name")
  func files() throws {
    #expect(try kinds { try $0.write("Content/bulletins/a.md", Data([0x61, 0xFF])) } == ["not-utf-8"])
    #expect(try kinds { try $0.write("Content/bulletins/a.md", "") } == ["empty-file"])
    #expect(try kinds { try $0.write("Content/bulletins/x.md/y.txt", "") } == ["not-a-file"])
    #expect(try kinds { try $0.write("Content/bulletins/a.md", Data(count: 50 << 20)) } == ["file-too-large"])
  }

  @Test("all mistakes of all files are found in one run")
  func allAtOnce() throws {
    let found = try kinds { site in
      try site.write("Content/bulletins/a.md", "Text.\n")
      try site.write("Content/bulletins/b.md", "Title: x\n\nText.\n")
      try site.write("Templates/page.html", "{{ site.titel }}{{ x | uper }}")
      try site.write("Content/people.yaml", "- nme: x\n")
    }
    #expect(Set(found) == ["no-metadata", "missing-date", "template-mistake", "unknown-setting"])
  }

  @Test("a symbolic link that leaves the folder")
  func links() throws {
    let found = try kinds { site in
      try site.write("outside.md", "x")
      try FileManager.default.createSymbolicLink(
        atPath: site.path + "/Content/bulletins/l.md", withDestinationPath: site.path + "/outside.md")
    }
    #expect(found == ["outside-content"])
  }

  @Test("an unreadable file")
  func unreadable() throws {
    // A link to nothing can't be read by anybody; permissions do not bind the administrator.
    let found = try kinds { site in
      try FileManager.default.createSymbolicLink(
        atPath: site.path + "/Content/bulletins/l.md", withDestinationPath: "nowhere.md")
    }
    #expect(found == ["not-a-file"])
  }

  @Test("a file to be included that leads nowhere keeps nothing back, and only a text that asks for it says so")
  func unreadablePartial() throws {
    let site = try TemporarySite()
    try site.addIssue(1)
    try site.write("Content/_includes/note.md", "Words.\n")
    try FileManager.default.createSymbolicLink(
      atPath: site.path + "/Content/_includes/far.md", withDestinationPath: "nowhere.md")
    let report = try site.build()
    #expect(report.isPublished && report.diagnostics.isEmpty, "\(report.diagnostics.map(\.message))")
    try site.addIssue(2, body: "{% include far.md %}")
    let found = try site.build().diagnostics
    #expect(found.map(\.kind.name) == ["foreign-tag"])
  }

  @Test("an image that is not there, and one outside of the site")
  func images() throws {
    #expect(try kinds { try $0.addIssue(2, body: "![i](no.png)") } == ["missing-attachment"])
    #expect(try kinds { try $0.addIssue(2, body: "![i](../../../../../etc/passwd)") } == ["outside-content"])
  }

  @Test(
    "what an issue lacks that can't be read for another reason is said in the same run",
    arguments: [
      "---\ntitle: T\nnumber: 2\ndate: soon\n---\n\n![i](no.png) [j](no.pdf)\n",
      "# B\n\nNo. l (2) • January 8, 2010 • © VIIP\n\nEditors: Ann Bo\n\n---\n\n## T\n\nAnn Bo\n\n*See ![i](no.png).*\n\nx\n",
    ])
  func imagesOfWrongIssues(text: String) throws {
    let site = try TemporarySite()
    try site.addIssue(1)
    try site.write("Content/bulletins/2.md", text)
    let found = try site.build().diagnostics
    #expect(found.count == 2 && found.filter { $0.kind.name == "missing-attachment" }.count == 1, "\(found)")
    #expect(try Check.run(BuildOptions(site: site.path)).findings.filter { $0.severity == .error } == found)
    try site.write("Content/bulletins/no.png", "i")
    #expect(try site.build().diagnostics.count == 1)
  }

  @Test(
    "settings and registers under nearly their names are said to be unread",
    arguments: [
      ("Content/people.yml", "people"), ("Content/PEOPLE.YML", "people"), ("Content/Topics.yaml", "topics"),
      ("Content/site.yaml.txt", "site"), ("Content/poeple.yaml", "people"), ("Content/topic.yaml", "topics"),
      ("Content/languages/eo.yml", "languages/eo"), ("Content/topics.json", "topics"),
    ])
  func misnamedFiles(path: String, meant: String) throws {
    let site = try TemporarySite()
    try site.addIssue(1)
    try site.write(path, "- name: Ann Bo\n")
    let report = try site.build()
    #expect(report.isPublished && report.diagnostics.map { "\($0.kind.name) \($0.path)" } == ["unread-file \(path)"])
    #expect(report.diagnostics.first.map(\.help) == ["rename it to Content/\(meant).yaml"])
  }

  @Test("a page of the web or of another program among issues is no text that is read, unless one leads to it")
  func otherPrograms() throws {
    let site = try TemporarySite()
    try site.addIssue(1, body: "[The map](map.html)")
    try site.write("Content/bulletins/map.html", "<p>Map</p>")
    #expect(try site.build().diagnostics.isEmpty)
    try site.write("Content/bulletins/2.htm", "<p>No. 2</p>")
    try site.write("Content/bulletins/3.pages", "x")
    #expect(
      try site.build().diagnostics.map { "\($0.kind.name) \($0.path)" } == [
        "unread-file Content/bulletins/2.htm", "unread-file Content/bulletins/3.pages",
      ])
  }

  @Test("HTML below front matter with a title and a day is an issue, all of it HTML; a page of its own is none")
  func issuesOfHTML() throws {
    let site = try TemporarySite()
    try site.addIssue(1)
    try site.write(
      "Content/bulletins/2010-05-04-nets.html",
      "---\ntitle: Nets\n---\n<p>Two *nets*, <a href=\"2010-05-06-ebb.htm\">an ebb</a>.</p>\n\n    <p>One {{ site.url }}boat.</p>\n"
    )
    try site.write("Content/bulletins/2010-05-05-list.html", "---\nlayout: list\n---\n<ul></ul>\n")
    try site.write(
      "Content/bulletins/2010-05-06-ebb.htm", "---\ntitle: Ebb\ndate: 2010-05-06\n---\n<!DOCTYPE html>\n<p>Moved.</p>\n"
    )
    try site.write("Content/bulletins/2010-05-07-ice.qmd", "---\ntitle: Ice\neditor: visual\n---\nThe *ice*.\n")
    let report = try site.build()
    #expect(
      report.diagnostics.map { "\($0.kind.name) \($0.path)" } == ["unread-file Content/bulletins/2010-05-05-list.html"])
    let page = try site.published("2010/05/04/index.html")
    #expect(page.contains("<p>Two *nets*, <a href=\"2010-05-06-ebb.htm\">an ebb</a>.</p>"))
    #expect(page.contains("<p>One boat.</p>") && !page.contains("<pre>"))
    let other = try site.published("2010/05/07/index.html")
    #expect(other.contains("<p>The <em>ice</em>.</p>") && !other.contains("visual"))
    // What it says decides whether it is an issue.
    try site.write("Content/bulletins/2010-05-05-list.html", "---\ntitle: List\n---\n<ul></ul>\n")
    #expect(try site.build().issues == 4)
    try site.write("Content/bulletins/2010-05-04-nets.html", "<p>Two nets.</p>\n")
    #expect(try site.build().issues == 3)
  }

  @Test("a link to a file that is not there is a warning, and the site is published")
  func lostFile() throws {
    let site = try TemporarySite()
    try site.addIssue(1, body: "[r](report.pdf) [s](there.pdf)")
    try site.write("Content/bulletins/there.pdf", "PDF")
    let report = try site.build()
    #expect(report.isPublished && report.diagnostics.map(\.kind.name) == ["broken-link"])
    #expect(try site.published("2010/1/there.pdf") == "PDF")
  }

  @Test("two files for one address are an error that names both")
  func oneAddress() throws {
    let site = try TemporarySite()
    try site.addIssue(1)
    try site.write("Content/pages/about.md", "# A\n\nx\n")
    try site.addIssue(2, frontMatter: "---\naliases: [/about/]\n---\n")
    let error = try site.build().diagnostics.first { $0.severity == .error }
    #expect(error?.kind.name == "address-taken")
    #expect(
      error?.printed.contains("Content/pages/about.md") == true
        && error?.printed.contains("Content/bulletins/2.md") == true)
  }

  @Test(
    "settings that are missing or wrong are errors at their place",
    arguments: [
      ("title: [\n", "malformed-yaml", nil), ("base_url: https://x.org/\n", "missing-setting", nil),
      ("title: B\nbase_url: nowhere\n", "wrong-setting", 2),
      ("title: B\nbase_url: https://x.org/\ntitel: C\n", "unknown-setting", 3),
      ("title: B\nbase_url: https://x.org/\ntime_zone: Warsaw\n", "wrong-setting", 3),
      ("title: B\nbase_url: https://x.org/\nissn: 1234-5678\n", "wrong-setting", 3),
      ("title: B\nbase_url: https://x.org/\nfeed_items: many\n", "wrong-setting", 3),
      ("title: B\nbase_url: https://x.org/\nlanguages: [english!]\n", "wrong-setting", 3),
      ("title: B\nbase_url: https://x.org/\neditor_url: \"javascript:\\u0301{path}\"\n", "wrong-setting", 3),
      ("title: B\nbase_url: https://x.org/\neditor_url: \"java\\tscript:{path}\"\n", "wrong-setting", 3),
      ("title: B\nbase_url: https://x.org/\neditor_url: edit/{path}\n", "wrong-setting", 3),
    ] as [(String, String, Int?)])
  func settings(text: String, kind: String, line: Int?) throws {
    let site = try TemporarySite()
    try site.addIssue(1)
    try site.write("Content/site.yaml", text)
    let errors = try site.build().diagnostics.filter { $0.severity == .error }
    #expect(errors.map(\.kind.name) == [kind], "\(errors.map(\.printed))")
    if let line { #expect(errors.first?.location?.line == line) }
  }

  @Test("a site without settings or issues says what is missing")
  func empty() throws {
    let site = try TemporarySite()
    #expect(try site.build().diagnostics.map(\.kind.name) == ["no-issues"])
    try FileManager.default.removeItem(atPath: site.path + "/Content/site.yaml")
    #expect(try site.build().diagnostics.map(\.kind.name).sorted() == ["missing-setting", "no-issues"])
  }

  @Test(
    "a template that is wrong or endless publishes nothing",
    arguments: [
      ("home.html", "{% extends 'nix.html' %}", "template-mistake"),
      ("home.html", "{% if %}", "template-mistake"),
      ("home.html", "{% include 'home.html' %}", "template-failed"),
      ("home.html", "{% extends 'home.html' %}", "template-mistake"),
      ("home.html", "{% for a in range(9999) %}{% for b in range(9999) %}{% endfor %}{% endfor %}", "template-failed"),
      ("bulletin.html", "{{ issue.title + 1 }}", "template-failed"),
      ("bulletin.html", "{{ 'no.css' | asset }}", "template-failed"),
    ])
  func templates(name: String, text: String, kind: String) throws {
    let found = try kinds { try $0.write("Templates/" + name, text) }
    #expect(Set(found) == [kind])
  }

  @Test("a file where a folder must be, or the other way round, is named and nothing is written")
  func publicPlaces() throws {
    let site = try TemporarySite()
    try site.addIssue(1)
    try site.write("Public/2010", "a file")
    #expect(throws: EnvironmentError.self) { try site.build() }
    #expect(try site.publishedFiles().keys.sorted() == ["2010"])
    try FileManager.default.removeItem(atPath: site.path + "/Public/2010")
    try site.write("Public/feed.xml/x", "")
    #expect(throws: EnvironmentError.self) { try site.build() }
    try FileManager.default.removeItem(atPath: site.path + "/Public")
    try site.write("Public", "a file")
    #expect(throws: EnvironmentError.self) { try site.build() }
  }

  @Test("a folder that can't be written is named with the system's words")
  func notWritable() throws {
    let site = try TemporarySite()
    try site.addIssue(1)
    let error = #expect(throws: EnvironmentError.self) {
      try Build.run(BuildOptions(site: site.path, output: "/proc/none"))
    }
    #expect(error?.description.hasPrefix("/proc/none: the folder can't be made: ") == true)
  }

  @Test("control characters in a title leave every XML file well-formed")
  func controlCharacters() throws {
    let site = try TemporarySite()
    try site.addIssue(1, title: "A\u{1}B\u{B}C", body: "x\u{2}y\u{FFFE}z")
    _ = try site.build()
    let feed = try site.published("feed.xml")
    #expect(feed.contains("<title>AB C</title>") && feed.contains("xyz"))
    #expect(!feed.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
  }

  @Test("a character that a feed can't hold leaves no address there that runs")
  func brokenAddress() throws {
    let site = try TemporarySite()
    try site.addIssue(
      1, body: "<q cite=\"java\u{1}script:a()\">w</q> <q cite=\"\u{FFFE}javascript:b()\">w</q>")
    _ = try site.build()
    let feed = try site.published("feed.xml")
    #expect(!feed.contains("javascript:a") && !feed.contains("\"javascript:b") && !feed.contains(" javascript:b"))
    #expect(!feed.contains("34;javascript:"))
  }

  @Test("a first build that fails leaves no folder behind")
  func firstBuild() throws {
    let site = try TemporarySite()
    try site.addIssue(1)
    try site.write("Templates/bulletin.html", "{{ issue.title + 1 }}")
    #expect(try !site.build().isPublished)
    #expect(!FileManager.default.fileExists(atPath: site.path + "/Public"))
  }

  @Test("strict builds take warnings for errors")
  func strict() throws {
    let site = try TemporarySite()
    try site.addIssue(1, body: "See [the tide](2.md).")
    #expect(try site.build().isPublished)
    #expect(try !site.build(strict: true).isPublished)
  }
}
