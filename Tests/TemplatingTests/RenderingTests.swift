import Diagnostics
import Testing
import Text

@testable import Templating

/// What templates make of a context given as JSON; the first one is rendered. Mistakes come as their messages.
func render(
  _ templates: [(String, String)], _ json: String = "{}", options: SyntaxOptions = SyntaxOptions(),
  limits: Limits = Limits()
) -> String {
  let sources = templates.map { (name: $0.0, source: SourceFile(path: $0.0, bytes: Bytes($0.1.utf8))) }
  let (compiled, mistakes) = Templates.compile(sources, options: options, limits: limits)
  if !mistakes.isEmpty { return mistakes.map(\.printed).joined(separator: "\n") }
  let context = (try? Value(json: Bytes(json.utf8)))?.mutableCopy.variables ?? [:]
  var out = Bytes()
  do throws(Failure) {
    try compiled.render(templates[0].0, context, to: &out)
    return out.string
  } catch {
    return error.diagnostic(in: templates[0].0).printed
  }
}

func render(_ source: String, _ json: String = "{}") -> String { render([("t.html", source)], json) }

@Suite("Rendering")
struct RenderingTests {
  @Test(
    "expressions have Python's precedence and values",
    arguments: [
      ("{{ 1 + 2 * 3 }}", "7"), ("{{ 2 ** 3 ** 2 }}", "64"), ("{{ -7 // 2 }} {{ -7 % 3 }}", "-4 2"),
      ("{{ 6 // -3 }} {{ 6 % -3 }}", "-2 0"), ("{{ 'abc'[-1] }} {{ 'abc'[3] }}", "c "),
      ("{{ 7 / 2 }} {{ 4 / 2 }}", "3.5 2.0"), ("{{ 'a' ~ 1 ~ none }}", "a1None"),
      ("{{ 1 < 2 < 3 }} {{ 1 < 3 < 2 }}", "True False"),
      ("{{ not true or 1 }}", "1"), ("{{ 'b' in 'abc' }} {{ 4 not in [1, 2] }}", "True True"),
      ("{{ 'yes' if 0 else 'no' }}[{{ 'yes' if 0 }}]", "no[]"),
      ("{{ [1, 'a', 2.0, none, true] }}", "[1, &#39;a&#39;, 2.0, None, True]"),
      ("{{ (1,) }} {{ {'a': 1} }}", "(1,) {&#39;a&#39;: 1}"),
      ("{{ 'abcdef'[1:4] }} {{ [1,2,3][::-1] }}", "bcd [3, 2, 1]"),
      ("{{ 9223372036854775807 + 1 }}", "9223372036854775808"), ("{{ 'ł' * 3 }}", "łłł"), ("{{ \"a\" 'b' }}", "ab"),
    ])
  func expressions(template: String, output: String) {
    #expect(render(template) == output)
  }

