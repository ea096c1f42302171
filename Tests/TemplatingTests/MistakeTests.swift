import Diagnostics
import Foundation
import Testing
import Text

@testable import Templating

@Suite("Mistakes in templates")
struct MistakeTests {
  @Test(
    "each kind of mistake has words of its own",
    arguments: [
      ("{% fro x in y %}{% endfro %}", "there is no tag `fro`"), ("{% if x %}", "this `if` is never closed"),
      ("{{ x is defned }}", "there is no test `defned`"), ("{{ x", "this tag is never closed with `}}`"),
      ("{# x", "this comment is never closed with `#}`"), ("{{ 'abc }}", "this text is never closed"),
      ("{% raw %}x", "this `raw` is never closed"), ("{{ 1 + }}", "a value is expected before the end of the tag"),
      ("{% endif %}", "`endif` ends nothing here"), ("{% include 'no.html' %}", "there is no template `no.html`"),
      ("{% extends 't.html' %}", "the template extends itself"),
      ("{{ x | join(1, 2, 3) }}", "`join` takes at most 2 arguments"),
      ("{{ x | sort(attr='a') }}", "`sort` has no parameter `attr`"),
      ("{{ 3 is divisibleby }}", "`divisibleby` needs the argument `num`"),
      ("{% set true = 1 %}", "`true` is a word of the language"),
      ("{% block a %}{% endblock %}{% block a %}{% endblock %}", "there are two blocks `a`"),
      ("{% break %}", "this stands in no loop"),
      ("{% for x in y %}{{ loop.idx }}{% endfor %}", "`loop` has no attribute `idx`"),
      ("{% macro m(a, a) %}{% endmacro %}", "there are two parameters `a`"),
      ("{{ a ? b }}", "this character means nothing here"),
    ])
  func kinds(template: String, message: String) {
    #expect(render(template).contains(message), "\(template) gave \(render(template))")
  }

  @Test("all mistakes of a file are found in one run")
  func recovery() {
    let printed = render("{{ a | one }}{{ b | two }}{% tree %}{{ 1 + }}")
    #expect(printed.components(separatedBy: "error: ").count == 5)
  }

  @Test("a tag whose opening is wrong takes its end with it")
  func wrongOpening() {
    let printed = render("{% if a ? %}x{% else %}y{% endif %}{{ b | two }}")
    #expect(printed.components(separatedBy: "error: ").count == 3, "\(printed)")
  }

  @Test("with a declared context, a block that no parent has and a template that is not there are mistakes")
  func unknownBlocks() {
    let child = "{% extends 'a.html' %}{% block titel %}{% if false %}{% include 'b.html' %}{% endif %}{% endblock %}"
    let sources = [("c.html", child), ("a.html", "{% block title %}{% endblock %}")].map { name, text in
      (name: name, source: SourceFile(path: name, bytes: Bytes(text.utf8)))
    }
    let mistakes = Templates.compile(sources, schema: ContextSchema([])).1
    #expect(mistakes.map(\.message) == ["no parent has a block `titel`", "there is no template `b.html`"])
    #expect(mistakes.first?.help == ["did you mean `title`?"])
    #expect(Templates.compile(sources).1.isEmpty)
  }

  @Test("a failure without a place says what to write, too")
  func helpWithoutPlace() throws {
    let templates = Templates.compile([("page.html", SourceFile(path: "page.html", bytes: []))]).0
    let failure = try #require(throws: Failure.self) {
      var out = Bytes()
      try templates.render("pgae.html", [:], to: &out)
    }
    #expect(
      failure.diagnostic(in: "pgae.html").printed == """
        error: there is no template `pgae.html` [template-failed]
         --> pgae.html
          = help: did you mean `page.html`?

        """)
  }

  @Test("names and attributes are checked against the declared context")
  func schema() {
    let issue = Shape("an issue", [.init("title", .scalar, ""), .init("number", .scalar, "")])
    let schema = ContextSchema([.init("issue", .record(issue), ""), .init("issues", .list(.record(issue)), "")])
    func mistakes(_ text: String) -> String {
      Templates.compile([("t.html", SourceFile(path: "t.html", bytes: Bytes(text.utf8)))], schema: schema).1
        .map { $0.message + " " + $0.help.joined() }.joined(separator: "; ")
    }
    #expect(mistakes("{{ issue.titel }}") == "`issue` has no attribute `titel` did you mean `title`?")
    #expect(
      mistakes("{% for x in issues %}{{ x.nubmer }}{% endfor %}")
        == "`x` has no attribute `nubmer` did you mean `number`?")
    #expect(mistakes("{{ isue.title }}") == "there is no variable `isue` here did you mean `issue`?")
    #expect(mistakes("{% set y = issues | first %}{{ issue.title }}{{ y.title }}") == "")
  }

  @Test(
    "a template that never ends is ended",
    arguments: [
      "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", "{% include 't.html' %}",
      "{% for a in range(1000) %}{% for b in range(1000) %}{% for c in range(1000) %}{% endfor %}{% endfor %}{% endfor %}",
    ])
  func bounds(template: String) {
    let printed = render([("t.html", template)], limits: Limits(depth: 20, iterations: 100_000))
    #expect(printed.contains("levels deep") || printed.contains("turns"))
  }

  @Test("brackets without end are refused and crash nothing")
  func nesting() {
    #expect(
      render("{{ " + String(repeating: "(", count: 5000) + "1" + String(repeating: ")", count: 5000) + " }}").contains(
        "levels deep"))
    #expect(render(String(repeating: "{% if 1 %}", count: 5000)).contains("levels deep"))
  }
}
