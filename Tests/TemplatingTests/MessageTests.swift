import Diagnostics
import Foundation
import Synchronization
import TestSupport
import Testing
import Text

@testable import Templating

/// Every error in the words and with the carets in which authors see it.
///
/// The cases lie in `Tests/Material/messages.txt`; with `UPDATE_MESSAGES` set, what is printed is written there to be read.
@Suite("The text of messages")
struct MessageTests {
  private struct Case {
    var title: String
    var files: [(name: String, source: String)] = []
    var data = "{}"
    var isStrict = false
    var hasSchema = false
    var isBounded = false
    var isLate = false
    var says = ""
  }

  private static let path = URL(filePath: Project.material + "/messages.txt")

  @Test("every message is printed with its place, a caret and, where one is likely, a suggestion")
  func printed() throws {
    let text = try String(contentsOf: MessageTests.path, encoding: .utf8)
    let cases = read(text)
    #expect(cases.count > 100)
    let isUpdate = Project.isUpdate(of: "messages")
    var written = ""
    for one in cases {
      let says = output(of: one)
      written += write(one, says)
      if !isUpdate { #expect(says == one.says, "\(one.title)") }
    }
    if isUpdate { try Data(written.utf8).write(to: MessageTests.path) }
  }

  @Test("every message that the sources hold is among them")
  func complete() throws {
    let messages = try String(contentsOf: MessageTests.path, encoding: .utf8)
    let sources = Project.folder + "/Sources/Templating"
    var missing: [String] = []
    for file in FileManager.default.enumerator(atPath: sources)?.compactMap({ $0 as? String }) ?? []
    where file.hasSuffix(".swift") {
      let text = try String(contentsOfFile: sources + "/" + file, encoding: .utf8)
      for match in text.matches(of: /(?:TemplateMistake|note|Failure)\(\s*"((?:[^"\\]|\\.)*)"/) {
        // What stands between interpolations is the same each time.
        let fixed = match.1.replacing(/\\\([^()]*(?:\([^()]*(?:\([^()]*\))?[^()]*\)[^()]*)*\)/, with: "\u{0}")
        let longest = fixed.split(separator: "\u{0}").max { $0.count < $1.count } ?? ""
        // What no template brings about, nobody can show.
        if longest.contains("a mistake of the program") { continue }
        if longest.count > 5, !messages.contains(longest) { missing.append("\(file): \(match.1)") }
      }
    }
    #expect(missing.isEmpty, "no case shows these:\n\(missing.joined(separator: "\n"))")
  }

  private func read(_ text: String) -> [Case] {
    var cases: [Case] = []
    var lines: [String] = []
    var target: ((inout Case, String) -> Void)?
    func flush() {
      if let target, !cases.isEmpty { target(&cases[cases.count - 1], lines.joined(separator: "\n")) }
      lines = []
    }
    for line in text.dropLast().components(separatedBy: "\n") {
      if line.hasPrefix("## ") {
        flush()
        cases.append(Case(title: String(line.dropFirst(3))))
        target = { $0.files.append(("t.html", $1)) }
      } else if line.hasPrefix("-- file ") {
        flush()
        let name = String(line.dropFirst(8))
        target = { $0.files.append((name, $1)) }
      } else if line.hasPrefix("-- data ") {
        cases[cases.count - 1].data = String(line.dropFirst(8))
      } else if line == "-- strict" {
        cases[cases.count - 1].isStrict = true
      } else if line == "-- schema" {
        cases[cases.count - 1].hasSchema = true
      } else if line == "-- bounded" {
        cases[cases.count - 1].isBounded = true
      } else if line == "-- late" {
        cases[cases.count - 1].isLate = true
      } else if line == "-- says" {
        flush()
        target = { $0.says = $1 }
      } else {
        lines.append(line)
      }
    }
    flush()
    return cases
  }

  private func write(_ one: Case, _ says: String) -> String {
    var text = "## \(one.title)\n"
    for (index, file) in one.files.enumerated() {
      text += (index > 0 ? "-- file \(file.name)\n" : "") + file.source + "\n"
    }
    if one.data != "{}" { text += "-- data \(one.data)\n" }
    text += (one.isStrict ? "-- strict\n" : "") + (one.hasSchema ? "-- schema\n" : "")
    return text + (one.isBounded ? "-- bounded\n" : "") + (one.isLate ? "-- late\n" : "") + "-- says\n" + says + "\n"
  }

  private static let schema: ContextSchema = {
    let person = Shape("a person", [.init("name", .scalar, ""), .init("url", .scalar, "")])
    let issue = Shape("an issue", [.init("title", .scalar, ""), .init("authors", .list(.record(person)), "")])
    let site = Shape("the site", [.init("title", .scalar, ""), .init("origin", .scalar, "")])
    return ContextSchema(
      [.init("site", .record(site), "")],
      own: [("t.html", [.init("issue", .record(issue), "")]), ("home.html", [.init("issues", .any, "")])])
  }()

  private func output(of one: Case) -> String {
    let sources = one.files.map { (name: $0.name, source: SourceFile(path: $0.name, bytes: Bytes($0.source.utf8))) }
    let (compiled, mistakes) = Templates.compile(
      sources, schema: one.hasSchema ? MessageTests.schema : nil, undefined: one.isStrict ? .strict : .lenient,
      limits: limits(of: one))
    if !mistakes.isEmpty { return mistakes.map(\.printed).joined(separator: "\n") }
    var out = Bytes()
    do throws(Failure) {
      try compiled.render("t.html", (try? Value(json: Bytes(one.data.utf8)))?.variables ?? [:], to: &out)
      return "nothing, and prints \(out.string)\n"
    } catch {
      return error.diagnostic(in: "t.html").printed
    }
  }

  private func limits(of one: Case) -> Limits {
    if one.isLate {
      // Whoever asks the clock twice is late.
      let clock = Mutex(0.0)
      return Limits(
        deadline: Deadline {
          clock.withLock { time in
            time += 60
            return time
          }
        })
    }
    guard one.isBounded else { return Limits() }
    return Limits(depth: 20, iterations: 1_000, output: 1 << 20, memory: 1 << 20, steps: 2_000_000)
  }
}
