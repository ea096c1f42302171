import Markdown
import Testing
import Text

@Suite("Bounds of Markdown")
struct BoundsTests {
  private func excess(_ text: String) -> Excess? { MarkdownBounds.firstExcess(in: Bytes(text.utf8)) }

  private static func times(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }

  private static func text(_ parts: String...) -> String { parts.joined() }

  private static let hostileTexts: [(words: String, text: String)] = [
    ("a table of 600 columns", text(times("|a", 600), "\n", times("|-", 600), "\n")),
    ("cells are missing", text(times("|a", 300), "|\n", times("|-", 300), "|\n", times("|b\n", 300))),
    ("a table's row", text("|a|\n|-|\n|", times("b|", 3_000), "\n")),
    ("one table below the other", text("a\n", times("|-|\n", 80))),
    ("so many brackets", times("![[]()", 4_000)),
    ("so many comments", times("a <? b ", 8_000)), ("so many comments", times("a <!DOCTYPE b ", 8_000)),
    ("so many e-mail addresses", times("write to a@b.example ", 3_000)),
    ("so many round brackets", text("www.example.org/", times(")", 9_000))),
    ("without a blank", times("http://a.example<", 4_000)),
    ("so many attributes", text("<p", times(" a=b", 4_000), ">")),
    ("so long an address", text("[a]: /", times("long", 3_000), "\n\n", times("[a]\n\n", 2_000))),
    ("so many stars", times("a~b~~c ", 9_000)), ("so many stars", times("*a**b_c__ ", 5_000)),
    ("so many stars", times("a*b_c~~d\n", 8_000)),
    ("so many stars", text("|a|\n|-|\n|b|\n<!-- | -->\n", times("|a~b~~c\n", 9_000))),
    ("so many stars", text("|a|b|\n|-|\n", times("|a~b~~c\n", 9_000))),
    ("below so many lines", text(times("a\n", 20_000), "|b|\n|-|\n")),
    ("101 levels deep", text(times("- ", 101), "x\n", times("y\n", 5_000))),
    ("levels deep", text(times("> - ", 300), "x\n", times("y\n", 5_000))),
  ]

  @Test("what parsing would take the square of its length for is found before it is parsed", arguments: hostileTexts)
  func hostile(words: String, text: String) {
    let found = excess(text)
    #expect(found?.words.contains(words) == true, "\(found?.words ?? "nothing")")
    #expect(found.map { $0.range.upperBound <= text.utf8.count && !$0.range.isEmpty } == true)
  }

  /// A directory of a thousand members, a table of results, a list of links, code, a rule, a drawing.
  private static let ordinaryTexts: [String] = [
    times("- [Name](https://example.org/people/name/) <name@example.org>, (*institute*)\n", 1_000),
    text("|a|b|c|d|e|f|\n|-|-|-|-|-|-|\n", times("|1|2|[x](y)|4|5|6|\n", 2_000)),
    text("|a|b|c|d|\n|-|-|-|-|\n", times("|1\n", 2_000)),
    text(
      times("See [one](https://example.org/1) and [two][2].\n\n", 1_000), "[2]: https://example.org/", times("x", 300)),
    text("```\n", times("[[1, 2], [3, 4]] | x | <?php | a@b\n", 2_000), "```\n"),
    text("![logo](data:image/png;base64,", times("QUJDwww5", 20_000), ")\n"),
    text(times("- ", 300), "\n\n", times("* ", 300), "\n\n", times("Text of many words. ", 2_000)),
    times("1. 2. A point (of many), see <https://example.org>.\n", 1_000),
    times("Of a *quay* and **two** piers. ", 2_000), times("Of *one* pier, __of__ ~~two~~.\n\n", 20_000),
    text("|a|b|\n|:-|-:|\n", times("|*1*|**2** ~~3~~|\n", 9_000)), times("snake_case_name 2 * 3 * 4 _ ", 9_000),
    times("a (b) <i>c</i> ", 1_000), times("para\n\n", 9_000), times("> quoted\n>\n", 4_000),
  ]

  @Test("what long texts for readers have is none of it", arguments: ordinaryTexts)
  func ordinary(text: String) {
    let found = excess(text)
    #expect(found == nil, "\(found?.words ?? "")")
  }

  @Test("an excess is told with its line")
  func place() throws {
    let found = try #require(excess(Self.text("# T\n\nText.\n\n", Self.times("|-", 600), "\n")))
    #expect(found.range.lowerBound == 12 && found.kind == .amount)
    #expect(excess(Self.text(Self.times("- ", 150), "x", Self.times("\n\n", 9_000)))?.kind == .nesting)
  }
}
