import Foundation
import Coding
import TestSupport
import Testing

@testable import CommandLine

@Suite("The program")
struct ProgramTests {
  @Test("every command has help that names its options", arguments: Command.all.map(\.name))
  func help(name: String) throws {
    let result = try Project.run(name, "--help")
    #expect(result.status == 0)
    for option in Command.all.first(where: { $0.name == name })?.options ?? [] {
      #expect(result.output.contains(option.name))
    }
  }

  @Test(
    "a wrong command line ends with status 2 and a suggestion",
    arguments: [
      (["biuld"], "did you mean `bulletin build`?"), (["build", "--drats"], "did you mean --drafts?"),
      (["build", "-x"], "has no option -x"), (["serve"], "did you mean `bulletin preview`?"),
      (["serv"], "did you mean `bulletin preview`?"),
      (["--versoin"], "did you mean --version?"), (["completion", "bsah"], "did you mean bash?"),
      (["theme", "--copy", "persn.html"], "did you mean person.html?"),
      (["lint"], "did you mean `bulletin check`?"), (["build", "--destination", "x"], "did you mean --output?"),
      (["help", "biuld"], "did you mean `bulletin build`?"), (["build", "x"], "takes nothing but options"),
      (["build", "--jobs", "many"], "--jobs must be a number"), (["inspect"], "takes FILE…"),
      (["build", "--site", "--format", "json"], "--site needs DIR"), (["fix"], "did you mean `bulletin check`?"),
      (["build", "--format", "jsn"], "did you mean json?"),
      (["build", "--site", "/nowhere"], "/nowhere: the site can't be read"), ([], "usage:"),
    ])
  func wrongUsage(arguments: [String], message: String) throws {
    let result = try Project.run(arguments)
    #expect(result.status == 2)
    #expect(result.messages.contains(message), "\(result.messages)")
  }

  @Test("help is asked for in every usual way", arguments: [["-h"], ["--help"], ["help"]])
  func askingForHelp(arguments: [String]) throws {
    let overview = try Project.run(arguments)
    #expect(overview.status == 0 && overview.output.contains("preview") && overview.messages.isEmpty)
    let one = try Project.run(arguments + ["build"])
    #expect(one.output == Command.build.help)
    #expect(try Project.run("build", "-h").output == Command.build.help)
  }

  @Test("results that can't be written end the program with status 2")
  func lostOutput() throws {
    let result = try Project.run(
      ["build", "--help"], in: Project.folder, environment: [:], output: "/dev/full")
    #expect(result.status == 2 && result.messages.contains("No space left on device"), "\(result)")
  }

  @Test(
    "the environment decides about colours",
    arguments: [
      (true, [:], true), (false, [:], false), (true, ["NO_COLOR": "1"], false), (true, ["NO_COLOR": ""], true),
      (false, ["CLICOLOR_FORCE": "1"], true), (true, ["CLICOLOR": "0"], false), (true, ["TERM": "dumb"], false),
    ] as [(Bool, [String: String], Bool)])
  func colors(isInteractive: Bool, environment: [String: String], wanted: Bool) {
    #expect(Terminal.wantsColor(isInteractive, environment) == wanted)
  }

  @Test("a new site builds, and building it twice changes nothing")
  func newSite() throws {
    let folder = Project.newFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    #expect(try Project.run("init", folder).status == 0)
    let first = try Project.run("build", "--site", folder)
    #expect(first.status == 0 && first.messages.isEmpty, "\(first.messages)")
    #expect(first.output.hasPrefix("1 issue, "))
    #expect(try Project.run("build", "--site", folder).output.contains("0 files written"))
    #expect(try Project.run("init", folder).status == 2)
  }

  @Test("a new site has its theme from the program: every file of the folder Templates, byte for byte")
  func newTheme() throws {
    let folder = Project.newFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    #expect(try Project.run("init", folder).status == 0)
    let theme = try Project.files(in: Project.folder + "/Templates")
    let written = try Project.files(in: folder + "/Templates")
    #expect(theme.count >= 17 && written.keys.sorted() == theme.keys.sorted())
    for (path, bytes) in theme { #expect(written[path] == bytes, "\(path) is another") }
  }

  @Test("errors go to standard error, with status 1, and JSON to standard output")
  func errors() throws {
    let folder = Project.newFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    _ = try Project.run("init", folder)
    try Data("Title: x\n\nText\n".utf8).write(to: URL(filePath: folder + "/Content/bulletins/2026/002.md"))
    let text = try Project.run("build", "--site", folder)
    #expect(text.status == 1 && text.output.isEmpty)
    #expect(
      text.messages.contains("error: the issue has no date [missing-date]\n --> Content/bulletins/2026/002.md:1:8"))
    let json = try Project.run("build", "--site", folder, "--format", "json")
    let object = try #require(JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
    #expect(json.status == 1 && object["published"] as? Bool == false)
    #expect((object["diagnostics"] as? [[String: Any]])?.first?["kind"] as? String == "missing-date")
  }

