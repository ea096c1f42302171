import Diagnostics
import Foundation
import TestSupport
import Testing
import Text

@testable import Templating

@Suite("Templates that went wrong in any way")
struct MutationTests {
  private static let pieces = [
    "{{", "}}", "{%", "%}", "{#", "#}", "-%}", "{%-", " if ", " else ", "endif", "endfor", " for x in xs ", " in ", "|",
    " | join", "(", ")", "[",
    "]", "{", "}", "'", "\"", ",", ":", ".", "..", "==", "**", "~", "9223372036854775807", "-1", "0", "1e400", "none",
    "loop", "loop.index",
    "super()", "self.a()", "caller()", "{% block a %}", "{% endblock %}", "{% macro m(a) %}", "{% endmacro %}",
    "{% raw %}", "{% include 't.html' %}",
    "{% extends 't.html' %}", "{% set x = xs %}", "ł", "\u{0}", "\r\n", "x.y", "xs[::-1]", "xs[0]", " recursive ",
    "{% break %}", "range(9)", "namespace()",
  ]

  private static let models = [
    "{% for x in xs if x %}{{ loop.index }}{{ x | upper }}{% else %}-{% endfor %}",
    "{% macro m(a, b=1) %}{{ a }}{{ b }}{% endmacro %}{{ m(1) }}{{ m(a=2) }}",
    "{% extends 'b.html' %}{% block a %}{{ super() }}{{ d.k }}{% endblock %}",
    "{% if a and (b or not c) %}{{ a ~ b }}{% elif d %}{{ d['k'] }}{% endif %}",
    "{% set n = namespace(c=0) %}{% for i in range(4) %}{% set n.c = n.c + i %}{% endfor %}{{ n.c }}",
    "{{ xs | sort | map('string') | join(', ') | truncate(5) }}",
    "{% call(x) m() %}{{ x }}{% endcall %}{% filter upper %}a{% endfilter %}{% with q = 1 %}{{ q }}{% endwith %}",
  ]

  @Test("compiling and rendering end with text or an error that names a place", arguments: 0..<8)
  func mutations(seed: Int) {
    var random = SeededRandom(seed: seed * 977 + 1)
    func roll(_ sides: Int) -> Int { random.roll(sides) }
    let json = #"{"xs": [3, "a", null, [1], {"k": 1}], "a": 1, "b": "<", "d": {"k": "v"}, "x": 2}"#
    for _ in 0..<300 {
      var bytes = Array(Self.models[roll(Self.models.count)].utf8)
      for _ in 0...roll(5) {
        let at = roll(bytes.count + 1)
        switch roll(3) {
        case 0: bytes.removeSubrange(at..<min(bytes.count, at + roll(12)))
        case 1: bytes.insert(contentsOf: Array(Self.pieces[roll(Self.pieces.count)].utf8), at: at)
        default: bytes.insert(contentsOf: Array(Self.models[roll(Self.models.count)].utf8), at: at)
        }
      }
      let output = render(
        [("t.html", bytes.string), ("b.html", "[{% block a %}A{% endblock %}]")], json,
        limits: Limits(depth: 12, iterations: 10_000, output: 1 << 20))
      if output.hasPrefix("error: ") { #expect(output.contains("--> ") && !output.contains("error:  [")) }
    }
  }

  @Test("every template of the fuzzer's corpus ends with text or an error, under each rule for undefined values")
  func corpus() throws {
    let folder = Project.material + "/templates"
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    #expect(names.count > 100)
    let context = try Value(json: Bytes(#"{"a": 1, "b": "<b>", "c": [1, "x", null, []], "d": {"e": 1}}"#.utf8))
    for name in names {
      // The first byte is the fuzzer's choice of options; a zero byte ends the first template.
      let bytes = Bytes(try Data(contentsOf: URL(filePath: folder + "/" + name))).dropFirst()
      let parts = bytes.split(separator: 0, maxSplits: 1, omittingEmptySubsequences: false)
      let sources = zip(["a.html", "b.txt"], parts).map { file, text in
        (name: file, source: SourceFile(path: file, bytes: Bytes(text)))
      }
      for rule in [UndefinedRule.lenient, .chainable, .strict] {
        let (templates, _) = Templates.compile(
          sources, undefined: rule, limits: Limits(depth: 20, iterations: 10_000, output: 1 << 20, memory: 8 << 20))
        var out = Bytes()
        do throws(Failure) {
          try templates.render("a.html", context.mutableCopy.variables, to: &out)
        } catch {
          #expect(error.location != nil && !error.message.isEmpty, "\(name)")
        }
      }
    }
  }
}
