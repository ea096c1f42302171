import Coding
import Diagnostics
import Synchronization
import Testing
import Text

@testable import Templating

@Suite("Memory")
struct MemoryTests {
  private static let shape = Shape(
    "a page", [.init("title", .scalar, "The title."), .init("text", .scalar, "The text.")])

  @Test(
    "a rendering lets go of its context, also when macros refer to where they were made",
    arguments: [
      "{{ x.title }}", "{% macro m() %}{{ x.title }}{% endmacro %}{{ m() }}",
      "{% set n = namespace(f=1) %}{% macro m() %}{{ x.title }}{% endmacro %}{% set n.f = m %}{{ n.f() }}",
      "{% import 'm.html' as m with context %}{{ m.show() }}", "{% include 'm.html' %}{{ x.title }}",
      "{% block b scoped %}{% macro m() %}{{ x.title }}{% endmacro %}{{ m() }}{% endblock %}",
    ])
  func letsGo(template: String) throws {
    let sources = [("t.html", template), ("m.html", "{% macro show() %}{{ x.title }}{% endmacro %}")]
    let (templates, mistakes) = Templates.compile(
      sources.map { (name: $0.0, source: SourceFile(path: $0.0, bytes: Bytes($0.1.utf8))) })
    #expect(mistakes.isEmpty)
    weak var held: Record?
    try {
      let record = Record(Self.shape, [Value("A"), .none])
      held = record
      var out = Bytes()
      try templates.render("t.html", [Symbol("x"): .record(record)], to: &out)
      #expect(out.string == "A")
    }()
    #expect(held == nil, "the context is still held")
  }

  @Test("a text that is fetched when it is read is fetched by who prints it, and by nobody else")
  func lazyTexts() throws {
    let (templates, _) = Templates.compile([
      (name: "a", source: SourceFile(path: "a", bytes: Bytes("{{ x.title }}".utf8))),
      (name: "b", source: SourceFile(path: "b", bytes: Bytes("{% set y = x %}{{ x.text }}{{ y['text'] }}".utf8))),
    ])
    let fetched = Mutex(0)
    let lazy = LazyText(token: [1], isMarkup: false) {
      fetched.withLock { $0 += 1 }
      return Bytes("lazy".utf8)
    }
    let record = Record(Self.shape, [Value("A"), .none], lazy: (Symbol("text"), lazy))
    var out = Bytes()
    try templates.render("a", [Symbol("x"): .record(record)], to: &out)
    #expect(out.string == "A" && fetched.withLock { $0 } == 0)
    try templates.render("b", [Symbol("x"): .record(record)], to: &out)
    #expect(out.string == "Alazylazy")
    let other = Record(
      Self.shape, [Value("A"), .none],
      lazy: (Symbol("text"), LazyText(token: [2], isMarkup: false) { Bytes("lazy".utf8) }))
    let same = Record(
      Self.shape, [Value("A"), .none],
      lazy: (Symbol("text"), LazyText(token: [1], isMarkup: false) { Bytes("no".utf8) }))
    func fingerprint(_ record: Record) -> Bytes {
      var writer = BinaryWriter()
      Value.record(record).encode(to: &writer)
      return writer.bytes
    }
    #expect(fingerprint(record) == fingerprint(same) && fingerprint(record) != fingerprint(other))
  }
}
