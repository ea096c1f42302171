import Diagnostics
import Foundation
import Publishing
import TestSupport
import Testing

/// A site that shows a kind of finding, or something that looks like it and is none.
///
/// The cases of a kind are `Tests/Material/kinds/KIND.txt`, whose form the README there tells.
struct KindCase {
  /// Whether the kind is found in it.
  let isFound: Bool
  /// What is printed.
  let says: String
  /// The program without which it can't be found.
  private(set) var needed: String?
  private var files: [String: String] = ["Content/site.yaml": settings]
  private var steps: [Step] = []
  /// What the web answers, where it is asked: a status, and where it leads on.
  private var web: [String: (status: Int, location: String?)]?

  private enum Step {
    case build(verifies: Bool)
    case render(template: String, data: String)
    /// Overwrites the beginning of a published file, and leaves its size and its time as they are.
    case damage(path: String, text: String)
  }

  private static let settings = "title: Tidewater Letters\nbase_url: https://letters.example.org/\n"

  struct Unreadable: Error, CustomStringConvertible {
    let description: String
  }

  /// The cases of a kind.
  static func all(of kind: String) throws -> [KindCase] {
    let text = try Project.text("Tests/Material/kinds/\(kind).txt")
    return try text.components(separatedBy: "\n@ ").dropFirst().map { written in
      let parts = written.components(separatedBy: "\n@@ ")
      return try KindCase(parts[0], parts.dropFirst().map(Part.init), kind)
    }
  }

  /// What a finding of a kind looks like; `nil` for one that no site brings about.
  static func example(of kind: String) throws -> String? { try all(of: kind).first { $0.isFound }?.says }

  /// A directive and the lines below it.
  struct Part {
    let words: [String]
    let body: String

    init(_ written: String) {
      let lines = written.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
      words = lines[0].split(separator: " ").map(String.init)
      let text = lines.count > 1 ? String(lines[1]) : ""
      body = (text.hasSuffix("\n") ? String(text.dropLast()) : text).withMarksRead
    }
  }

  private init(_ head: String, _ parts: [Part], _ kind: String) throws {
    guard ["found", "not found"].contains(head) else { throw Unreadable(description: "\(kind): what is “\(head)”?") }
    isFound = head == "found"
    says = parts.first { $0.words == ["says"] }.map { $0.body + "\n" } ?? ""
    let series = parts.first { $0.words.first == "series" }?.words.dropFirst().joined(separator: " ")
    for issue in SampleIssue.series(series ?? "2021 1-1") { files[issue.path] = issue.text }
    for part in parts { try add(part, kind) }
  }

  private mutating func add(_ part: Part, _ kind: String) throws {
    let rest = part.words.dropFirst().joined(separator: " ")
    switch part.words.first {
    case "says", "series": break
    case "needs": needed = rest
    case "text": files[SampleIssue.first.path] = SampleIssue.first.text(saying: part.body)
    case "settings": files["Content/site.yaml"] = Self.settings + part.body + "\n"
    case "without":
      guard files.removeValue(forKey: rest) != nil else { throw Unreadable(description: "\(kind): no \(rest)") }
    case "change":
      for line in part.body.split(separator: "\n") {
        let sides = "\(line) ".components(separatedBy: " => ").map { $0.replacing("§", with: "\n") }
        guard sides.count == 2, let text = files[rest], text.contains(sides[0]) else {
          throw Unreadable(description: "\(kind): nothing to change: \(line)")
        }
        files[rest] = text.replacing(sides[0], with: String(sides[1].dropLast()))
      }
    case "web":
      web = [:]
      for line in part.body.split(separator: "\n") {
        let words = line.split(separator: " ").map(String.init)
        web?[words[0]] = (Int(words[1]) ?? 0, words.count > 2 ? words[2] : nil)
      }
    case "build": steps.append(.build(verifies: rest == "verified"))
    case "render": steps.append(.render(template: part.words[1], data: part.words[2]))
    case "damage": steps.append(.damage(path: rest, text: part.body))
    default: files[part.words.joined(separator: " ")] = part.body + "\n"
    }
  }

  /// What the program prints, and the kinds of what it found.
  func run() throws -> (says: String, kinds: [String]) {
    let site = try TemporarySite(theme: false)
    for (path, text) in files { try site.write(path, text.bytesRead) }
    var findings: [Diagnostic] = []
    for step in steps {
      switch step {
      case .build(let verifies):
        var options = BuildOptions(site: site.path)
        options.verifies = verifies
        findings = try Build.run(options).diagnostics
      case .render(let template, let data):
        let result = try Project.run(
          ["render", template, "--templates", ".", "--data", data], in: site.path)
        let kinds = result.messages.split(separator: "\n").filter { $0.hasSuffix("]") }
        let says = result.messages.trimmingCharacters(in: .newlines) + "\n"
        return (says, kinds.compactMap { $0.dropLast().split(separator: "[").last.map(String.init) })
      case .damage(let path, let text): try damage(site.path + "/" + path, text)
      }
    }
    if steps.isEmpty { findings = try Check.run(BuildOptions(site: site.path)).findings }
    if let web {
      let manners = WebManners(speaking: { web[$0] ?? (200, nil) })
      findings += try ExternalCheck.findings(BuildOptions(site: site.path), manners)
    }
    return (findings.map(\.printed).joined(separator: "\n"), findings.map(\.kind.name))
  }

  private func damage(_ path: String, _ text: String) throws {
    var info = stat()
    try #require(unsafe stat(path, &info) == 0)
    let handle = try #require(FileHandle(forUpdatingAtPath: path))
    try handle.write(contentsOf: Data(text.utf8))
    try handle.close()
    try #require(unsafe utimensat(AT_FDCWD, path, [info.st_atim, info.st_mtim], 0) == 0)
  }
}

extension String {
  /// The text with what `⟨3 times x⟩` stands for.
  fileprivate var withMarksRead: String {
    components(separatedBy: "⟨").enumerated().map { index, part in
      guard index > 0, let end = part.firstIndex(of: "⟩"), let times = part[..<end].range(of: " times "),
        let count = Int(part[..<times.lowerBound])
      else { return index > 0 ? "⟨" + part : part }
      return String(repeating: String(part[times.upperBound..<end]), count: count) + part[part.index(after: end)...]
    }.joined()
  }

  /// The bytes of the text, with those that `⟨byte E4⟩` stands for; `⟨no line ending⟩` takes the one behind it away.
  fileprivate var bytesRead: Data {
    var data = Data()
    for (index, part) in replacing("⟨no line ending⟩\n", with: "").components(separatedBy: "⟨byte ").enumerated() {
      guard index > 0 else {
        data += Data(part.utf8)
        continue
      }
      if let byte = UInt8(part.prefix(2), radix: 16) { data.append(byte) }
      data += Data(part.dropFirst(3).utf8)
    }
    return data
  }
}
