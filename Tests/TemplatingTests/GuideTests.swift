import Coding
import Diagnostics
import Foundation
import Templating
import TestSupport
import Testing

/// The code of the guide for Swift programmers, which the guide shows as it stands here.
@Suite("The guide for Swift programmers")
struct GuideTests {
  @Test("templates are compiled once and rendered")
  func compiling() throws {
    let sources = [
      "page.html": "{% extends 'base.html' %}{% block main %}<h1>{{ title }}</h1>{% endblock %}",
      "base.html": "<main>{% block main %}{% endblock %}</main>",
    ].map { name, text in (name: name, source: SourceFile(path: name, bytes: Array(text.utf8))) }
    let (templates, mistakes) = Templates.compile(sources)
    for mistake in mistakes { print(mistake.printed) }

    var page: [UInt8] = []
    try templates.render("page.html", [Symbol("title"): Value("Pike & Co.")], to: &page)
    #expect(String(decoding: page, as: UTF8.self) == "<main><h1>Pike &amp; Co.</h1></main>")
  }

  @Test("values come from JSON or from records; a schema finds misspelt fields")
  func values() throws {
    let context = try Value(json: Array(#"{"issue": {"title": "Łódź", "tags": ["a", "b"]}}"#.utf8))
    #expect(context["issue"]["title"].bytes == Array("Łódź".utf8))
    let issue = Shape("an issue", [.init("title", .scalar, "The title."), .init("number", .scalar, "The number.")])
    let record = Value.record(Record(issue, [Value("Gas"), .int(23)]))
    #expect(record["number"].isTrue)

    let schema = ContextSchema(
      [.init("site", .record(Shape("the site", [.init("title", .scalar, "The title.")])), "The site.")],
      own: [("page.html", [.init("issue", .record(issue), "The issue.")])])
    let wrong = SourceFile(path: "page.html", bytes: Array("{{ issue.titel }}".utf8))
    let found = Templates.compile([(name: "page.html", source: wrong)], schema: schema).1
    #expect(found.first?.message == "`issue` has no attribute `titel`")
    #expect(found.first?.help == ["did you mean `title`?"])
  }

  @Test("a type says what templates read of it")
  func records() throws {
    struct Island: RecordSubject {
      let name: String
      let area: Int
      static let recordType = RecordType<Island>(
        "an island",
        [
          .init("name", .scalar, "The name.") { Value($0.name) },
          .init("area", .scalar, "In square kilometres.") { .int($0.area) },
        ])
    }
    let page = PageTemplate<[Island]>(
      "islands.html",
      [.init("islands", .records(of: Island.self), "The islands.") { .list($0.map(\.record)) }])
    let islands = page.context(of: [Island(name: "Wolin", area: 265), Island(name: "Uznam", area: 445)])
    let source = SourceFile(path: "islands.html", bytes: Array("{{ islands|map(attribute='name')|join(', ') }}".utf8))
    let schema = ContextSchema([], own: [page.declaration])
    var out: [UInt8] = []
    let (templates, mistakes) = Templates.compile([(name: "islands.html", source: source)], schema: schema)
    #expect(mistakes.isEmpty, "\(mistakes.map(\.printed))")
    try templates.render("islands.html", islands, to: &out)
    #expect(String(decoding: out, as: UTF8.self) == "Wolin, Uznam")
  }

  @Test("a filter of one's own has parameters and fails with words of its own")
  func filters() throws {
    var library = Library.standard
    library.add(
      Filter("shout", taking: [Parameter("mark", default: Value("!"))], "The text, louder.") {
        (value, input) throws(Failure) in
        guard let text = value.bytes else { throw Failure("only text can be shouted") }
        let mark = try input.printed(input[0])
        return Value(String(decoding: text, as: UTF8.self).uppercased() + String(decoding: mark, as: UTF8.self))
      })
    let source = SourceFile(path: "a", bytes: Array("{{ 'gas'|shout }} {{ 'gas'|shout(mark='?') }}".utf8))
    var out: [UInt8] = []
    try Templates.compile([(name: "a", source: source)], library: library).0.render("a", [:], to: &out)
    #expect(String(decoding: out, as: UTF8.self) == "GAS! GAS?")
  }

  @Test("a rendering has limits")
  func limits() {
    let limits = Limits(depth: 20, iterations: 10_000, output: 1 << 20, memory: 8 << 20, steps: 1_000_000)
    let endless = SourceFile(path: "a.html", bytes: Array("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}".utf8))
    let (bounded, _) = Templates.compile([(name: "a.html", source: endless)], limits: limits)
    var out: [UInt8] = []
    #expect(throws: Failure.self) { try bounded.render("a.html", [:], to: &out) }
  }

  @Test("the guide shows nothing that is not here")
  func shown() throws {
    let guide = try Project.text("Documentation/templates-in-swift.md")
    let squeezed = { (text: String) in text.filter { !$0.isWhitespace } }
    let source = squeezed(try Project.text("Tests/TemplatingTests/GuideTests.swift"))
    let blocks = guide.components(separatedBy: "```swift\n").dropFirst()
    #expect(blocks.count == 6)
    for block in blocks {
      let code = squeezed(block.components(separatedBy: "```")[0])
      #expect(source.contains(code), "the guide's code is not that of a test: \(code)")
    }
  }
}
