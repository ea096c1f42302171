import Diagnostics
import Testing
import Text

@testable import YAML

@Suite("What is wrong in YAML, all of it")
struct RecoveryTests {
  private func failure(_ text: String) -> YAMLFailure? {
    let source = SourceFile(path: "a.yaml", bytes: Bytes(text.utf8))
    guard case .failure(let failure) = YAMLDocument.read(source, 0..<text.utf8.count) else { return nil }
    return failure
  }

  /// What is said of a text, each with what it points at.
  private func said(_ text: String) -> [String] {
    failure(text)?.mistakes.map { mistake in
      "\(mistake.message): \(Array(Bytes(text.utf8)[mistake.range]).string) → \(mistake.help ?? "")"
    } ?? []
  }

  @Test(
    "an editor's slip is said in an editor's words, at its own place",
    arguments: [
      (
        "a: b\n\tc: d\n",
        "a tab stands at the start of the line: \t → indent with blanks, not with tabs"
      ),
      ("place:Kiel\nc: d\n", "without a blank behind its colon, this is no key: place: → write `place: Kiel`"),
      ("place = Kiel\nc: d\n", "an equals sign stands in the place of a colon: = → write `place: Kiel`"),
      (
        "a: b\nplace Kiel\nc: d\n",
        "this line has no key: place Kiel → write `place: Kiel`, or indent the line if it goes on with the text above"
      ),
      (
        "a: b\n  c: d\n", "this key is indented otherwise than the one above: c → begin it at the margin"
      ),
      (
        "- a: b\n   c: d\n",
        "this key is indented otherwise than the one above: c → begin it where the key above begins"
      ),
      ("a: b\n- c: d\n", "a dash stands before this key: - c → take the dash away"),
      ("a: |\nb c\n", "the text below `|` is not indented: b c → put two blanks before each of its lines"),
      (
        "a: > b\n",
        "behind `|` and `>`, the text begins on the next line: > b → write it on the lines below, with two blanks before each, or put it into quotation marks"
      ),
      ("a: [b, c\nd: e\n", "this bracket is never closed: [ → write `]` where the list ends"),
      ("a: {b: c\nd: e\n", "this bracket is never closed: { → write `}` where the list ends"),
      ("a: [b]]\n", "this bracket was never opened: ] → take it away, or open it before the list"),
      ("a: \"b\nc: d\n", "this quotation mark is never closed: \" → close the quotation mark that is opened here"),
      (
        "a: 'b's c'\n",
        "the quotation marks end before this, and the text goes on: s → put the text into other quotation marks: `a: \"b's c\"`"
      ),
      (
        "a: b: c\n",
        "a text with a colon and a blank behind it stands without quotation marks: : → put the text into quotation marks: `a: \"b: c\"`"
      ),
      (
        "a: “b: c”\n",
        "a text with a colon and a blank behind it stands without quotation marks: : → put the text into quotation marks: `a: \"b: c\"`"
      ),
      (
        "a: 5% \"b: c\"\n",
        "a text with a colon and a blank behind it stands without quotation marks: : → put the text into quotation marks: `a: '5% \"b: c\"'`"
      ),
      (
        "a: %b\n",
        "a text that begins with “%” stands without quotation marks: % → put the text into quotation marks: `a: \"%b\"`"
      ),
      (
        "a: [b] c\n",
        "the brackets end before this, and the text goes on: c → put the text into quotation marks: `a: \"[b] c\"`"
      ),
      (
        "a: - b\n- c\n",
        "a list begins on the line of its key: - → write each element on a line of its own below the key"
      ),
    ])
  func slip(text: String, message: String) { #expect(said(text) == [message]) }

  @Test("all of several slips are said at once, and what can be read is there for whoever looks on")
  func several() throws {
    let text =
      "title: Salt: a History\ndate: 2021-02-03\ntags: [ice, salt\nnote:\tx: y\nname 'Bay'\n\tkey: z\nlast: 1\n"
    #expect(
      failure(text)?.mistakes.map { SourceFile(path: "a", bytes: Bytes(text.utf8)).location($0.range).line }
        == [1, 3, 4, 5, 6])
    let rest = try #require(failure(text)?.rest?.members)
    #expect(rest.map(\.key.text) == ["title", "date", "tags", "note", "last"])
    #expect(rest.first { $0.key.text == "date" }?.value.text == "2021-02-03")
    #expect(
      failure(text)?.isUnread(rest[0].value.range) == true && failure(text)?.isUnread(rest[1].value.range) == false)
  }

  @Test(
    "what a mend writes is read as what was meant",
    arguments: [
      ("title: Salt: a History", "Salt: a History"), ("title: “Salt: a History”", "Salt: a History"),
      ("title:Salt\nx: y", "Salt"), ("title = Salt\nx: y", "Salt"), ("title: @Salt", "@Salt"),
      ("title: 'It's'", "It's"), ("title: a \\ \"b\": c", "a \\ \"b\": c"),
      ("title: \"Tides\" and \"Ebb\"", "\"Tides\" and \"Ebb\""),
      ("title: \"He said \"yes\" to me\"", "He said \"yes\" to me"),
    ])
  func mends(text: String, meant: String) throws {
    let mend = try #require(failure(text)?.mistakes.first?.mend)
    #expect(mend.isSafe && root(mended(text, mend))?.members?.first?.value.text == meant)
  }

  @Test("in a list in brackets, the element alone is put into quotation marks")
  func element() throws {
    let text = "tags: [@ice, salt]\n"
    let mend = try #require(failure(text)?.mistakes.first?.mend)
    #expect(mended(text, mend) == "tags: [\"@ice\", salt]\n")
    #expect(failure(text)?.mistakes.first?.help == "put the text into quotation marks: `\"@ice\"`")
  }

  @Test(
    "where a note stands behind a text, or the text goes on below, no program puts it into quotation marks by itself")
  func unsure() {
    #expect(failure("title: Salt: a History # my note\n")?.mistakes.first?.mend?.isSafe == false)
    let below = failure("title: Salt: a\n  History\n")?.mistakes
    #expect(below?.isEmpty == false && below?.contains { $0.mend?.isSafe == true } == false)
  }

  private func mended(_ text: String, _ mend: Mend) -> String {
    var bytes = Bytes(text.utf8)
    for edit in mend.edits { bytes.replaceSubrange(edit.range, with: edit.replacement) }
    return bytes.string
  }

  private func root(_ text: String) -> YAMLNode? {
    let source = SourceFile(path: "a.yaml", bytes: Bytes(text.utf8))
    guard case .success(let root) = YAMLDocument.read(source, 0..<text.utf8.count) else { return nil }
    return root
  }

  @Test("of a mistake that nobody knows, nothing else is said; and a file of mistakes ends")
  func unknown() {
    #expect(failure("a: b\n? ]\nc: d: e\n")?.mistakes.count == 1)
    let many = (1...100).map { "key\($0): a: b\n" }.joined()
    #expect(failure(many)?.mistakes.count == 20)
  }
}
