import Testing
import Text

@testable import Site

/// How texts are broken into lines for drawings, and the outlines of their letters.
@Suite("Type that is drawn")
struct TypesetTests {
  private func lines(_ text: String, _ width: Int, most: Int? = nil) -> [String] {
    let breaking = LineBreaking(face: .regular, width: width)
    return most.map { breaking.lines(of: text, most: $0) } ?? breaking.lines(of: text)
  }

  private func width(_ text: String) -> Int { TypeFace.regular.width(of: text.unicodeScalars) }

  @Test("no line is wider than it may be, no word is lost, and the lines are alike")
  func lines() {
    let title = "Who owns the sea floor, and who asks the people that live from what lies on it"
    for size in stride(from: 6_000, to: 40_000, by: 1_700) {
      let lines = lines(title, size)
      #expect(lines.joined(separator: " ") == title, "\(size)")
      #expect(lines.allSatisfy { width($0) <= size }, "\(size)")
    }
    #expect(lines("The price of grain", 6_000) == ["The price", "of grain"], "the first line took all it could")
    #expect(lines("A title", 90_000) == ["A title"] && lines("", 500).isEmpty && lines("  \n ", 500).isEmpty)
    #expect(lines("No.\u{A0}4 of it", width("No.\u{A0}4 ")) == ["No.\u{A0}4", "of it"], "a short word left the next")
  }

  @Test("what has no room is cut, and an ellipsis says so")
  func cut() {
    #expect(lines("One, two, three, four, five", width("One, two, thr"), most: 1) == ["One, two…"])
    #expect(lines("One two", 90_000, most: 1) == ["One two"])
    let word = String(repeating: "m", count: 40)
    let parts = lines(word, width("mmmmmmm"))
    #expect(parts.joined() == word && parts.allSatisfy { width($0) <= width("mmmmmmm") })
    // Not even one letter has room.
    #expect(lines("mm", 10) == ["m", "m"])
    #expect(
      lines("e\u{301}e\u{301}e\u{301}e\u{301}", 1_100).allSatisfy { !$0.unicodeScalars.starts(with: ["\u{301}"]) })
  }

  @Test("lines of scripts without blanks break between letters, but not before a full stop")
  func eastAsia() {
    let lines = lines("入江の潮汐表。港の歴史", 6_000)
    #expect(lines.joined() == "入江の潮汐表。港の歴史" && lines.count == 2)
    #expect(!lines[1].hasPrefix("。") && lines.allSatisfy { width($0) <= 6_000 })
    #expect(self.lines("これは「重要」です", 4_000).allSatisfy { !$0.hasSuffix("「") })
  }

  @Test("the outline of a text has each of its letters, and there is none where the type lacks one")
  func outlines() throws {
    let one = try #require(TypeFace.regular.outline(of: "l".unicodeScalars))
    #expect(one.starts(with: "M0 0m".utf8) && one.last == UInt8(ascii: "z"))
    let two = try #require(TypeFace.regular.outline(of: "l l".unicodeScalars)).string
    #expect(two.components(separatedBy: "M").count == 3 && two.contains("M\(width("l ")) 0m"))
    #expect(TypeFace.bold.outline(of: "Zażółć gęślą jaźń – Кириллица “№ 4”".unicodeScalars) != nil)
    #expect(
      TypeFace.regular.outline(of: "港".unicodeScalars) == nil && width("港") == 1_000 && width("e\u{301}") == width("e"))
    #expect(TypeFace.bold.width(of: "Grain".unicodeScalars) > width("Grain"))
  }
}
