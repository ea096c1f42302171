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

  @Test("what a second document says is not lost without a word; marks with nothing behind them are nothing")
  func documents() throws {
    for text in ["a: 1\n---\nb: 2\n", "# A\n---\na: 1\n...\nb: 2\n", "%YAML 1.2\n--- a\n--- b", "a: |\n  x\n---\nb: 2"]
    {
      let error = #expect(throws: YAMLFailure.self) { try root(text) }
      #expect(error?.mistakes.first?.message == "another document begins here, of which nothing is read")
    }
    for text in [
      "---\na: 1\n---\n", "a: 1\n...\n# the end\n", "# A\n---\na: 1\n", "a: x\n  ---\n", "a: |\n  ---\n  b\n",
    ] {
      #expect(try root(text).members?.count == 1, "\(text)")
    }
  }

  @Test("so many blank lines that reading them would take minutes are a mistake at the first of them")
  func blankLines() throws {
    for (line, most) in [("\n", 200), ("  \n", 200), ("\r\n", 200), ("\t\n", 200), ("\r", 200)] {
      let lines = String(repeating: line, count: most)
      for text in ["a: |\n  b\n\(lines)  c\n", "a: \"b\n\(lines)c\"\n", "a: b\n\(lines)", "\(lines)a: b\n"] {
        #expect((try? root(text)) != nil || line.contains("\t") || line == "\r", "\(text.prefix(20))")
      }
      let text = "a: |\n  b\n\(lines)\(line)  c\n"
      let error = #expect(throws: YAMLFailure.self) { try root(text) }
      #expect(error?.mistakes.first?.message == "more than 200 blank lines stand one behind the other")
      #expect(error?.mistakes.first?.range.lowerBound == 9)
    }
  }

  @Test("only the words of YAML 1.2 are truth values, and only without quotation marks")
  func bools() throws {
    let values = try root("[true, False, TRUE, yes, on, 'true', 1]").elements
    #expect(values?.map(\.bool) == [true, false, true, nil, nil, nil, nil])
    #expect(values?.map(\.text) == ["true", "False", "TRUE", "yes", "on", "true", "1"])
  }

  @Test("numbers are what YAML 1.2 takes for numbers, and only without quotation marks")
  func numbers() throws {
    let whole = try root("[5, -3, +7, 0x1F, 0o17, 07, '5', 5a, 1_000, 0b1, 99999999999999999999]").elements
    #expect(
      whole?.map(\.scalar) == [
        .int(5), .int(-3), .int(7), .int(31), .int(15), .int(7), .text("5"), .text("5a"), .text("1_000"), .text("0b1"),
        .text("99999999999999999999"),
      ])
    let fractions = try root("[1.5, -.5, 2., 1e3, 1.5E-2, ., 1.2.3, e5, 2024-05-01, 1e999, .inf, 0x-1]").elements
    #expect(
      fractions?.map(\.scalar) == [
        .double(1.5), .double(-0.5), .double(2), .double(1000), .double(0.015), .text("."), .text("1.2.3"),
        .text("e5"), .text("2024-05-01"), .text("1e999"), .text(".inf"), .text("0x-1"),
      ])
    // Where a text is wanted, it is as it was written.
    #expect(whole?.map(\.text).prefix(6) == ["5", "-3", "+7", "0x1F", "0o17", "07"])
  }

  @Test("what stands in quotation marks or brackets may go on at the start of a line")
  func lenientIndentation() throws {
    let members = try root("a: \"one\ntwo\"\nb: 'three\n\nfour'\nc: [x,\ny]\nd: e\n").members
    #expect(members?.map(\.value.text) == ["one two", "three\nfour", nil, "e"])
    #expect(members?[2].value.elements?.map(\.text) == ["x", "y"])
    // But one that is never closed is wrong where it is opened.
    guard case .failure(let failure) = YAMLDocument.read(source("a: \"one\nb: \"two\"\n"), 0..<17) else {
      Issue.record("a quotation mark is not closed")
      return
    }
    let error = failure.mistakes.first
    #expect(error?.range.lowerBound == 3 && error?.help == "close the quotation mark that is opened here")
  }

  @Test("a dash alone on its line is an element without a value, and everything else keeps its place")
  func emptyElements() throws {
    let text = "a:\n- x\n-\n- y\n- # none\nb:\n-\n  c: z\n"
    let members = try #require(try root(text).members)
    #expect(members[0].value.elements?.compactMap(\.text) == ["x", "y"])
    #expect(members[0].value.elements?.last?.range == 11..<12)
    #expect(members[1].value.elements?.first?.members?.first?.value.text == "z")
    let block = try #require(try root("a: |\n  keep\n  -\n  more\nb:\n-\n- y\n").members)
    #expect(block[0].value.text == "keep\n-\nmore\n")
  }

  @Test("a key that stands twice is a warning with one value, and an error with two, also further in")
  func repeatedKeys() throws {
    let file = source("a: 1\nb: {c: [x], d: y, c: ['x']}\na: '1'\ne:\n  - f: 1\n    f: 2\n")
    let node = try YAMLDocument.read(file, 0..<file.bytes.count).get()
    #expect(
      node.repeatedKeysAtAnyDepth(in: file).inOrder.map {
        "\($0.kind.name) \($0.location?.line ?? 0):\($0.location?.column ?? 0)"
      } == ["repeated-key 2:19", "repeated-key 3:1", "contradicting-key 6:5"])
  }

  @Test(
    "a mistake comes with what to write instead",
    arguments: [
      ("title: The Mole: a story\n", "put the text into quotation marks: `title: \"The Mole: a story\"`"),
      ("title: The \"old\": mole\n", "put the text into quotation marks: `title: 'The \"old\": mole'`"),
      ("title: \"The \"old\" mole\"\n", "put the text into other quotation marks: `title: 'The \"old\" mole'`"),
      ("title: 'The mole's end'\n", "put the text into other quotation marks: `title: \"The mole's end\"`"),
      ("title: @home\n", "put the text into quotation marks: `title: \"@home\"`"),
      ("tags:\n\t- ice\n", "indent with blanks, not with tabs"),
      ("tags: [ice, snow\nnumber: 3\n", "write `]` where the list ends"),
      ("a: b\nno colon\nc: d\n", "write `key: value`, or indent the line if it goes on with the text above"),
      ("a: \"C:\\dir\"\n", "write `\\\\` for a backslash, or put the text into single quotation marks"),
    ])
  func help(text: String, help: String) {
    guard case .failure(let failure) = YAMLDocument.read(source(text), 0..<text.utf8.count) else {
      Issue.record("this is YAML: \(text)")
      return
    }
    #expect(failure.mistakes.map(\.help) == [help], "\(failure)")
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
    guard case .failure(let failure) = YAMLDocument.read(source(text), 0..<text.utf8.count) else {
      Issue.record("an `@` begins no text")
      return
    }
    #expect(failure.mistakes.map(\.range) == [offset..<offset + 1], "\(failure)")
  }

  @Test("what is no YAML is an error at its place, in words")
  func errors() {
    guard case .failure(let failure) = YAMLDocument.read(source("a: b\nc: [\n"), 0..<10) else {
      Issue.record("an open bracket is no error")
      return
    }
    #expect(failure.mistakes.map(\.message) == ["this bracket is never closed"])
    #expect(failure.mistakes.map(\.range) == [8..<9])
  }

  @Test("what stands for other values, or is nested without end, is refused")
  func bombs() {
    func message(_ text: String) -> String? {
      guard case .failure(let failure) = YAMLDocument.read(source(text), 0..<text.utf8.count) else { return nil }
      return failure.mistakes.first?.message
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
    return YAMLFields(try #require(YAMLFile(source).root), in: source)
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
