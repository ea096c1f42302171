import Diagnostics
import TestSupport
import Testing
import Text
import YAML

@testable import Bulletins

/// Tags of other engines that are understood.
@Suite("Tags of other engines")
struct TagTests {
  private func html(_ body: String) -> String {
    read(issue(body: body)).texts.first?.string.trimmingBlanks ?? ""
  }

  @Test(
    "what a tag means is in its place",
    arguments: [
      (
        "{{< figure src=\"crane.png\" >}}", "<figure><img src=\"crane.png\" alt=\"\" /></figure>"
      ),
      (
        "{{< figure src=\"crane.png\" alt=\"A crane\" caption=\"The \\\"old\\\" one\" >}}",
        "<figure><img src=\"crane.png\" alt=\"A crane\" /><figcaption>The &quot;old&quot; one</figcaption></figure>"
      ),
      (
        "{{< figure\n  src=\"crane.png\"\n  title=\"Cranes\"\n>}}\n\nText.",
        "<figure><img src=\"crane.png\" alt=\"Cranes\" /><figcaption><strong>Cranes</strong></figcaption></figure>"
      ),
      (
        "{% include image.html url=\"crane.png\" width=\"40px\" %}",
        "<figure><img src=\"crane.png\" alt=\"\" width=\"40\" /></figure>"
      ),
      ("Before {{< youtube tide_7 >}} after.", "<a href=\"https://www.youtube.com/watch?v=tide_7\">"),
      ("{{ vimeo(id=\"12\") }}", "<p><a href=\"https://vimeo.com/12\">vimeo.com/12</a></p>"),
      ("{% gist rowna/77 %}", "<a href=\"https://gist.github.com/rowna/77\">"),
      (
        "{% video /films/ebb.mp4 360 270 /films/ebb.png %}",
        "<video controls=\"\" src=\"/films/ebb.mp4\" poster=\"/films/ebb.png\" width=\"360\" height=\"270\"></video>"
      ),
      ("{{< audio src=\"ebb.mp3\" type=\"audio/mpeg\" >}}", "<audio controls=\"\" src=\"ebb.mp3\"></audio>"),
      ("[Tides]({% post_url 2019-03-04-tides %})", "<a href=\"bulletin-source:*/2019-03-04-tides\">Tides</a>"),
      ("[Tides]({{< ref \"tides.md#ebb\" >}})", "<a href=\"bulletin-source:*/tides.md#ebb\">Tides</a>"),
      ("[Tides]({{ site.baseurl }}/tides/)", "<a href=\"/tides/\">Tides</a>"),
      ("![Tides]({{ '/tides.png' | relative_url }})", "<img loading=\"lazy\" src=\"/tides.png\" alt=\"Tides\" />"),
      (
        "{{< crew src=\"ole.jpg\" alt=\"Ole\" >}}\nOle sails.\n{{< /crew >}}",
        "<figure><img src=\"ole.jpg\" alt=\"Ole\" /></figure>"
      ),
      (
        "{% img left /img/crane.png 40 30 A crane %}",
        "<figure><img src=\"/img/crane.png\" alt=\"crane\" /></figure>"
      ),
      ("{% asset_img crane.png %}", "<figure><img src=\"x/crane.png\" alt=\"\" /></figure>"),
      ("[map]({% asset_path map.pdf %})", "<a href=\"x/map.pdf\">map</a>"),
      (
        "{{< quote author=\"Ole\" >}}\n\nThe *ebb*.\n\n{{< /quote >}}",
        "<blockquote><p><cite>Ole</cite></p>\n<p>The <em>ebb</em>.</p>\n</blockquote>"
      ),
      (
        "{% blockquote Ole Brandt %}\nThe *ebb*.\n{% endblockquote %}\nSo he said.",
        "<blockquote><p><cite>Ole Brandt</cite></p>\n<p>The <em>ebb</em>.</p>\n</blockquote>\n<p>So he said.</p>"
      ),
      (
        "Said:\n{{< quote author=\"Ole & co\" >}}\nThe ebb,\n\nit is.\n{{< /quote >}}",
        "<p>Said:</p>\n<blockquote><p><cite>Ole &amp; co</cite></p>\n<p>The ebb,</p>\n<p>it is.</p>\n</blockquote>"
      ),
      (
        "Said {% pullquote %}The ebb.{% endpullquote %} so.",
        "<p>Said </p>\n<blockquote>\n<p>The ebb.</p>\n</blockquote>\n<p> so.</p>"
      ),
      (
        "- {% quote(author=\"Ole\") %}\n  The ebb.\n  {% end %}",
        "<blockquote><p><cite>Ole</cite></p>\nThe ebb.\n</blockquote>"
      ),
      (
        "{{% alert title=\"Ice & wind\" color=\"warning\" %}}\nStay *in*.\n{{% /alert %}}\nGo.",
        "<div class=\"alert alert-warning\">\n<p class=\"alert-title\">Ice &amp; wind</p>\n<p>Stay <em>in</em>.</p>\n</div>\n<p>Go.</p>"
      ),
      (
        "{{< note >}}\nThe ebb.\n{{< /note >}}",
        "<div class=\"alert alert-note\">\n<p class=\"alert-title\">Note</p>\n<p>The ebb.</p>\n</div>"
      ),
      (
        "{% note info no-icon %}\nThe ebb.\n{% endnote %}",
        "<div class=\"alert alert-note\">\n<p class=\"alert-title\">Note</p>\n<p>The ebb.</p>\n</div>"
      ),
      ("{{< alert-danger >}}The ebb.{{< /alert-danger >}}", "<div class=\"alert alert-caution\">"),
      ("{% alert(type=\"tip\") %}\nThe ebb.\n{% end %}", "<div class=\"alert alert-tip\">"),
      ("{{< notice warning \"Ice\" >}}\nThe ebb.\n{{< /notice >}}", "<p class=\"alert-title\">Ice</p>"),
      ("{{< alert \"fire\" >}}\nThe ebb.\n{{< /alert >}}", "<p class=\"alert-title\">Note</p>"),
      ("- {% quote %}\n  - The ebb.\n  {% endquote %}\n\nNo more.", "<p>No more.</p>"),
      ("# Of {% quote a %}ebb{% endquote %}", "<cite>a</cite>"),
      (
        "{% codeblock Tides lang:js %}\nlet a\n{% endcodeblock %}",
        "<pre><code class=\"language-js\">let a\n</code></pre>"
      ),
      (
        "[caption id=\"a_7\" width=\"65\"]![Pier](pier.png) The *pier*[/caption]",
        "<p><img loading=\"lazy\" src=\"pier.png\" alt=\"Pier\" /> The <em>pier</em></p>"
      ),
      (
        "[caption width=\"65\" caption=\"The *old* [1] pier\"][![](pier.png)](https://a.org/)[/caption]",
        "<img loading=\"lazy\" src=\"pier.png\" alt=\"\" /></a> The <em>old</em> [1] pier</p>"
      ),
      (
        "[caption caption=\"One\"]![a](a.png)[/caption]\n\n[caption id=\"b\"]![b](b.png) Two[/caption]",
        "alt=\"a\" /> One</p>\n<p><img loading=\"lazy\" src=\"b.png\" alt=\"b\" /> Two</p>"
      ),
      ("[caption caption=\"6\" deep\"]![a](a.png)[/caption]", "alt=\"a\" /> 6</p>"),
      (
        "[Write](mailto:ole@example.org?subject=The ebb at 7) `[a](mailto:b?c d)`",
        "<a href=\"mailto:ole@example.org?subject=The%20ebb%20at%207\">Write</a> <code>[a](mailto:b?c d)</code>"
      ),
      (
        "{% include plate.html, image: \"crane.png\",\n  alt: \"A crane\", caption: \"Ours\" %}",
        "<figure><img src=\"crane.png\" alt=\"A crane\" /><figcaption>Ours</figcaption></figure>"
      ),
      (
        "<span>{% image_with_class \"crane.png\" \"wide\" \"A crane\" %}</span>",
        "<img src=\"crane.png\" alt=\"A crane\""
      ),
      (
        "{{< figure src=\"a.png\" caption=\"Ours, by [Ole](https://o.example.org/) & **Aino**\" >}}",
        "alt=\"Ours, by Ole &amp; Aino\" /><figcaption>Ours, by <a href=\"https://o.example.org/\">Ole</a> &amp; <strong>Aino</strong></figcaption>"
      ),
      (
        "{{< figure src=\"a.png\" caption=\"<script>x()</script>Ours a<b\" >}}",
        "&lt;/script&gt;Ours a&lt;b</figcaption>"
      ),
      (
        "{{< figure src=\"a.png\" caption=\"<center><strong>Ole</strong></center>\" >}}",
        "<figcaption><strong>Ole</strong></figcaption>"
      ),
      (
        "{{< gallery caption=\"Two *nets*\" >}}\n{{< figure src=\"a.png\" >}}\n{{< /gallery >}}",
        "<p>Two <em>nets</em></p>"
      ),
      ("{{< old-img src=\"the\\_crane.png\" >}}", "<img src=\"the_crane.png\""),
      ("One {% assign a = 1 %}two.", "<p>One two.</p>"),
      ("One\n\n{% comment %}\nnever **this**\n{% endcomment %}\n\ntwo.", "<p>One</p>\n<p>two.</p>"),
      ("`{{< figure src=\"a\" >}}`", "<code>{{&lt; figure src=&quot;a&quot; &gt;}}</code>"),
      ("{{</* figure src=\"a\" */>}}", "<p>{{&lt; figure src=&quot;a&quot; &gt;}}</p>"),
      ("{% raw %}{{ site.url }}{% endraw %}", "<p>{{ site.url }}"),
      ("[a](b.pdf \"{{ site.url }}\")", "title=\"{{ site.url }}\""),
    ])
  func meanings(body: String, expected: String) {
    #expect(html(body).contains(expected), "\(html(body))")
  }

