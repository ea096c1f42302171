import Coding
import Diagnostics
import Testing
import Text

@testable import Templating

@Suite("Safety of templates")
struct SafetyTests {
  @Test("a text of any length is escaped to its end", arguments: [4_095, 4_096, 4_097, 9_000, 30_000])
  func longTexts(length: Int) throws {
    for filling in ["a", "&", "ab'"] {
      let text = String(String(repeating: filling, count: length).prefix(length))
      var out = Bytes()
      try Templates.compile([("t.html", SourceFile(path: "t.html", bytes: Bytes("[{{ x }}]".utf8)))]).0
        .render("t.html", [Symbol("x"): Value(text)], to: &out)
      let escaped = text.map { $0 == "&" ? "&amp;" : $0 == "'" ? "&#39;" : "\($0)" }.joined()
      #expect(out == Bytes("[\(escaped)]".utf8))
    }
  }

  @Test(
    "markup that was smuggled into a value is printed as text",
    arguments: [
      (#"{{ x | join(", ") }}"#, #"{"x": ["<b>", "&"]}"#, "&lt;b&gt;, &amp;"),
      (#"{{ ["<i>" | safe, x] | join }}"#, #"{"x": "<b>"}"#, "<i>&lt;b&gt;"),
      (#"{{ "<i>%s</i>" | safe | format(x) }}"#, #"{"x": "<b>"}"#, "<i>&lt;b&gt;</i>"),
      (#"{{ ("<i>%s</i>" | safe) % x }}"#, #"{"x": "<b>"}"#, "<i>&lt;b&gt;</i>"),
      (#"{{ ("<i>{}</i>" | safe).format(x) }}"#, #"{"x": "<b>"}"#, "<i>&lt;b&gt;</i>"),
      (#"{{ "<i>a</i>" | safe | replace("a", x) }}"#, #"{"x": "<b>"}"#, "<i>&lt;b&gt;</i>"),
      (#"{{ ("<i>a</i>" | safe).replace("a", x) }}"#, #"{"x": "<b>"}"#, "<i>&lt;b&gt;</i>"),
      (#"{{ "<i>" | safe ~ x }}"#, #"{"x": "<b>"}"#, "<i>&lt;b&gt;"),
      (#"{{ "<i>" | safe + x }}"#, #"{"x": "<b>"}"#, "<i>&lt;b&gt;"),
      (#"{{ {"title": x} | xmlattr }}"#, #"{"x": "\" onclick=\"alert(1)"}"#, " title=\"&#34; onclick=&#34;alert(1)\""),
      (
        #"{{ x | urlize }}"#, #"{"x": "https://a.pl/\"onclick=\"b"}"#,
        "<a href=\"https://a.pl/&#34;onclick=&#34;b\" rel=\"noopener\">https://a.pl/&#34;onclick=&#34;b</a>"
      ),
      (#"{{ x | striptags }}"#, #"{"x": "&lt;script&gt;"}"#, "&lt;script&gt;"),
      (#"{% filter striptags %}{{ x }}{% endfilter %}"#, #"{"x": "<script>"}"#, "&lt;script&gt;"),
      (#"{% set y %}{{ x }}{% endset %}{{ y }}"#, #"{"x": "<b>"}"#, "&lt;b&gt;"),
      (#"{% macro m(a) %}{{ a }}{% endmacro %}{{ m(x) ~ x }}"#, #"{"x": "<b>"}"#, "&lt;b&gt;&lt;b&gt;"),
      (#"{{ x | tojson }}"#, #"{"x": "</script>"}"#, #""\u003c/script\u003e""#),
    ])
  func smuggled(template: String, context: String, output: String) {
    #expect(render(template, context) == output)
  }

  @Test(
    "an address that runs a program is refused in every attribute that holds one, and other addresses are not",
    arguments: [
      ("<a href=\"{{ x }}\">", "javascript:alert(1)", false), ("<a href='{{ x }}'>", "JaVaScRiPt:alert(1)", false),
      ("<img src=\"{{ x }}\">", " \tjava\nscript:alert(1)", false), ("<a href={{ x }}>", "vbscript:x", false),
      ("<a id=\"b\"/href=\"{{ x }}\">", "javascript:x", false),
      ("<form action=\"{{ '' }}{{ x }}\">", "javascript:x", false),
      ("<a href=\"{{ x }}\">", "data:text/html,<script>", false),
      ("<img src=\"{{ x }}\">", "data:image/png;base64,AA", true),
      ("<img src=\"{{ x }}\">", "data:image/svg+xml,<svg>", false),
      ("<a href=\"{{ x }}\">", "javascript:\u{301}x", false), ("<a href=\"{{ x }}\">", "javascript\u{301}:x", true),
      ("<a href=\"{{ x }}\">", "java script:x", true), ("<a href=\"{{ x }}\">", "file:///a", true),
      ("<a href=\"{{ x }}\">", "https://a.pl/", true),
      ("<a href=\"/{{ x }}\">", "javascript:x", true), ("<a title=\"{{ x }}\">", "javascript:x", true),
      ("<p>{{ x }}", "javascript:x", true), ("<a href=\"{{ x }}\">", "/javascript:x", true),
      ("<a href=\"{% if true %}{{ x }}{% endif %}\">", "javascript:x", false),
      ("{% macro m(a) %}{{ a }}{% endmacro %}<a href=\"{{ m(x) }}\">", "javascript:x", false),
      ("<a href=\"{{ x | safe }}\">", "javascript:x", false),
    ])
  func addresses(template: String, address: String, isPrinted: Bool) {
    var json = Bytes("{\"x\": ".utf8)
    json.append(jsonString: Bytes(address.utf8))
    let output = render(template, json.string + "}")
    #expect(output.contains("may run a program") != isPrinted, "\(output)")
  }

  @Test("a block of a child prints as its place in the parent asks for")
  func blocksOfChildren() {
    let parent =
      "<a href=\"{% block url %}{% endblock %}\">x</a><script>let a = {% block data %}{% endblock %};</script>"
    let child = "{% extends 'p.html' %}{% block url %}{{ x }}{% endblock %}{% block data %}{{ y }}{% endblock %}"
    let templates = [("t.html", child), ("p.html", parent)]
    #expect(
      render(templates, #"{"x": "/a", "y": "</script>\"'"}"#)
        == #"<a href="/a">x</a><script>let a = "\u003c/script\u003e\"\u0027";</script>"#)
    #expect(render(templates, #"{"x": "javascript:b", "y": 1}"#).contains("may run a program"))
  }

  @Test("values in a script are literals of JavaScript")
  func scripts() {
    let template = "<script>let a = [{{ t }}, {{ n }}, {{ l }}, {{ none }}, {{ missing }}];</script><p>{{ t }}"
    #expect(
      render(template, #"{"t": "<\"", "n": 1.5, "l": [true, "é"]}"#)
        == #"<script>let a = ["\u003c\"", 1.5, [true, "\u00e9"], null, null];</script><p>&lt;&#34;"#)
  }

  @Test(
    "what belongs to a context is not changed, and what a template made is",
    arguments: [
      ("{% do x.append(3) %}", "can't be changed"), ("{% do m.update(a=1) %}", "can't be changed"),
      ("{% set y = x | list %}{% do y.append(3) %}{{ y }}{{ x }}", "[1, 2, 3][1, 2]"),
      ("{% set y = dict(m) %}{% do y.update(a=1) %}{{ y.a }}", "1"),
      ("{% set y = [] %}{% set z = y %}{% do y.append(1) %}{{ z }}", "[1]"),
    ])
  func frozen(template: String, output: String) throws {
    let source = SourceFile(path: "t.html", bytes: Bytes(template.utf8))
    let context = try Value(json: Bytes(#"{"x": [1, 2], "m": {}}"#.utf8))
    var out = Bytes()
    do throws(Failure) {
      try Templates.compile([("t.html", source)]).0.render("t.html", context.variables, to: &out)
      #expect(out.string == output)
    } catch {
      #expect(error.message.contains(output))
    }
  }

  @Test(
    "a chain of a hundred thousand lists, maps or macros ends without a crash",
    arguments: [
      "{% set n = namespace(x=[]) %}{% for i in range(100000) %}{% set n.x = [n.x] %}{% endfor %}{{ n.x | length }}",
      "{% set n = namespace(x=1) %}{% for i in range(100000) %}{% set n.x = {'a': n.x} %}{% endfor %}{{ n.x | length }}",
      "{% set n = namespace(x=1) %}{% for i in range(100000) %}{% set n.x = (n.x,) %}{% endfor %}{{ n.x | length }}",
      "{% set n = namespace(x=1) %}{% for i in range(100000) %}{% set n.x = namespace(x=n.x) %}{% endfor %}{{ 1 }}",
      "{% set n = namespace(x=1) %}{% for i in range(100000) %}{% set n.x = cycler(n.x) %}{% endfor %}{{ 1 }}",
      "{% set n = namespace(x=1) %}{% for i in range(100000) %}{% set n.x = joiner(n.x) %}{% endfor %}{{ 1 }}",
      "{% set n = namespace(x=1) %}{% for i in range(100000) %}{% set y = n.x %}{% macro m() %}{{ y }}{% endmacro %}"
        + "{% set n.x = m %}{% endfor %}{{ 1 }}",
    ])
  func chains(template: String) {
    #expect(render(template) == "1")
  }

  @Test(
    "a list that holds itself is printed, compared and written as JSON without end",
    arguments: [
      "{% set l = [] %}{% do l.append(l) %}{{ (l | string) | length > 3 }}",
      "{% set l = [] %}{% do l.append(l) %}{% set m = [] %}{% do m.append(m) %}{{ l != m }}",
    ])
  func cycles(template: String) {
    #expect(render(template) == "True")
    #expect(render("{% set l = [] %}{% do l.append(l) %}{{ l | tojson }}").contains("has no form in JSON"))
  }
}
