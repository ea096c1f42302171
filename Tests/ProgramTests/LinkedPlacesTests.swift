import Foundation
import TestSupport
import Testing

@testable import CommandLine

/// Commands that write or read files of a site in which somebody put symbolic links.
@Suite("Links out of a site")
struct LinkedPlacesTests {
  /// A site beside a folder that nobody means to change.
  private func site() throws -> (site: TemporarySite, outside: TemporarySite) {
    let (site, outside) = (try TemporarySite(theme: false), try TemporarySite(theme: false))
    try site.addIssue(1, body: "It was at at noon.")
    try outside.write("ledger.txt", "mine")
    return (site, outside)
  }

  private func link(_ path: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: target)
  }

  @Test("accepting findings writes into no file that lies elsewhere, whether it is there or not")
  func accepting() throws {
    for name in ["ledger.txt", "new.yaml"] {
      let (site, outside) = try site()
      try link(site.path + "/Content/accepted.yaml", to: outside.path + "/" + name)
      let before = try Project.files(in: outside.path)
      #expect(try Project.run(["check", "--site", site.path, "--accept"]).status == 2)
      #expect(try Project.files(in: outside.path) == before)
    }
  }

  @Test("a list of accepted findings that is a link inside of the content stays one")
  func acceptingInside() throws {
    let (site, _) = try site()
    try site.write("Content/lists/accepted.yaml", "{}\n")
    try link(site.path + "/Content/accepted.yaml", to: "lists/accepted.yaml")
    #expect(try Project.run(["check", "--site", site.path, "--accept"]).status == 0)
    #expect(try site.read("Content/lists/accepted.yaml").contains("repeated-word"))
  }

  @Test("a file of the theme is copied into no folder that lies elsewhere, and none is made there")
  func copying() throws {
    for folder in ["", "/assets"] {
      let (site, outside) = try site()
      try site.write("Templates/own.html", "")
      try link(site.path + "/Templates/assets", to: outside.path + folder)
      let before = try Project.files(in: outside.path)
      #expect(try Project.run(["theme", "--site", site.path, "--copy", "assets/style.css"]).status == 2)
      #expect(try Project.files(in: outside.path) == before)
      #expect(!FileManager.default.fileExists(atPath: outside.path + "/assets"))
    }
  }

  @Test("what is imported is written into no folder that lies elsewhere")
  func importing() throws {
    let (site, outside) = try site()
    try site.write("old/_config.yml", "title: Old\nurl: https://old.example\n")
    try site.write("old/_posts/2020-01-01-tide.md", "---\ntitle: The Tide\n---\nIt rose.\n")
    try FileManager.default.createDirectory(atPath: site.path + "/to", withIntermediateDirectories: true)
    try link(site.path + "/to/Content", to: outside.path)
    let before = try Project.files(in: outside.path)
    #expect(try Project.run(["import", site.path + "/old", site.path + "/to"]).status == 2)
    #expect(try Project.files(in: outside.path) == before)
  }

  @Test("a template that is rendered alone sees links to files beside it, and none that lead elsewhere or in circles")
  func rendering() throws {
    let (site, outside) = try site()
    try outside.write("secret.html", "secret")
    try site.write("t/main.html", "{% include name %}")
    try site.write("t/part.html", "part")
    try link(site.path + "/t/near.html", to: "part.html")
    try link(site.path + "/t/far.html", to: outside.path + "/secret.html")
    try link(site.path + "/t/around", to: ".")
    func run(_ name: String) throws -> Project.Result {
      try site.write("data.json", "{\"name\": \"\(name)\"}")
      return try Project.run("render", site.path + "/t/main.html", "--data", site.path + "/data.json")
    }
    #expect(try run("near.html").output == "part")
    let far = try run("far.html")
    #expect(far.status == 1 && !far.output.contains("secret") && !far.messages.contains("secret"))
    #expect(try run("around/part.html").status == 1)
  }
}