  @Test(
    "a condition on a field holds as the same condition on a name does",
    arguments: ["null", "0", "2", "0.0", #""""#, #""a""#, "[]", "[1]", "{}", #"{"a": 1}"#, "true", "false", "missing"])
  func conditions(value: String) {
    let context = value == "missing" ? #"{"m": {"y": 1}}"# : #"{"m": {"x": \#(value)}}"#
    for condition in ["F", "F is not none", "F is none", "not F", "F is defined", "F and true", "F or none"] {
      func template(_ field: String) -> String {
        let test = condition.replacing("F", with: field)
        return "{% set v = m.x %}{% if \(test) %}yes{% else %}no{% endif %}{{ 1 if \(test) else 0 }}{{ 2 if \(test) }}"
      }
      #expect(render(template("m.x"), context) == render(template("v"), context), "\(condition)")
    }
  }

  @Test(
    "each field of a record is found, however many it has, and no other", arguments: [0, 1, 2, 7, 8, 9, 100, 1_000])
  func fields(count: Int) throws {
    let names = (0..<count).map { "field\(count)x\($0)" }
    let shape = Shape("a test", isClosed: false, names.map { .init($0, .scalar, "") })
    let record = Record(shape, names.indices.map { .int($0) })
    for (place, name) in names.enumerated() {
      guard case .int(place) = record[Symbol(name)] else {
        Issue.record("\(name)")
        continue
      }
    }
    for place in 0..<2_000 { #expect(record[Symbol("other\(place)")] == nil) }
  }

  @Test(
    "filters and tests do what their names say",
    arguments: [
      ("{{ [3, 1, 2] | sort | join('-') }}", "1-2-3"), ("{{ 'Ala ma kota' | upper }}", "ALA MA KOTA"),
      ("{{ missing | default('x') }}{{ '' | default('y', true) }}", "xy"), ("{{ 'łąka' | length }}", "4"),
      ("{{ [{'n': 1}, {'n': 2}] | map(attribute='n') | sum }}", "3"),
      ("{{ [1, 2, 3] | select('odd') | list }}", "[1, 3]"),
      ("{{ [{'a': 0}, {'a': 1}] | selectattr('a') | length }}", "1"), ("{{ 3 is odd and 4 is divisibleby 2 }}", "True"),
      ("{{ 'a b' | urlencode }}", "a%20b"), ("{{ '<b>x</b> y' | striptags }}", "x y"),
      ("{{ [1,2,3] | batch(2) | list }}", "[[1, 2], [3]]"),
      ("{{ {'b': 1, 'a': 2} | dictsort }}", "[(&#39;a&#39;, 2), (&#39;b&#39;, 1)]"),
      ("{{ 2.5 | round }} {{ '7' | int + 1 }}", "2.0 8"),
      ("{{ 2.1 | round(method='ceil') }} {{ 2.9 | round(method='floor') }}", "3.0 2.0"),
      (
        "{{ 'See (https://a.pl/b).' | urlize }}",
        "See (<a href=\"https://a.pl/b\" rel=\"noopener\">https://a.pl/b</a>)."
      ),
      ("{{ [1, 1, 2] | unique | list }} {{ [2, 9, 4] | max }}", "[1, 2] 9"),
      ("{{ 'one two three' | truncate(9, false, '…', 0) }}", "one two…"),
      (
        "{% for g in [{'k': 2, 'v': 'a'}, {'k': 1, 'v': 'b'}, {'k': 2, 'v': 'c'}] | groupby('k') %}{{ g.grouper }}:{{ g.list | map(attribute='v') | join }} {% endfor %}",
        "1:b 2:ac "
      ),
    ])
  func filters(template: String, output: String) {
    #expect(render(template) == output)
  }

  @Test(
    "tags do what Jinja's do",
    arguments: [
      ("{% if x %}a{% elif y %}b{% else %}c{% endif %}", #"{"y": 1}"#, "b"),
      (
        "{% for x in xs %}{{ loop.index }}{{ x }}{% if not loop.last %},{% endif %}{% else %}none{% endfor %}",
        #"{"xs": ["a", "b"]}"#, "1a,2b"
      ),
      ("{% for x in [] %}{% else %}none{% endfor %}", "{}", "none"),
      ("{% for x in [1,2,3,4] if x % 2 == 0 %}{{ loop.index }}:{{ x }} {% endfor %}", "{}", "1:2 2:4 "),
      ("{% for k, v in m.items() %}{{ k }}={{ v }};{% endfor %}", #"{"m": {"b": 1, "a": 2}}"#, "b=1;a=2;"),
      ("{% set x = 1 %}{% for i in [1, 2] %}{% set x = x + i %}{{ x }}{% endfor %}{{ x }}", "{}", "231"),
      ("{% set n = namespace(c=0) %}{% for i in range(3) %}{% set n.c = n.c + i %}{% endfor %}{{ n.c }}", "{}", "3"),
      ("{% set x %}<b>{{ '<' }}</b>{% endset %}{{ x }}", "{}", "<b>&lt;</b>"),
      ("{% macro m(a, b='x') %}[{{ a }}{{ b }}]{% endmacro %}{{ m(1) }}{{ m(1, b=2) }}", "{}", "[1x][12]"),
      ("{% macro m() %}<i>{{ caller() }}</i>{% endmacro %}{% call m() %}<b>{% endcall %}", "{}", "<i><b></i>"),
      ("{% raw %}{{ x }}{% endraw %}{# no #}", "{}", "{{ x }}"),
      ("{% with a = 1, b = 2 %}{{ a + b }}{% endwith %}{{ a }}", "{}", "3"),
      ("{% filter upper %}a{{ 'b' }}{% endfilter %}", "{}", "AB"),
      (
        "{% for x in [1,2,3] %}{% if x == 2 %}{% continue %}{% endif %}{{ x }}{% endfor %}{% for x in [1,2] %}{% break %}{% endfor %}",
        "{}", "13"
      ),
      (
        "{% for x in t recursive %}{{ x.n }}{% if x.c %}({{ loop(x.c) }}){% endif %}{% endfor %}",
        #"{"t": [{"n": 1, "c": [{"n": 2}, {"n": 3}]}]}"#, "1(23)"
      ),
      ("a  {%- if true -%}  b  {%- endif %} c", "{}", "ab c"),
      ("{% for x in [1,2] %}{{ loop.cycle('a', 'b') }}{{ loop.revindex }}{% endfor %}", "{}", "a2b1"),
      ("{% autoescape false %}{{ '<' }}{% endautoescape %}{{ '<' }}", "{}", "<&lt;"),
    ])
  func tags(template: String, context: String, output: String) {
    #expect(render(template, context) == output)
  }

  @Test(
    "texts have Python's methods and places for values",
    arguments: [
      ("{{ '%s-%03d-%.2f' % ('ł', 7, 1.005) }}", "ł-007-1.00"),
      ("{{ '%(a)s' % {'a': 1} }} {{ '%-4s|%x' | format('a', 255) }}", "1 a   |ff"),
      ("{{ '%#.3g %#g %#.0f %#x' % (1.0, 2, 3, 255) }}", "1.00 2.00000 3. 0xff"),
      ("{{ '{:#.0f} {:#g} {:#.2} {:#} {:#.0%}'.format(3, 3.0, 3.0, 1e16, 0.5) }}", "3. 3.00000 3.0 1.e+16 50.%"),
      ("{{ 'ΟΔΟΣ ΑΣ'.title() }} {{ 'οδός ΑΣ'.swapcase() }} {{ 'ΑΣ.Σ'|lower }}", "Οδος Ας ΟΔΌΣ ας ασ.ς"),
      ("{{ '{0}{x}{{}}'.format(1, x=2) }}", "12{}"), ("{{ 'a-b-c'.split('-', 1) | join('|') }}", "a|b-c"),
      ("{{ 'łąka'.find('k') }} {{ 'abcabc'.count('a') }}", "2 2"),
      ("{{ 'xxabxx'.strip('x') }} {{ '7'.zfill(3) }}", "ab 007"),
      ("{{ ('<b>%s</b>' | safe) % '<' }}", "<b>&lt;</b>"),
      ("{{ ', '.join(['a', 'b']) }} {{ 'a b'.title() }}", "a, b A B"),
      ("{{ 'the quick brown fox' | wordwrap(9) }}", "the quick\nbrown fox"),
      ("{{ 13000 | filesizeformat }}", "13.0 kB"),
      ("{{ {'a': [1]} | tojson(1) }}", "{\n \"a\": [\n  1\n ]\n}"),
      ("{{ [1, 2, 3, 4] | slice(3) | list }}", "[[1, 2], [3], [4]]"),
      ("{% set j = joiner('|') %}{% for x in 'abc' %}{{ j() }}{{ x }}{% endfor %}", "a|b|c"),
      ("{% set c = cycler('a', 'b') %}{{ c.next() }}{{ c.next() }}{{ c.next() }}{{ c.current }}", "abab"),
      ("{% for x in [1, 1, 2] %}{{ loop.changed(x) }} {% endfor %}", "True False True "),
      (
        "{% for x in range(40) %}{{ loop.changed(*[x, x // 40]) or '-' }}{% endfor %}",
        String(repeating: "True", count: 40)
      ),
      ("{% for x in range(3) %}{{ 'A' ~ loop.cycle(*'xy') ~ 'B' }}{% endfor %}", "AxBAyBAxB"),
      ("{% for x in range(40) %}{{ loop.cycle(1, *[2, 3]) }}{% endfor %}", String(repeating: "123", count: 13) + "1"),
      ("{{ [[1, 2], [3, 4]].1.0 }}", "3"),
      (
        "{% for y, l in [{'y': 2}, {'y': 1}, {}] | groupby('y', default=1) %}{{ y }}:{{ l | length }} {% endfor %}",
        "1:2 2:1 "
      ),
    ])
  func texts(template: String, output: String) {
    #expect(render(template) == output)
  }

  @Test("undefined values print nothing, are passed on, or are failures, as one chooses")
  func undefinedValues() {
    func output(_ template: String, _ rule: UndefinedRule) -> String {
      let source = SourceFile(path: "t.html", bytes: Bytes(template.utf8))
      var out = Bytes()
      do throws(Failure) {
        try Templates.compile([("t.html", source)], undefined: rule).0.render("t.html", [:], to: &out)
        return out.string
      } catch {
        return "failure: " + error.message
      }
    }
    #expect(output("[{{ x }}]", .lenient) == "[]" && output("[{{ x }}]", .chainable) == "[]")
    #expect(
      output("{{ x.y }}", .lenient).hasPrefix("failure: `x` is undefined, so there is no `x.y`")
        && output("[{{ x.y[0] }}]", .chainable) == "[]")
    for use in [
      "{{ x }}", "{% if x %}{% endif %}", "{% for a in x %}{% endfor %}", "{{ x ~ 'a' }}", "{{ x | upper }}",
      "{{ x == 1 }}",
    ] {
      #expect(output(use, .strict) == "failure: `x` is undefined")
    }
    #expect(output("{{ x is defined }} {{ x | default('d') }}", .strict) == "False d")
  }

  @Test("a required block must be filled, and a scoped one sees the loop around it")
  func blocks() {
    #expect(
      render([("t.html", "{% block a required %}{% endblock %}")]).contains("no template fills the required block `a`"))
    #expect(
      render([
        ("t.html", "{% extends 'b.html' %}{% block a %}x{% endblock %}"),
        ("b.html", "{% block a required %}{% endblock %}"),
      ]) == "x")
    #expect(
      render("{% for x in 'ab' %}{% block a scoped %}{{ loop.index }}{{ x }}{% endblock %}{% endfor %}") == "1a2b")
  }

  @Test("white space around tags goes when options say so")
  func whiteSpace() {
    let options = SyntaxOptions(trimBlocks: true, lstripBlocks: true)
    #expect(render([("t.txt", "a\n  {% if true %}\n  b\n  {% endif %}\nc\n")], options: options) == "a\n  b\nc")
    #expect(render([("t.txt", "a\n")], options: SyntaxOptions(keepTrailingNewline: true)) == "a\n")
  }

  @Test("children fill their parents' blocks, and super prints the parent's")
  func inheritance() {
    let output = render([
      ("c.html", "{% extends 'b.html' %}ignored{% block x %}C{{ super() }}{% endblock %}"),
      ("b.html", "{% extends 'a.html' %}{% block x %}B{{ super() }}{% endblock %}"),
      ("a.html", "[{% block x %}A{% endblock %}|{% block y %}Y{{ self.x() }}{% endblock %}]"),
    ])
    #expect(output == "[CBA|YCBA]")
  }

  @Test("includes see the names around them, imports only their own")
  func modules() {
    #expect(
      render([("t.html", "{% for x in [1] %}{% include 'i.html' %}{% endfor %}"), ("i.html", "<{{ x }}>")]) == "<1>")
    #expect(
      render([("t.html", "{% include 'i.html' without context %}"), ("i.html", "<{{ x }}>")], #"{"x": 1}"#) == "<>")
    #expect(
      render(
        [
          ("t.html", "{% import 'm.html' as m %}{{ m.f(2) }}{% from 'm.html' import f as g %}{{ g(3) }}"),
          ("m.html", "{% macro f(a) %}<{{ a }}{{ x }}>{% endmacro %}"),
        ], #"{"x": 1}"#)
        == "<2><3>")
    #expect(
      render([("t.html", "{% include ['no.html', 'i.html'] %}{% include 'no.html' ignore missing %}"), ("i.html", "i")])
        == "i")
  }

  @Test("the ending of a template's name decides what is escaped")
  func escaping() {
    #expect(render([("t.txt", "{{ '<' }}")]) == "<")
    #expect(render([("t.xml", "{{ '<' }}")]) == "&lt;")
    #expect(
      render([("t.html", "{{ '<' | safe }}{{ '<b>' | escape }}{{ x | tojson }}")], #"{"x": "</script>"}"#)
        == #"<&lt;b&gt;"\u003c/script\u003e""#)
    #expect(render("{{ ['<', '<b>' | safe] | join(', ') }}") == "&lt;, <b>")
    #expect(render("{{ ('<b>x</b>' | safe) | replace('x', '<i>') }}") == "<b>&lt;i&gt;</b>")
  }
}