  @Test("the report for machines tells which files are new and which are others")
  func manifest() throws {
    let folder = Project.newFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    _ = try Project.run("init", folder)
    func build() throws -> [String: Any] {
      let json = try Project.run("build", "--site", folder, "--format", "json")
      return try #require(JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
    }
    let first = try build()
    #expect(
      (first["added"] as? [String])?.contains("index.html") == true && (first["changed"] as? [String])?.isEmpty == true)
    let path = folder + "/Content/bulletins/2026/001.md"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    try Data((text + "\nMore.\n").utf8).write(to: URL(filePath: path))
    try Data("# A Page\n\nText.\n".utf8).write(to: URL(filePath: folder + "/Content/pages/new.md"))
    let second = try build()
    // A word that no issue had may begin a file of the search.
    let added = (second["added"] as? [String] ?? []).filter { !$0.hasPrefix("search/") }
    #expect(added == ["new/index.html"])
    #expect((second["changed"] as? [String])?.contains("2026/1/index.html") == true)
  }

  @Test("a template is rendered with the data of a JSON file, and cases in a batch")
  func render() throws {
    let folder = Project.newFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data("{{ a }} {% include 'b.html' %}".utf8).write(to: URL(filePath: folder + "/t.html"))
    try Data("<{{ a }}>".utf8).write(to: URL(filePath: folder + "/b.html"))
    try Data(#"{"a": "ł&"}"#.utf8).write(to: URL(filePath: folder + "/d.json"))
    #expect(try Project.run("render", folder + "/t.html", "--data", folder + "/d.json").output == "ł&amp; <ł&amp;>")
    let cases =
      #"{"templates": {"t": "{{ x }}"}, "main": "t", "context": {"x": 1}}"# + "\n"
      + #"{"templates": {"t": "{{ x"}, "main": "t", "context": {}}"# + "\n"
    let lines = try Project.run("render", "--batch", input: cases).output.split(separator: "\n")
    #expect(lines.first == #"{"ok": true, "output": "1"}"#)
    #expect(lines.last?.hasPrefix(#"{"ok": false, "error": "error: this tag is never closed"#) == true)
  }

  @Test("a template that is no file is refused, wherever it lies", .timeLimit(.minutes(1)))
  func endlessTemplate() throws {
    for arguments in [["/dev/zero"], ["zero", "--templates", "/dev"], ["/dev"]] {
      let result = try Project.run(["render"] + arguments)
      #expect(result.status == 2 && result.messages.contains("it is no file"), "\(result.messages)")
    }
  }

  @Test("no path of a file that is looked at forges a line")
  func inspectedPath() throws {
    let folder = Project.newFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let path = folder + "/a\n\u{1B}[2J\u{9B}\u{202E}.md"
    try Data("# BULLETIN\n".utf8).write(to: URL(filePath: path))
    for path in [path, path + "x"] {
      for format in ["text", "json"] {
        let output = try Project.run("inspect", path, "--format", format).output
        #expect(!output.unicodeScalars.contains { "\u{1B}\u{9B}\u{202E}".unicodeScalars.contains($0) }, "\(output)")
        #expect(format == "json" || output.hasPrefix(folder + "/a␀␀[2J␀␀.md"))
      }
    }
  }

  @Test("no file of a theme and no topic forges a line, or turns it")
  func listedNames() throws {
    let site = Project.newFolder()
    defer { try? FileManager.default.removeItem(atPath: site) }
    #expect(try Project.run("init", site).status == 0)
    try Data().write(to: URL(filePath: site + "/Templates/a\u{1B}[31m\nerror: forged\u{061C}.html"))
    let text = "---\ntitle: T\nnumber: 2\ndate: 2020-01-01\ntopics: [\"Pi\u{202E}ers\"]\n---\n\nText.\n"
    try Data(text.utf8).write(to: URL(filePath: site + "/Content/bulletins/2.md"))
    for command in ["theme", "topics"] {
      let output = try Project.run(command, "--site", site).output
      #expect(!output.unicodeScalars.contains { "\u{1B}\u{061C}\u{202E}".unicodeScalars.contains($0) }, "\(output)")
      #expect(output.contains(command == "theme" ? "  a␀[31m␀error: forged␀.html\n" : "Pi␀ers"), "\(output)")
    }
  }

  @Test("a file that may not grow is told like a full disk, and the next build is right")
  func fileSizeLimit() throws {
    let site = Project.newFolder()
    defer { try? FileManager.default.removeItem(atPath: site) }
    #expect(try Project.run("init", site).status == 0)
    let limited = try Project.run(
      ["-c", "ulimit -f 16; exec '\(Project.program)' build --site '\(site)'"], by: "/bin/sh")
    #expect(limited.status == 2 && limited.messages.contains("error: "), "\(limited.status): \(limited.messages)")
    let next = try Project.run("build", "--site", site)
    #expect(next.status == 0, "\(next.messages)")
  }

  @Test("the locale and time zone of the environment reach no file")
  func environment() throws {
    let folders = [Project.newFolder(), Project.newFolder()]
    defer { for folder in folders { try? FileManager.default.removeItem(atPath: folder) } }
    let settings = [
      ["LC_ALL": "C", "TZ": "America/Adak"], ["LC_ALL": "pl_PL.UTF-8", "LANG": "tr_TR.UTF-8", "TZ": "Asia/Tokyo"],
    ]
    for (folder, environment) in zip(folders, settings) {
      #expect(try Project.run("build", "--output", folder, environment: environment).status == 0)
    }
    #expect(try Project.files(in: folders[0]) == Project.files(in: folders[1]))
  }
}
