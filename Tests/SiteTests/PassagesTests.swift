import TestSupport
import Testing
import Text

@testable import Search
@testable import Site

@Suite("Passages of a text")
struct PassagesTests {
  private func passages(_ html: String) -> [String] {
    Passages.of(Bytes(html.utf8), under: "").map { "\($0.anchor): \($0.text.string)" }
  }

  @Test(
    "markup becomes plain text, and each heading with an id begins a passage",
    arguments: [
      ("<p>One <em>t</em>wo &amp; three</p>\n<p>four</p>", [": One two & three four"]),
      ("<p>A</p><section><h2 id=\"iran\">Iran.</h2>\n<p>B</p></section>", [": A", "iran: Iran. B"]),
      ("<h2>Plain</h2><p>x</p>", [": Plain x"]),
      ("<p>word<sup class=\"footnote-ref\"><a href=\"#fn-1\">1</a></sup>, more</p>", [": word, more"]),
      ("<li>note <a href=\"#r\" class=\"footnote-backref\">↩</a></li>", [": note"]),
      ("<p>a<br>b&lt;c&quot;</p><!-- <p>hidden</p> --><script>let x = 1</script>", [": a b<c\""]),
      (
        "<table>\n<tr><th>Port</th><th>Tons</th></tr>\n<tr>\n<td>Tarn</td>\n<td>48</td>\n</tr>\n</table><p>x</p>",
        [": Port · Tons\u{2029} Tarn · 48\u{2029} x"]
      ),
      ("<p title=\"a > b\">c\u{A0}d\u{2009}e</p>", [": c d e"]), ("<p>AT&T; <broken", [": AT&T;"]), ("", []),
    ])
  func markup(html: String, wanted: [String]) { #expect(passages(html) == wanted) }

  @Test("wherever words, blanks and marks stand among eight bytes, the text is what a reader sees")
  func everyPlace() {
    let parts = ["a", "bridge", "ł", "–", "!", "’", " ", " ", "  ", "\n", "\u{A0}", "\u{3000}", "<b>", "</b>", "&amp;"]
    var random = SeededRandom(seed: 7)
    for _ in 0..<4_000 {
      let html = (0...random.roll(24)).map { _ in random.pick(parts) }.joined()
      let seen = ["<b>": "", "</b>": "", "&amp;": "&", "\n": " ", "\u{A0}": " ", "\u{3000}": " "]
        .reduce(html) { $0.replacing($1.key, with: $1.value) }.split(separator: " ").joined(separator: " ")
      #expect(passages(html) == (seen.isEmpty ? [] : [": " + seen]), "\(html)")
    }
  }
}
