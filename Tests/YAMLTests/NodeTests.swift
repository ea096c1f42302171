import Diagnostics
import Testing
import Text
import YAML

@Suite("YAML")
struct NodeTests {
  private func source(_ text: String) -> SourceFile { SourceFile(path: "a.yaml", bytes: Bytes(text.utf8)) }

  private func root(_ text: String) throws -> YAMLNode {
    try YAMLDocument.read(source(text), 0..<text.utf8.count).get()
  }

  @Test("values are told apart as YAML 1.2 tells them", arguments: ["", "~", "null", "Null", "NULL"])
  func nulls(text: String) throws {
    let node = try #require(try root("a: \(text)\n").members?.first?.value)
    #expect(node.isNull && node.text == nil && node.bool == nil && node.description == "nothing")
    let quoted = try #require(try root("a: '\(text)'\n").members?.first?.value)
    #expect(!quoted.isNull && quoted.text == text)
  }

  @Test("only the words of YAML 1.2 are truth values, and only without quotation marks")
  func bools() throws {
    let values = try root("[true, False, TRUE, yes, on, 'true', 1]").elements
    #expect(values?.map(\.bool) == [true, false, true, nil, nil, nil, nil])
    #expect(values?.map(\.text) == ["true", "False", "TRUE", "yes", "on", "true", "1"])
  }

  @Test("each value has its place in the file, in bytes, also behind letters of several bytes and in a part of a file")
  func places() throws {
    let text = "---\nłódź: [ą, \"ć d\"]\nb: >\n  x\n---\n"
    let node = try YAMLDocument.read(source(text), 4..<text.utf8.count - 4).get()
    let bytes = Array(text.utf8)
    let members = try #require(node.members)
    func written(_ node: YAMLNode) -> String { Bytes(bytes[node.range]).string }
    #expect(members.map { written($0.key) } == ["łódź", "b"])
    #expect(members[0].value.elements.map { $0.map(written) } == ["ą", "ć d"])
    #expect(node.range.lowerBound == 4)
  }

  @Test(
    "places are right behind a byte-order mark, and where lines end as they did on old machines",
    arguments: [("a: b\rc: dd\r", "dd", 8..<10), ("\u{FEFF}a: b", "b", 6..<7), ("ą: ą\r\nc: dd", "dd", 11..<13)])
  func unusualPlaces(text: String, last: String, range: Range<Int>) throws {
    #expect(try root(text).members?.last?.value.range == range, "of \(last)")
  }

  @Test(
    "an error has its place there, too", arguments: [("a: b\rc: @x\r", 8), ("\u{FEFF}a: @x", 6), ("ą: ą\nc: @x\n", 10)])
  func unusualErrors(text: String, offset: Int) {
    guard case .failure(let error) = YAMLDocument.read(source(text), 0..<text.utf8.count) else {
      Issue.record("an `@` begins no text")
      return
    }
    #expect(error.range == offset..<offset + 1, "\(error)")
  }

  @Test("what is no YAML is an error at its place, in words")
  func errors() {
    guard case .failure(let error) = YAMLDocument.read(source("a: b\nc: [\n"), 0..<10) else {
      Issue.record("an open bracket is no error")
      return
    }
    #expect(!error.message.isEmpty && error.range.lowerBound >= 8)
  }

  @Test("what stands for other values, or is nested without end, is refused")
  func bombs() {
    func message(_ text: String) -> String? {
      guard case .failure(let error) = YAMLDocument.read(source(text), 0..<text.utf8.count) else { return nil }
      return error.message
    }
    #expect(message("a: &x 1\nb: *x\n")?.contains("write the value out") == true)
    func nested(_ depth: Int) -> String {
      String(repeating: "[", count: depth) + "1" + String(repeating: "]", count: depth)
    }
    #expect(message(nested(60)) == nil && message(nested(70)) != nil)
  }

  @Test("a document without content is a mapping without members")
  func nothing() throws { #expect(try root("# only a comment\n").members?.isEmpty == true) }
}

@Suite("Fields of settings")
struct FieldTests {
  private func fields(_ text: String) throws -> YAMLFields {
    let source = SourceFile(path: "site.yaml", bytes: Bytes(text.utf8))
    return YAMLFields(try YAMLFields.root(of: source).get(), in: source)
  }

  @Test("fields are read by their types, white space made plain")
  func types() throws {
    var fields = try fields("t: '  a  b '\nn: 7\nb: true\nl: [x, ' y ']\no: one\nm: {en: A, pl: Ą}\nx:\n")
    #expect(fields.text("t") == "a b" && fields.int("n", in: 1...7) == 7 && fields.bool("b") == true)
    #expect(fields.texts("l") == ["x", "y"] && fields.texts("o") == ["one"])
    #expect(fields.textPerLanguage("m") == ["en": "A", "pl": "Ą"] && fields.text("x") == nil)
    #expect(fields.finish().isEmpty)
  }

  @Test("a value of another type is an error at the value, and a key that nothing asked for at the key")
  func mistakes() throws {
    var fields = try fields("t: [a]\nn: 8\nb: yes\nl: {a: b}\ntitel: x\n")
    _ = (fields.text("t"), fields.int("n", in: 1...7), fields.bool("b"), fields.texts("l"), fields.text("title"))
    let found = fields.finish()
    #expect(
      found.map { "\($0.location?.line ?? 0):\($0.location?.column ?? 0) \($0.message)" } == [
        "1:5 `t` must be a text, not a list", "2:4 `n` must be a whole number from 1 to 7",
        "3:4 `b` must be `true` or `false`", "4:5 `l` must be a list of texts", "5:1 the key `titel` is not known here",
      ], "\(found.map(\.printed))")
    #expect(found.last?.help == ["did you mean `title`?"])
  }

  @Test("what is required and missing is one error that says how to mend it")
  func required() throws {
    var fields = try fields("a: b\n")
    _ = fields.text("a")
    #expect(fields.requiredText("title", help: "write `title: …`") == nil)
    let found = fields.finish()
    #expect(found.map(\.kind.name) == ["missing-setting"] && found.first?.help == ["write `title: …`"])
  }

  @Test("a file that is no mapping is an error")
  func noMapping() throws {
    var fields = try fields("- a\n")
    #expect(fields.finish().map(\.message) == ["`key: value` lines are expected here, not a list"])
  }
}
