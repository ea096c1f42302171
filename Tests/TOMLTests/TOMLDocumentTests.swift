import Diagnostics
import TOML
import Testing
import Text

@Suite("TOML")
struct TOMLDocumentTests {
  private func read(_ text: String) -> Result<TOMLNode, TOMLError> {
    TOMLDocument.read(SourceFile(path: "a.md", bytes: Bytes(text.utf8)), 0..<text.utf8.count)
  }

  private func members(_ text: String) throws -> [TOMLNode.Member] {
    guard case .table(let members) = try read(text).get().content else { return [] }
    return members
  }

  @Test("values have their types, and keys the order of the file")
  func types() throws {
    let text =
      "s = \"a\\tb\"\nl = 'c\\d'\ni = 1_000\nh = 0x1F\nf = 0.5\nb = true\nd = 2019-03-22\na = [1, \"x\"]\nq = {z = 1, y = 2}\n"
    let found = try members(text).map { "\($0.key) \(told($0.value))" }
    #expect(
      found == [
        "s text a\tb", "l text c\\d", "i 1000", "h 31", "f 0.5", "b true", "d date 2019-03-22", "a [1, text x]",
        "q {z: 1, y: 2}",
      ])
  }

  private func told(_ node: TOMLNode) -> String {
    switch node.content {
    case .string(let text): "text \(text)"
    case .integer(let number): "\(number)"
    case .float(let number): "\(number)"
    case .boolean(let value): "\(value)"
    case .date: "date \(node.written)"
    case .array(let elements): "[\(elements.map(told).joined(separator: ", "))]"
    case .table(let members): "{\(members.map { "\($0.key): \(told($0.value))" }.joined(separator: ", "))}"
    }
  }

  @Test("tables and arrays of tables are what is written below their headings")
  func tables() throws {
    let text = "[taxonomies]\ntags = [\"ice\"]\n[[authors]]\nname = \"A\"\n[[authors]]\nname = \"B\"\n[a.b]\nc = 1\n"
    #expect(
      try members(text).map { "\($0.key) \(told($0.value))" } == [
        "taxonomies {tags: [text ice]}", "authors [{name: text A}, {name: text B}]", "a {b: {c: 1}}",
      ])
  }

  @Test("each value and key has its place, in bytes, also behind letters of several bytes and in a part of a file")
  func places() throws {
    let text = "+++\n\"łódź\" = \"ść x\" # ł\nb = ['ł', 17] \r\nm = \"\"\"\nżó\"\"\"\n+++\n"
    let source = SourceFile(path: "a.md", bytes: Bytes(text.utf8))
    guard case .table(let members) = try TOMLDocument.read(source, 4..<text.utf8.count - 4).get().content else {
      return
    }
    func written(_ range: Range<Int>) -> String { Bytes(source.bytes[range]).string }
    #expect(members.map { written($0.keyRange) } == ["\"łódź\"", "b", "m"])
    #expect(members.map { written($0.value.range) } == ["ść x", "['ł', 17]", "\nżó"])
    guard case .array(let elements) = members[1].value.content else { return }
    #expect(elements.map { written($0.range) } == ["ł", "17"])
  }

  @Test(
    "what is no TOML is an error at its place, with what to write instead",
    arguments: [
      ("x = 1\nx = 2\n", 10, nil), ("title = The Mole\n", 8, "texts stand in quotation marks: `title = \"The Mole\"`"),
      (
        "authors = [Ada Byron, Bo]\n", 11,
        "texts stand in quotation marks, also in lists: `authors = [\"Ada Byron\", \"Bo\"]`"
      ),
      ("title = Low \"ice\"\n", 8, "texts stand in quotation marks: `title = 'Low \"ice\"'`"),
      ("title: Mole\n", 5, "write `key = value`; what is written `key: value` stands between two `---` lines"),
      ("a = \"x\nb = 1\n", 4, nil), ("a = 2019-02-30\n", 4, nil), ("a = [1,\n", 4, nil), ("a", 0, nil),
    ] as [(String, Int, String?)])
  func errors(text: String, offset: Int, help: String?) {
    guard case .failure(let error) = read(text) else {
      Issue.record("this is TOML: \(text)")
      return
    }
    #expect(error.range.lowerBound == offset && error.help == help, "\(error)")
    #expect(!error.message.isEmpty && !error.message.hasPrefix("Error"))
  }

  @Test("tables in each other without end are refused, and text with many full stops is not")
  func depth() throws {
    #expect(throws: TOMLError.self) { try read("a" + String(repeating: ".a", count: 200_000) + " = 1\n").get() }
    #expect(throws: TOMLError.self) { try read("a" + String(repeating: " . \"a\"", count: 200) + " = 1\n").get() }
    #expect(throws: TOMLError.self) { try read("a = " + String(repeating: "[", count: 100_000)).get() }
    #expect(throws: TOMLError.self) { try read(String(repeating: "a = {", count: 100_000)).get() }
    #expect(try members("a.b.c.d.e = 1\n").count == 1)
    let text = String(repeating: "One word. Another. ", count: 100) + String(repeating: ".", count: 100)
    #expect(try told(members("s = '\(text)'\n")[0].value) == "text \(text)")
  }

  @Test("a document without content is a table without members")
  func nothing() throws { #expect(try members("# only a comment\n").isEmpty) }
}