  @Test(
    "a tag with a line break in it means in an address what it means on one line",
    arguments: [
      ("[a]({{ site.baseurl\n}}/tides/)", "<p><a href=\"/tides/\">a</a></p>"),
      ("[a]({{ site.baseurl\r\n}}/tides/ \"Ebb\")", "<p><a href=\"/tides/\" title=\"Ebb\">a</a></p>"),
      ("[a](<{{ site.baseurl\n}}/the ebb/>)", "<p><a href=\"/the%20ebb/\">a</a></p>"),
      (
        "* [a]({% post_url x\n  %}) b\n* c",
        "<ul>\n<li><a href=\"bulletin-source:*/x\">a</a> b</li>\n<li>c</li>\n</ul>"
      ),
      ("[a]\n\n[a]: {{ site.baseurl\n}}/tides/", "<p><a href=\"/tides/\">a</a></p>"),
      (
        "So <img alt=\"a\" src=\"{{ site.baseurl\n}}/ebb.png\"> it is.",
        "<p>So <img alt=\"a\" src=\"/ebb.png\" /> it is.</p>"
      ),
      ("[a]({{ tides.of\n}}/tides/)", "<p>a</p>"),
      (
        "![a]({{ site.baseurl\n}}/ebb.png){: .soft style=\"display:\nblock\" width=\"80\"}",
        "<p><img src=\"/ebb.png\" alt=\"a\" class=\"soft\" width=\"80\" />"
      ),
    ])
  func addressOverTwoLines(body: String, expected: String) {
    let html = html(body)
    #expect(html.hasPrefix(expected) && !html.contains("{"), "\(html)")
  }

