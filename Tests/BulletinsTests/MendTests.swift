import Diagnostics
import Foundation
import TestSupport
import Testing
import Text

@testable import Bulletins

/// What is mended without looking, as `Tests/Material/mends.txt` has it.
@Suite("Mends")
struct MendTests {
  struct Case: CustomTestStringConvertible {
    let testDescription: String
    let text: String
    /// The text as it must become; the same where nothing is safe to mend.
    let mended: String

    init?(_ written: String) {
      let lines = written.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
      guard lines.count == 2 else { return nil }
      testDescription = String(lines[0])
      let parts = lines[1].components(separatedBy: "\n=>\n").map(Case.unescaped)
      text = parts[0]
      mended = parts.count > 1 && !parts[1].isEmpty ? parts[1] : parts[0]
    }

    private static func unescaped(_ text: String) -> String {
      var parts = text.trimmingCharacters(in: .newlines).components(separatedBy: "\\x")
      for index in parts.indices.dropFirst() {
        let code = UInt32(parts[index].prefix(2), radix: 16).flatMap(Unicode.Scalar.init)
        parts[index] = (code.map { String($0) } ?? "") + parts[index].dropFirst(2)
      }
      return parts.joined()
    }
  }

  static let cases: [Case] = {
    let text = (try? Project.text("Tests/Material/mends.txt")) ?? ""
    return text.components(separatedBy: "\n== ").dropFirst().compactMap { Case($0) }
  }()

  private static let head = "---\ntitle: X\ndate: 2020-01-01\n---\n\n"

  private func mended(_ source: SourceFile) -> SourceFile {
    var options = ReadingOptions()
    options.looksAtStyle = true
    let found = Issue.read(source, options: options).diagnostics
    let text = MendedText(source, mending: found.filter { $0.mend?.isSafe ?? false })
    return SourceFile(path: source.path, bytes: text.bytes)
  }

  @Test("a text becomes what its case says, and then there is nothing left to mend", arguments: cases)
  func mends(_ one: Case) {
    #expect(Self.cases.count > 15)
    let once = mended(SourceFile(path: "x.md", bytes: Bytes((Self.head + one.text + "\n").utf8)))
    #expect(once.bytes.string == Self.head + one.mended + "\n")
    #expect(mended(once).bytes.string == once.bytes.string)
  }

  @Test(
    "straight quotation marks become those of the language, for somebody to agree to, where each shows what it is",
    arguments: [
      ("It is “old”. A \"ditch\" (\"new\"), he said.", "It is “old”. A “ditch” (“new”), he said."),
      ("It is “old”. A 5\" pipe and a \"ditch\".", nil), ("It is “old”. A \"ditch.", nil),
      ("It is “old”. See [a](x.md \"Map\").", nil), ("It is “old”. Say \"`x`\" to it.", nil),
    ])
  func straightQuotes(text: String, mended: String?) {
    let source = SourceFile(path: "x.md", bytes: Bytes((Self.head + text + "\n").utf8))
    var options = ReadingOptions()
    options.looksAtStyle = true
    let found = Issue.read(source, options: options).diagnostics.filter { $0.kind.name == "straight-quotes" }
    let mends = found.compactMap(\.mend)
    #expect(mends.allSatisfy { !$0.isSafe })
    #expect(
      mends.isEmpty
        ? mended == nil : MendedText(source, mending: found).bytes.string == Self.head + (mended ?? text) + "\n")
  }

  @Test("line ends and the byte-order mark stay as they are", arguments: cases)
  func lineEnds(_ one: Case) {
    func windows(_ text: String) -> Bytes {
      [0xEF, 0xBB, 0xBF] + Bytes((Self.head + text + "\n").replacing("\n", with: "\r\n").utf8)
    }
    let found = mended(SourceFile(path: "x.md", bytes: windows(one.text))).bytes
    #expect(found.string == windows(one.mended).string)
  }

  @Test("a guess is no safe mend, and has the bytes that it would change")
  func guesses() throws {
    let found = read("---\ntitle: X\ndate: 2020-01-01\nabstrac: Short.\n---\n\nText.\n").diagnostics
    let mend = try #require(found.first { $0.kind == .unknownKey }?.mend)
    #expect(!mend.isSafe && mend.edits.map(\.original) == [Bytes("abstrac".utf8)])
    #expect(mend.edits.map(\.replacement) == [Bytes("abstract".utf8)])
  }
}
