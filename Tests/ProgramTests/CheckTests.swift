import Foundation
import TestSupport
import Testing

@testable import CommandLine

@Suite("bulletin check")
struct CheckTests {
  private func site() throws -> TemporarySite {
    let site = try TemporarySite()
    for number in 1...3 { try site.addIssue(number, title: "The Title No. \(number)") }
    return site
  }

  private func run(_ site: TemporarySite, _ arguments: String...) throws -> Project.Result {
    try Project.run(["check", "--site", site.path] + arguments)
  }

  private func findings(_ result: Project.Result) throws -> [String] {
    let object = try #require(JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
    return (object["diagnostics"] as? [[String: Any]] ?? []).map {
      "\($0["severity"] ?? "") \($0["kind"] ?? "") \($0["file"] ?? ""):\($0["line"] ?? "")"
    }
  }

  @Test("a site without slips has none, and nothing is published")
  func clean() throws {
    let site = try site()
    let result = try run(site)
    #expect(result.status == 0 && result.output == "3 texts checked: 0 errors, 0 warnings, 0 of advice\n")
    #expect(!FileManager.default.fileExists(atPath: site.path + "/Public"))
  }

  @Test("names in an issue that is wrong are looked at, too, so that nobody is told of them afterwards")
  func namesOfWrongIssues() throws {
    let site = try site()
    for number in 4...6 { try site.addIssue(number, title: "The Title No. \(number)") }
    try site.write("Content/people.yaml", "- name: Lena Orzech\n- name: Halina Brzeska\n- name: Olgierd Tarnawa\n")
    try site.addIssue(
      6, title: "The Last", byline: "Lena Orzehc", editors: "Editors: Halina Brzeska (Editor-in-Cheif), Olgierd Tarnawa"
    )
    let right = try String(contentsOfFile: site.path + "/Content/bulletins/6.md", encoding: .utf8)
    try site.write("Content/bulletins/6.md", right.replacing("January 6, 2010", with: "January 36, 2010"))
    #expect(
      try Set(findings(run(site, "--format", "json"))) == [
        "error impossible-date Content/bulletins/6.md:3", "advice rare-spelling Content/bulletins/6.md:5",
        "warning unknown-person Content/bulletins/6.md:11",
      ])
    // What issues that are right have, too, is said of them.
    try site.addIssue(5, title: "The Fifth", byline: "Lena Orzehc")
    #expect(
      try findings(run(site, "--format", "json")).filter { $0.contains("unknown-person") }
        == ["warning unknown-person Content/bulletins/5.md:11"])
  }

  @Test("advice and warnings end with 0, errors with 1, and with --strict warnings, too")
  func status() throws {
    let site = try site()
    try site.addIssue(3, title: "The Last", body: "TODO: more.")
    #expect(try run(site).status == 0 && run(site, "--strict").status == 0)
    try site.addIssue(3, title: "The Last", body: "TODO: more � here.")
    #expect(try run(site).status == 0 && run(site, "--strict").status == 1)
    try site.addIssue(3, title: "The Last", body: "[x](\u{6A}avascript:1)", editors: "Editors: A Bee (Chief")
    #expect(try run(site).status == 1)
  }

  @Test("what a build holds back is looked at, too, and a build does not look at style")
  func held() throws {
    let site = try site()
    try site.addIssue(4, year: 2199, title: "Later", body: "It came at at noon.")
    try site.addIssue(4, title: "Draft", body: "TODO.", frontMatter: "---\ndraft: true\n---\n\n")
    let found = try findings(run(site, "--format", "json"))
    #expect(found.contains("advice placeholder Content/bulletins/4.md:19"))
    #expect(try site.build().diagnostics.isEmpty)
  }

  @Test("with files, only what is said of these is printed, however they are named")
  func files() throws {
    let site = try site()
    try site.addIssue(1, title: "The First", body: "TODO.")
    try site.addIssue(3, title: "The Last", body: "TODO.")
    let whole = site.path + "/Content/bulletins/3.md"
    for file in ["Content/bulletins/3.md", whole] {
      #expect(
        try findings(run(site, "--format", "json", file)) == ["advice placeholder Content/bulletins/3.md:15"], "\(file)"
      )
    }
    let strange = try run(site, "/etc/hosts")
    #expect(strange.status == 2 && strange.messages.contains("it is no file of the site"))
    #expect(try run(site, "nowhere.md").messages.contains("there is no such file"))
  }

  @Test("a check after a change says what a first one would, and so does one after none")
  func again() throws {
    let site = try site()
    try site.addIssue(2, title: "The Second", body: "It came at at noon.")
    usleep(50_000)
    let first = try run(site, "--format", "json").output
    #expect(try run(site, "--format", "json").output == first)
    try site.addIssue(2, title: "The Second", body: "It came at noon. TODO.")
    usleep(50_000)
    let second = try run(site, "--format", "json").output
    #expect(second != first && second.contains("placeholder") && !second.contains("repeated-word"))
    try FileManager.default.removeItem(atPath: site.path + "/.bulletin")
    #expect(try run(site, "--format", "json").output == second)
  }

  @Test("annotations name files as the repository sees them")
  func annotations() throws {
    let site = try site()
    try site.addIssue(2, title: "The Second", body: "TODO.")
    let result = try run(site, "--format", "github")
    #expect(
      result.output.hasPrefix(
        "::notice file=\(site.path)/Content/bulletins/2.md,line=15,col=1,endColumn=5,title=placeholder::"))
  }

  @Test(
    "a folder that is no site is said to be none, and nothing is made in it", arguments: ["build", "check", "preview"])
  func wrongFolder(command: String) throws {
    let folder = Project.newFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let result = try Project.run(command, "--site", folder)
    #expect(result.status == 2 && result.messages.contains("there is no folder Content in it"), "\(result.messages)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
  }
}

@Suite("Files beside issues")
struct UnusedFileTests {
  @Test("a file that no text links to is advice for check, and one that a text shows is not")
  func unused() throws {
    let site = try TemporarySite()
    try site.addIssue(1, title: "The First", body: "![A map](map.png)")
    for name in ["map.png", "old.png", "_note.txt"] { try site.write("Content/bulletins/" + name, "x") }
    func found() throws -> String { try Project.run(["check", "--site", site.path, "--format", "github"]).output }
    #expect(try found().contains("file=\(site.path)/Content/bulletins/old.png,title=unused-file::"))
    #expect(try found().split(separator: "\n").count == 1)
    try FileManager.default.removeItem(atPath: site.path + "/Content/bulletins/old.png")
    #expect(try found().isEmpty)
    try site.write("Content/pages/about.md", "---\ntitle: About\n---\n\n[The report](report.pdf)\n")
    for name in ["report.pdf", "notes.pdf"] { try site.write("Content/pages/" + name, "x") }
    #expect(try found().contains("file=\(site.path)/Content/pages/notes.pdf,title=unused-file::"))
    #expect(try found().split(separator: "\n").count == 1)
    try FileManager.default.removeItem(atPath: site.path + "/Content/pages/notes.pdf")
    // What an issue with mistakes links to, nobody knows.
    try site.write("Content/bulletins/new.png", "x")
    try site.addIssue(2, title: "The Second", editors: "Editors: A Bee (Chief")
    #expect(try !found().contains("unused-file"))
    #expect(try site.build().diagnostics.allSatisfy { $0.kind.name != "unused-file" })
  }
}