  @Test("lines below a tag over two lines in an address keep their numbers")
  func linesBelowAddress() {
    let found = read(issue(body: "[a]({{ site.baseurl\n}}/tides/)\nand [b]().")).diagnostics
    #expect(found.map { ($0.location?.line ?? 0) - 14 } == [3])
  }

  @Test("what a site says of itself stands where tags ask for it, also deeper, and what it does not say stays as typed")
  func values() throws {
    let source = SourceFile(
      path: "Content/site.yaml", bytes: Bytes("chat: https://chat.example.org\nteam: {names: [Ole, Karla]}\n".utf8))
    guard case .success(let node) = YAMLDocument.read(source, 0..<source.bytes.count) else {
      Testing.Issue.record("no YAML")
      return
    }
    var options = ReadingOptions()
    options.values = try #require(GivenValues(node))
    let body =
      "[a]({{ site.chat }}/b) {{< param chat >}} {{ site.team.names.last }} {{ site.phone }} {{< param \"team.x\" >}}\n"
    let html = read(issue(body: body), options: options).texts.first?.string ?? ""
    #expect(
      html.contains("<a href=\"https://chat.example.org/b\">a</a> https://chat.example.org Karla {{ site.phone }}"))
    #expect(html.contains("{{&lt; param &quot;team.x&quot; &gt;}}"))
    #expect(options.key != ReadingOptions().key)
  }

  @Test(
    "a picture that a tag asks for is known to be one of a tag, wherever that stands",
    arguments: [
      "[{{< figure src=\"a/ebb.png\" >}}](https://x.example.org/a/ebb.png)",
      "<p><a href=\"https://x.example.org/a/ebb.png\">{{< old-img src=\"a/ebb.png\" >}}</a></p>",
      "{{< old-img src=\"a/the\\_ebb.png\" >}}",
    ])
  func picturesOfTags(body: String) {
    let pictures = read(issue(body: body)).issue?.lead.text.links.filter(\.isImage) ?? []
    #expect(pictures.map(\.isOfTag) == [true])
  }

  @Test("what a caption has of HTML is held to what texts may have of it")
  func refusedInCaptions() {
    for caption in [
      "<script>x()</script>Ours", "Ours <b onclick='x'>b</b>", "<div onclick='x'>b</div>", "a <script>x()</script>",
    ] {
      let html = html("{{< figure src=\"a.png\" caption=\"\(caption)\" >}}")
      #expect(!html.contains("<script") && !html.contains("<b on") && !html.contains("<div on"), "\(html)")
    }
  }

  @Test("an address of which a tag is not known is one all the same: its words stay, and what stands below it is read")
  func unknownAddress() {
    let html = html(
      "[a], [b] and [c]({% url \"d\" %}).\n\n[a]: {{ site.root | absolute_url }}/a/\n[b]: https://b.example.org/")
    #expect(html == "<p>a, <a href=\"https://b.example.org/\">b</a> and c.</p>")
  }

  @Test(
    "what nobody understands stays as it was typed",
    arguments: ["{% include crane.html %}", "{{ page.title }}", "{{% tide 7 %}}", "{{ figure }}", "{% figure"])
  func unknown(tag: String) {
    #expect(html("A \(tag) b.").contains("A \(tag) b."), "\(html("A \(tag) b."))")
  }

  @Test(
    "a quotation without an end is none, and takes nothing with it; an end of its own is a tag, too",
    arguments: [
      ("{% blockquote Ole %}\nThe ebb.\n\nMore.", ["foreign-tag"]), ("{{< quote >}}\n\nThe ebb.", ["foreign-tag"]),
      ("The ebb.\n{{< /quote >}}", ["foreign-tag"]),
      ("{% include quote.html author=\"Ole\" %}\n\nThe ebb.", ["foreign-tag"]),
      ("{% quote %}\n\nThe ebb.\n\n{{< /quote >}}", ["foreign-tag", "foreign-tag"]),
      ("{{< note >}}\n\nThe ebb.", ["foreign-tag"]), ("{% tip %}\n\nThe ebb.", ["foreign-tag"]),
      ("{% quote %}\n\nThe ebb.\n\n```\n{% raw %}\n{% endquote %}\n{% endraw %}\n```", ["foreign-tag"]),
      ("<div>\n{% quote %}\nThe ebb.\n</div>", ["foreign-tag"]),
      ("<div>\n{% quote %}\nThe ebb.\n{% endquote %}\n</div>", []),
    ])
  func quotationWithoutEnd(body: String, kinds: [String]) {
    let reading = read(issue(body: body))
    #expect(reading.diagnostics.map(\.kind.name) == kinds)
    #expect(reading.texts.first?.string.contains("The ebb.") ?? false)
    #expect(reading.texts.first?.string.contains("<blockquote>") == kinds.isEmpty)
  }

  @Test("what is found in a quotation is found at its own line")
  func placeInQuotation() {
    let body = "Said:\n{% quote Ole %}\nThe **ebb,\nhe he said.\n{% endquote %}\nAnd went __off"
    var options = ReadingOptions()
    options.looksAtStyle = true
    let found = read(issue(body: body), options: options).diagnostics.map {
      "\($0.kind.name):\(($0.location?.line ?? 0) - 14)"
    }
    #expect(found.contains("stray-stars:3") && found.contains("repeated-word:4"), "\(found)")
  }

  @Test("no mark is left, whatever a tag stands in")
  func noMarkIsLeft() {
    let tags = [
      "{{< figure src=\"a.png\" >}}", "{{ site.url }}", "{% assign a = 1 %}", "{{< ref \"a.md\" >}}", "{{<br>}}",
      "{% assign a = 1\n%}", "{{ site.url\n}}",
    ]
    let places = [
      "@", "# @", "> @", "- @", "| a |\n|---|\n| @ |", "**@**", "[@](b.pdf)", "[a](@)", "[a](b.pdf \"@\")",
      "![@](a.png)",
      "    @", "```@\n@\n```", "`@`", "<b>@</b>", "<div>\n@\n</div>", "<b title=\"@\">a</b>", "a[^1]\n\n[^1]: @",
      "[a]\n\n[a]: @", "[@]: a.pdf", "**Tide @.** Text.", "<!-- @ -->", "@\n---", "a @@ b",
    ]
    for place in places {
      for tag in tags {
        let body = place.replacing("@", with: tag)
        let reading = read(issue(body: body))
        for text in reading.texts.map(\.string) + (reading.issue?.lead.text.sections.map(\.text) ?? []) {
          #expect(!text.unicodeScalars.contains { (0xE000...0xE002).contains($0.value) }, "\(body): \(text)")
        }
      }
    }
  }
}

extension String {
  fileprivate var trimmingBlanks: String {
    split(separator: "\n", omittingEmptySubsequences: true).joined(separator: "\n")
  }

  @Test("characters of private use stay what they are beside tags", arguments: ["\u{E000}", "\u{E100}", "\u{F0001}"])
  func privateUse(character: String) {
    let reading = read("---\ntitle: T\ndate: 2020-01-01\n---\n\nA \(character) b {% comment %}c{% endcomment %} d.\n")
    #expect(reading.texts.first?.string.contains("A \(character) b ") ?? false, "\(reading.texts.map(\.string))")
  }

  @Test("more tags than any text has are an error where they begin to be too many")
  func tooMany() {
    func kinds(_ count: Int) -> [String] {
      let tags = String(repeating: "{{< youtube abc >}}\n\n", count: count)
      return read("---\ntitle: T\ndate: 2020-01-01\n---\n\n" + tags).diagnostics.map {
        "\($0.kind.name):\($0.location?.line ?? 0)"
      }
    }
    #expect(kinds(EngineTagBounds.most) == [])
    #expect(kinds(EngineTagBounds.most + 1) == ["too-much-markup:\(6 + 2 * EngineTagBounds.most)"])
  }
}
