import Diagnostics
import Synchronization
import TestSupport
import Testing
import Text

@testable import Templating

/// What a template asks for that would end the process, and the error that it gets instead.
@Suite("Bounds of a rendering")
struct BoundsTests {
  @Test(
    "what is too large is refused before it is made",
    arguments: [
      "{{ 'a'|center(10**9) }}", "{{ 'a'.ljust(2**62) }}", "{{ 'a'.zfill(10**30) }}", "{{ 'a\tb'.expandtabs(2**40) }}",
      "{{ 'a\nb'|indent(2**40) }}", "{{ ('a\n' * 10**6)|indent('x' * 10**6) }}", "{{ [1]|batch(10**9, 0)|list }}",
      "{{ [1]|slice(10**9)|list }}", "{{ ('a' * 10**6)|replace('a', 'x' * 10**6) }}", "{{ [1]|tojson(10**12) }}",
      "{{ ['x' * 10**6] * 10**6 }}|{{ (['x' * 10**6] * 10**6)|join }}", "{{ '%999999999d' % 1 }}",
      "{{ '%#.3000000x' % 5 }}", "{{ '%.3000000d' % 5 }}",
      "{{ '%*d' % (10**9, 1) }}",
      "{{ '{:999999999}'.format(1) }}", "{{ ([[1] * 1000] * 100000)|sum(start=[]) }}", "{{ 'ab' * 10**30 }}",
      "{{ 'a b'|wordwrap(1, wrapstring='x' * 10**8) }}{{ ('a ' * 10**6)|wordwrap(1, wrapstring='x' * 10**6) }}",
      "{% for c in 'a' * 6 * 10**7 %}{% endfor %}",
      "{% set l = [1] %}{% for i in range(60) %}{% do l.extend(l) %}{% endfor %}",
      "{% set n = namespace(t=('a',)) %}{% for i in range(60) %}{% set n.t = (n.t, n.t) %}{% endfor %}{{ n.t }}",
      "{% set n = namespace(t=('a',)) %}{% for i in range(60) %}{% set n.t = (n.t, n.t) %}{% endfor %}{{ n.t|tojson }}",
    ])
  func memory(template: String) {
    let output = render([("t.html", template)], limits: Limits(memory: 8 << 20))
    #expect(output.contains("the template makes texts and lists of more than 8 MiB in all"), "\(template)")
  }

  @Test(
    "what goes on for too long is ended",
    arguments: [
      "{% set n = namespace(a=[], b=[]) %}{% for i in range(60) %}{% set n.a = [n.a, n.a] %}{% set n.b = [n.b, n.b] %}"
        + "{% endfor %}{{ n.a == n.b }}",
      "{% set n = namespace(a=[], b=[]) %}{% for i in range(60) %}{% set n.a = [n.a, n.a] %}{% set n.b = [n.b, n.b] %}"
        + "{% endfor %}{{ n.a < n.b }}{{ n.a in [n.b] }}",
      "{% set t = 'a' * 10**6 %}{{ t.find('a' * 10**5 ~ 'b') }}",
      "{% set a = 10**9000 %}{% for i in range(10**6) %}{% set b = a // (10**4000 - i) %}{% endfor %}",
      "{% set t = 'ab' * 10**5 %}{% for i in range(10**6) %}{% set b = t|title|length %}{% endfor %}",
      "{{ ('李明' * 10**5)|slug }}", "{{ ('http://a.b ' * 10**3)|urlize(extra_schemes=['ab1:'] * 10**4) }}",
      "{% set d = {} %}{% for i in range(10**4) %}{% do d.update({i: i}) %}{% endfor %}"
        + "{% for i in range(10**4) %}{% do d.pop(i) %}{% endfor %}",
    ]
      + [
        "t|length", "t|center(10)", "t.center(10)", "t.removeprefix(t)", "t.removesuffix(t)", "t.startswith(t)",
        "t.endswith(t)", "'%s' % t", "'%.5s' % t", "'{:>9}'.format(t)", "t[60000]", "'{0[60000]}'.format(t)",
        "[t]|map(attribute='60000')|list", "[t, 'é']|collate('pl')", "l.reverse()", "'%x' % n", "'{:x}'.format(n)",
      ].map {
        "{% set t = 'é' * 70000 %}{% set l = range(10**5)|list %}{% set n = 10**8000 %}"
          + "{% for i in range(10**6) %}{% set b = \($0) %}{% endfor %}"
      })
  func steps(template: String) {
    var limits = Limits()
    limits.steps = 5_000_000
    limits.memory = 1 << 40
    #expect(render([("t.html", template)], limits: limits).contains("the template takes more than 5000000 steps"))
  }

