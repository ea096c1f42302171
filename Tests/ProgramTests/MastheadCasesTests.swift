import Foundation
import TestSupport
import Testing

/// Issues that show one thing each, and all that is printed of them: `Tests/Material/mastheads` has a README of its own.
@Suite("Cases of mastheads")
struct MastheadCasesTests {
  /// An issue and what reading it must give.
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    /// What the issue shows, as a sentence.
    let sentence: String
    /// Issues that are read together with it.
    let others: [String]
    /// The members of the object that is printed and say something, in order.
    let expected: [String]

    var testDescription: String { "\(name): \(sentence)" }
  }

  private static let folder = Project.material + "/mastheads"
  private static let cases: [Case] = names(endingIn: ".json").compactMap(read)

  @Test("what is read of an issue is what its case says, and nothing else", arguments: cases)
  func reading(_ one: Case) throws {
    let files = ([one.name] + one.others).map { $0 + ".md" }
    let result = try Project.run(["inspect", "--format", "json"] + files, in: Self.folder)
    let line = result.output.split(separator: "\n").first.map(String.init) ?? ""
    let found = Self.members(of: line).filter { !$0.hasPrefix("\"file\": ") }
    if Project.isUpdate(of: "mastheads") { return try write(found, as: one) }
    let missing = one.expected.filter { !found.contains($0) }
    let other = found.filter { !one.expected.contains($0) }
    #expect(
      found == one.expected,
      """
      \(one.sentence): but it prints
        \(other.joined(separator: "\n  "))
      instead of
        \(missing.joined(separator: "\n  "))
      """)
    let hasError = found.contains { $0.hasPrefix("\"error\": ") }
    #expect(result.status == (hasError ? 1 : 0), "\(one.sentence): the exit status is \(result.status)")
  }

  @Test("every issue is a case, and every case shows something of its own")
  func wholeness() {
    let issues = Self.names(endingIn: ".md").filter { $0 != "README" }
    #expect(Self.cases.map(\.name) == issues)
    #expect(Self.cases.count >= 24)
    #expect(Set(Self.cases.map(\.sentence)).count == Self.cases.count)
  }

  private static func names(endingIn suffix: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasSuffix(suffix) }.map { String($0.dropLast(suffix.count)) }.sorted()
  }

  private static func read(_ name: String) -> Case? {
    let data = FileManager.default.contents(atPath: "\(folder)/\(name).json") ?? Data()
    guard let object = try? JSONSerialization.jsonObject(with: data) as? [String: Any],
      let sentence = object["case"] as? String
    else { return nil }
    let members = members(of: String(decoding: data, as: UTF8.self))
    return Case(
      name: name, sentence: sentence, others: object["with"] as? [String] ?? [],
      expected: members.filter { !$0.hasPrefix("\"case\": ") && !$0.hasPrefix("\"with\": ") })
  }

  /// The members of a JSON object that say something, as they are written, each with its key. Without those that say
  /// nothing, a new field changes only the cases that have it.
  private static func members(of object: String) -> [String] {
    var members: [String] = []
    var member = ""
    var depth = 0
    var isText = false
    var isEscaped = false
    func end() {
      let whole = member.trimmingCharacters(in: .whitespacesAndNewlines)
      if ![": null", ": false", ": []", ": {}"].contains(where: whole.hasSuffix) { members.append(whole) }
      member = ""
    }
    for scalar in object.unicodeScalars {
      if isText {
        isText = isEscaped || scalar != "\""
        isEscaped = !isEscaped && scalar == "\\"
        member.unicodeScalars.append(scalar)
        continue
      }
      switch scalar {
      case "{", "[":
        depth += 1
        if depth == 1 { continue }
      case "}", "]":
        depth -= 1
        if depth == 0 {
          end()
          continue
        }
      case "," where depth == 1:
        end()
        continue
      case "\"": isText = true
      default: break
      }
      member.unicodeScalars.append(scalar)
    }
    return members
  }

  private func write(_ found: [String], as one: Case) throws {
    func text(_ value: Any) throws -> String {
      let options: JSONSerialization.WritingOptions = [.fragmentsAllowed, .withoutEscapingSlashes]
      return String(decoding: try JSONSerialization.data(withJSONObject: value, options: options), as: UTF8.self)
    }
    var members = ["\"case\": \(try text(one.sentence))"]
    if !one.others.isEmpty { members.append("\"with\": \(try text(one.others))") }
    let lines = (members + found).map { "  " + $0 }.joined(separator: ",\n")
    try Data("{\n\(lines)\n}\n".utf8).write(to: URL(filePath: "\(Self.folder)/\(one.name).json"))
  }
}
