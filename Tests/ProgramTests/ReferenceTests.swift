import Foundation
import TestSupport
import Testing
import Text

@testable import CommandLine
@testable import Site

/// What is made of the table of commands beside help, and the theme of a site beside that of the program.
@Suite("The table of commands")
struct ReferenceTests {
  @Test("every shell's completion knows each command, each option and each choice", arguments: Completion.allCases)
  func completion(shell: Completion) throws {
    let script = try Project.run("completion", shell.rawValue).output
    for command in Command.all {
      #expect(script.contains(command.name))
      for option in command.options {
        #expect(script.contains(shell == .fish ? "-l \(option.name.dropFirst(2)) " : option.name), "\(option.name)")
        if !option.choices.isEmpty { #expect(script.contains(option.choices.joined(separator: " "))) }
      }
    }
  }

  @Test(
    "bash completes commands, options and choices",
    arguments: [
      ("bulletin pre", 1, "preview"), ("bulletin build --fut", 2, "--future"),
      ("bulletin check --format g", 3, "github"),
    ])
  func bash(line: String, place: Int, wanted: String) throws {
    let words = line.split(separator: " ").map { "\"\($0)\"" }.joined(separator: " ")
    let script =
      Completion.bash.script + "COMP_WORDS=(\(words)); COMP_CWORD=\(place); _bulletin; echo \"${COMPREPLY[@]}\"\n"
    let process = Process()
    process.executableURL = URL(filePath: "/bin/bash")
    process.arguments = ["-c", script]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0 && output == wanted + "\n")
  }

  @Test("the manual page has each command and option, and no line that is a command of the formatter by chance")
  func manual() throws {
    let lines = try Project.run("manual").output.split(separator: "\n")
    for command in Command.all { #expect(lines.contains { $0.hasPrefix(".SS bulletin \(command.name)") }) }
    let known: Set<String> = [".TH", ".SH", ".SS", ".B", ".I", ".PP", ".TP"]
    for line in lines where line.hasPrefix(".") || line.hasPrefix("'") {
      #expect(known.contains(String(line.prefix { $0 != " " })), "\(line)")
    }
  }

  @Test("a theme tells what it changes, what it could do without and what it adds")
  func theme() throws {
    let site = try TemporarySite(theme: false)
    func run(_ arguments: String...) throws -> Project.Result {
      try Project.run(["theme", "--site", site.path] + arguments)
    }
    #expect(try run().output == "the site has the program's theme and changes nothing\n")
    #expect(try run("--copy", "person.html", "assets/style.css").status == 0)
    let person = try site.read("Templates/person.html")
    #expect(person == BuiltInTheme.files.first { $0.path == "person.html" }?.bytes.string)
    try site.write("Templates/person.html", person + "One.\nTwo.\n")
    try site.write("Templates/own.html", "")
    #expect(
      try run().output == """
        in the place of the program's:
          person.html: 2 lines differ

        like the program's; they can be deleted:
          assets/style.css

        added:
          own.html

        """)
    let again = try run("--copy", "person.html")
    #expect(again.status == 2 && again.messages.contains("it is there already"))
    #expect(try site.read("Templates/person.html").hasSuffix("Two.\n"))
  }
}
