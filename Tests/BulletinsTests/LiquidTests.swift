import TestSupport
import Testing
import Text

@testable import Bulletins

/// As much of Liquid as files have that texts include.
@Suite("Liquid")
struct LiquidTests {
  private func run(_ text: String, _ variables: [String: LiquidValue] = [:]) -> (text: String, unknown: String?) {
    var run = LiquidRun(variables, LiquidAllowance())
    run.run(LiquidTemplate(Bytes(text.utf8)).nodes)
    return (run.output.string, run.unknown)
  }

  @Test(
    "what a text says is printed",
    arguments: [
      ("a {{ name }} b", "a Ebb b"), ("{{ page.title }}", "Nets"), ("{{ page.tags[1] }}", "oar"),
      ("{{ page.tags | join: \", \" | upcase }}", "NET, OAR"), ("{{ none | default: 'x' }}", "x"),
      ("{% assign all = \"1,2,3\" | split: \",\" %}{% for n in all %}[{{n}}]{% endfor %}", "[1][2][3]"),
      ("{% for n in (2..4) reversed %}{{ n }}{% endfor %}", "432"),
      ("{% for n in (1..9) %}{% if n > 2 %}{% break %}{% endif %}{{ n }}{% endfor %}", "12"),
      ("{% if name == 'Ebb' and page.title contains 'et' %}y{% else %}n{% endif %}", "y"),
      ("{% if none %}a{% elsif name %}b{% else %}c{% endif %}", "b"),
      ("{% case name %}{% when 'x' %}a{% when 'Ebb' or 'y' %}b{% else %}c{% endcase %}", "b"),
      ("{{ \"abcdef\" | slice: 2, 3 }}{{ name | truncate: 9 }}", "cdeEbb"),
      ("{% unless none %}y{% endunless %}", "y"), ("{% capture x %}a{{ name }}{% endcapture %}{{ x }}", "aEbb"),
      ("{% capture /dev/null %}a{% endcapture %}b", "b"), ("a{% comment %}{{ x }}{% endcomment %}b", "ab"),
      ("{% raw %}{{ x }}{% endraw %}", "{{ x }}"), ("a  {%- assign y = 1 -%}  b", "ab"), ("{{ 7 | plus: 3 }}", "10"),
      ("{{ \"Low Tide\" | slugify }}", "low-tide"), ("{{ page[key] }}", "Nets"), ("{{ page.[key] }}", "Nets"),
      ("{{ '*a*' | markdownify }}{{ 'a.png' | url }}", "<p><em>a</em></p>\n/a.png"),
      ("{% for n in (5..7) %}{{ forloop.index }}{% unless forloop.last %},{% endunless %}{% endfor %}", "1,2,3"),
      ("{% for pair in map %}{{ pair[0] }}={{ pair[1] }};{% endfor %}", "a=1;b=2;"),
    ])
  func printed(text: String, expected: String) {
    let run = run(
      text,
      [
        "name": .text("Ebb"), "key": .text("title"), "map": .map(["b": .number(2), "a": .number(1)]),
        "page": .map(["title": .text("Nets"), "tags": .list([.text("net"), .text("oar")])]),
      ])
    #expect(run.text == expected)
    #expect(run.unknown == nil)
  }

  @Test(
    "what is not known is named, and all else printed",
    arguments: [
      ("a{% tablerow x %}b", "ab", "`tablerow`"), ("a{{ x | smartify }}b", "ab", "the filter `smartify`"),
      ("a{% for t in site.topics %}{{ t }}{% endfor %}b", "ab", "`site.topics`"),
      ("a{{ 1 | divided_by: 0 }}b", "ab", "the filter `divided_by`"),
    ])
  func unknown(text: String, expected: String, name: String) {
    let run = run(text)
    #expect(run.text == expected)
    #expect(run.unknown == name)
  }

  @Test(
    "a value that grows without end is given up, and all else is printed",
    arguments: [
      "{% for i in (1..60) %}{% assign a = a | append: a %}{% endfor %}{{ a }}",
      "{% for i in (1..60) %}{% capture a %}{{ a }}{{ a }}{% endcapture %}{% endfor %}{{ a }}",
      "{% assign all = a | split: '' %}{% for i in (1..60) %}{% assign all = all | concat: all %}{% endfor %}{{ all }}",
      "{% for i in (1..4000) %}{% assign a = a | group_by: 'x' %}{% endfor %}{{ a }}",
      "{% for i in (1..20) %}{% assign a = a | replace: 'a', 'aaaaaaaa' %}{% endfor %}{{ a }}",
      "{% for i in (1..12) %}{% assign a = a | append: a %}{% endfor %}{% assign l = a | split: '' %}{{ l | join: a }}",
    ])
  func growth(text: String) {
    let run = run(text + "end", ["a": .text("aaaaaaaa")])
    #expect(run.unknown != nil)
    #expect(run.text.hasSuffix("end") && run.text.utf8.count < 200_000, "\(run.text.utf8.count) bytes")
  }

  @Test("brackets that stand in each other without end are no expression", arguments: ["a[", "("])
  func deep(bracket: String) {
    #expect(run("x{{ " + String(repeating: bracket, count: 100_000) + " }}y").text == "xy")
  }

  @Test("no text runs without end, and none ends the program", arguments: 0..<40)
  func bounds(seed: Int) {
    var random = SeededRandom(seed: seed)
    let parts = [
      "{% for a in (1..9999) %}", "{% for b in a %}", "{{ a | append: a }}", "{% endfor %}", "{% if a %}",
      "{% endif %}",
      "{% else %}", "{% capture x %}", "{% endcapture %}", "{{ x", "{%", "%}", "}}", "{% comment %}", "{{ x[1", "x",
      "{% unless", "{% elsif a %}", "{% assign x = x | append: x %}", "{% raw %}", "{% endraw %}",
    ]
    let text = (0..<60).map { _ in random.pick(parts) }.joined()
    #expect(run(text, ["a": .text("aa"), "x": .text("x")]).text.utf8.count <= LiquidAllowance.largestOutput)
  }
}