  @Test("blocks that ask for the one above twice are ended, however many stand above each other")
  func doublingBlocks() {
    let templates = (0..<60).map { level in
      (
        level == 0 ? "t.html" : "t\(level).html",
        "{% extends 't\(level + 1).html' %}{% block a %}{{ super() }}{{ super() }}{% endblock %}"
      )
    }
    var limits = Limits()
    limits.steps = 5_000_000
    let output = render(templates + [("t60.html", "{% block a %}x{% endblock %}")], limits: limits)
    #expect(output.contains("the template takes more than 5000000 steps"), "\(output.prefix(200))")
  }

  @Test("a macro with more parameters than anybody tells apart is a mistake")
  func parameters() {
    func template(_ count: Int) -> String {
      "{% macro f(\((0..<count).map { "a\($0)" }.joined(separator: ","))) %}x{% endmacro %}{{ f() }}"
    }
    #expect(render(template(20_000)).contains("a macro has at most 500 parameters"))
    #expect(render(template(500)) == "x")
  }

  @Test("a text is asked for its characters from both ends")
  func characters() {
    #expect(render("{{ 'aéł'[0] }}{{ 'aéł'[2] }}{{ 'aéł'[-1] }}{{ 'aéł'[-2] }}{{ 'aéł'[-3] }}") == "ałłéa")
    #expect(render("{{ 'aé'[2] is undefined }}{{ 'aé'[-3] is undefined }}{{ ''|last is undefined }}") == "TrueTrueTrue")
    #expect(render("{{ 'aé'[3] is undefined }}{{ 'aé'|last }}{{ 'a'|last }}") == "Trueéa")
  }

  @Test("a template that includes itself twice is ended, and keeps no scope of what was included")
  func doubling() {
    let output = render(
      [("t.html", "{% include 't.html' %}{% include 't.html' %}")], limits: Limits(depth: 20, iterations: 2_000))
    #expect(output.hasPrefix("error: "))
    // Each include takes room for a scope and gives it back: as many as these would not fit.
    let many = "{% for i in range(200) %}{% include 'i.html' %}{% endfor %}"
    let printed = render([("t.html", many), ("i.html", "{% set x = 1 %}a")], limits: Limits(memory: 20_000))
    #expect(printed == String(repeating: "a", count: 200))
  }

  @Test(
    "an expression of very many links is a mistake at the link that is too much",
    arguments: [
      ("a", "()"), ("a", "[0]"), ("a", " and a"), ("a", " or a"), ("1", "+1"), ("a", "|string"), ("a", ".b"),
      ("a", " if a"),
      ("2", "**2"), ("a", " is defined and a"),
    ])
  func chains(first: String, link: String) {
    let output = render("{{ " + first + String(repeating: link, count: 20_000) + " }}")
    #expect(output.contains("this expression has more than 300 parts one in the other"), "\(link)")
    #expect(output.contains("t.html:1:"))
  }

  @Test("an expression of many links is none")
  func shortChains() {
    #expect(render("{{ 1" + String(repeating: "+1", count: 200) + " }}") == "201")
    #expect(render("{{ 'a'" + String(repeating: "|string", count: 200) + " }}") == "a")
    #expect(render("{{ [" + String(repeating: "1,", count: 5_000) + "]|sum }}") == "5000")
    #expect(render("{{ 'a'" + String(repeating: " ~ 'a'", count: 5_000) + " }}").count == 5_001)
  }

  @Test("a rendering ends at its deadline, which changes nothing else")
  func deadline() throws {
    let source = SourceFile(path: "t.html", bytes: Bytes("{% for i in range(10**6) %}{% endfor %}done".utf8))
    let asked = Mutex(0)
    func output(_ seconds: Double) -> String {
      // Each look at the clock is a second later.
      let deadline = Deadline(seconds: seconds) {
        asked.withLock { count in
          count += 1
          return Double(count)
        }
      }
      let (templates, _) = Templates.compile([("t.html", source)], limits: Limits(deadline: deadline))
      var out = Bytes()
      do throws(Failure) {
        try templates.render("t.html", [:], to: &out)
        return out.string
      } catch {
        return error.message
      }
    }
    #expect(output(1_000) == "done")
    #expect(asked.withLock { $0 } > 2)
    #expect(output(2) == "the page takes longer than 2 seconds")
  }

  @Test("what is printed is bounded where it is printed")
  func printing() {
    let output = render(
      [("t.html", "{% set t = 'x' * 1000 %}{% for i in range(2000) %}{{ t }}{% endfor %}")],
      limits: Limits(output: 1 << 20))
    #expect(output.contains("more than 1 MiB are printed") && output.contains("t.html:1:"))
  }
}
