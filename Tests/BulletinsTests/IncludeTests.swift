import Coding
import Diagnostics
import TestSupport
import Testing
import Text

@testable import Bulletins

/// What texts take in from other files.
@Suite("Texts from other files")
struct IncludeTests {
  private let files = [
    "Content/_includes/links.md": "{% comment %}all{% endcomment %}\n[pier]: https://pier.example.org/\n",
    "Content/bulletins/_includes/pier.md": "Nearer *pier*.\n", "Content/_includes/pier.md": "Farther pier.\n",
    "Content/_includes/box.html": "<div class=\"box\">{{ include.words }} of {{ page.title }}</div>\n",
    "Content/_includes/nets.md":
      "{% assign all = include.nets | split: \",\" %}{% for n in all %}\n[net {{n}}]: https://nets.example.org/{{n}}\n{% endfor %}",
    "Content/_includes/linked.md": "<a href=\"{{ site.chat }}\">Talk</a>",
    "Content/_includes/round.md": "a {% include round.md %} b", "Content/_includes/far.md": "{{ site.data.tides }}x",
    "Content/bulletins/_part.md": "A **part** & more.\n", "Content/_includes/deep.md": "{% include pier.md %}",
    "Content/_data/harbours.yml": "rowna:\n  - {name: Rowna, depth: 7}\n", "Content/_data/more/lamps.json": "[4]",
    "Content/_subjects/ice.md": "---\ntitle: Ice\npermalink: /s/ice/\n---\nText.",
    "Content/_subjects/about.md": "Why: what has no front matter is no subject.",
    "Content/pages/boats/en/cutter.md": "---\ntitle: A cutter\n---\nText.",
    "Content/pages/boats/op_ice.md": "---\ntitle: Op ice\n---\nText.",
    "Content/pages/boats/tug/index.md": "---\ntitle: A tug\n---\nText.",
    "Content/pages/boats/sail.md": "\u{FEFF}---\ntitle: A sail\n---\nText.",
    "Content/_includes/subjects.md":
      "{% for s in site.subjects %}\n[{{ s.title }}]: {{ s.url }}\n{% endfor %}{% for b in site.boats %}\n[{{ b.title }}]: {{ b.url }}\n{% endfor %}",
  ]

  private func reading(_ body: String, _ files: [String: String]? = nil) -> Reading {
    let files = files ?? self.files
    var options = ReadingOptions()
    options.partials = Partials(paths: Set(files.keys)) { files[$0].map { Bytes($0.utf8) } }
    return read(
      "---\ntitle: Nets\ndate: 2019-03-04\n---\n\n\(body)\n", path: "Content/bulletins/a.md", options: options)
  }

  @Test(
    "what a file has stands in the place of the tag",
    arguments: [
      ("[pier] and [it][pier].\n\n{% include links.md %}", "<a href=\"https://pier.example.org/\">it</a>.</p>"),
      ("[net 7]\n\n{% include nets.md nets=\"7,8\" %}", "<a href=\"https://nets.example.org/7\">net 7</a>"),
      (
        "[a] [b].\n\n{% include links.md %}\n[a]: https://a.example.org/\n[b]: https://b.example.org/",
        "<a href=\"https://b.example.org/\">b</a>"
      ),
      ("{% include pier.md %}", "<p>Nearer <em>pier</em>.</p>"), ("{% include deep.md %}", "Nearer"),
      ("Say {% include pier.md %} so.", "<p>Say Nearer <em>pier</em>. so.</p>"),
      ("{% include box.html words=\"Some\" %}", "<div class=\"box\">Some of Nets</div>"),
      ("{% include_relative _part.md %}", "<p>A <strong>part</strong> &amp; more.</p>"),
      ("{{% include \"_part.md\" %}}", "<strong>part</strong>"), ("{{< readfile file=\"_part.md\" >}}", "<strong>part"),
      ("{% assign at = \"https://at.example.org/\" %}[a]({{at}}7)", "<a href=\"https://at.example.org/7\">a</a>"),
      ("{{ site.data.harbours.rowna[0].name }}, {{ site.data.more.lamps[0] }}", "<p>Rowna, 4</p>"),
      ("[Ice], [a cutter].\n\n{% include subjects.md %}", "<a href=\"/s/ice/\">Ice</a>"),
      ("[Ice], [a cutter].\n\n{% include subjects.md %}", "<a href=\"/boats/en/cutter/\">a cutter</a>"),
      ("[A sail].\n\n{% include subjects.md %}", "<a href=\"/boats/sail/\">A sail</a>"),
      ("[Op ice].\n\n{% include subjects.md %}", "<a href=\"/boats/op-ice/\">Op ice</a>"),
      ("[A tug].\n\n{% include subjects.md %}", "<a href=\"/boats/tug/\">A tug</a>"),
      ("{{ page.title }} and {{ title }}", "<p>Nets and Nets</p>"),
      ("{{< param title >}}", "<p>Nets</p>"),
      ("<p>{{ page.title }}</p>", "<p>Nets</p>"),
      ("{% photo \"ice.png\", \"Thin ice\", 300, 200 %}", "<img src=\"ice.png\" alt=\"Thin ice\""),
      ("{{ page.title }}", "<p>Nets</p>"), ("`{% include pier.md %}`", "<code>{% include pier.md %}</code>"),
    ])
  func included(body: String, expected: String) {
    let reading = reading(body)
    #expect(reading.texts.first?.string.contains(expected) ?? false, "\(reading.texts.map(\.string))")
    #expect(reading.diagnostics.isEmpty, "\(reading.diagnostics.map(\.message))")
  }

  @Test("a list of texts leaves out those that are held back, and is not made where that depends on the day")
  func heldBack() {
    let loop = "{% for p in site.ports %}[{{ p.title }}]{% endfor %}"
    func ports(_ key: String) -> [String: String] {
      [
        "Content/pages/ports/a.md": "---\ntitle: Rowna\n---\nText.",
        "Content/pages/ports/b.md": "---\ntitle: Tarn\n\(key)\n---\nText.",
      ]
    }
    for key in ["draft: true", "published: false", "status: draft", "withdrawn: true"] {
      let text = reading(loop, ports(key)).texts.first?.string ?? ""
      #expect(text.contains("[Rowna]") && !text.contains("Tarn"), "\(key): \(text)")
    }
    for key in ["publish_date: 2199-01-01", "date: 2199-01-01", "expires: 2020-01-01"] {
      #expect(reading(loop, ports(key)).texts.allSatisfy { !$0.string.contains("Tarn") }, "\(key)")
    }
  }

  @Test(
    "what can't be had is a finding at its tag",
    arguments: [
      ("<p>{{ page.title }}\n{% tide %}</p>", "foreign-tag:7"), ("{% include round.md %}", "include-loop:6"),
      ("Text.\n\n{% include ../../x.md %}", "include-outside:8"),
      ("Text.\n\n{% include_relative ../../x.md %}", "include-outside:8"), ("{% include none.md %}", "foreign-tag:6"),
      ("{% include far.md %}", "unread-include:6"), ("{% include linked.md %}", "unread-include:6"),
    ])
  func refused(body: String, expected: String) {
    let found = reading(body).diagnostics.map { "\($0.kind.name):\($0.location?.line ?? 0)" }
    #expect(found == [expected])
  }

  @Test("files that include each other in loops cost no more together than one may")
  func multiplied() {
    var files: [String: String] = ["Content/_includes/f9.md": "x"]
    for number in 1...8 {
      files["Content/_includes/f\(number).md"] = "{% for i in (1..100) %}{% include f\(number + 1).md %}{% endfor %}"
    }
    let reading = reading("{% include f1.md %}", files)
    #expect(reading.diagnostics.map(\.kind.name) == ["unread-include"])
    #expect((reading.texts.first?.count ?? 0) < 200_000)
  }

  @Test("what no parser reads in time is left out of the text that includes it")
  func tooMuch() {
    let links = String(repeating: "[x](a.md) ", count: 4_000)
    let found = reading("Text.\n\n{% include links.md %}", ["Content/_includes/links.md": links]).diagnostics
    #expect(found.map { "\($0.kind.name):\($0.location?.line ?? 0)" } == ["too-much-markup:8"])
  }

  @Test("a text remembers what it took in or looked for in vain, also in the store")
  func uses() throws {
    let body = "{% include pier.md %}\n\n{% include none.md %}"
    let reading = reading(body)
    var writer = BinaryWriter()
    _ = reading.write(to: &writer)
    let stored = try #require(Reading.read(from: writer.bytes))
    #expect(stored.uses == reading.uses)
    func isCurrent(_ path: String, _ text: String?) -> Bool {
      var files = files
      files[path] = text
      let now = files
      return stored.uses.areCurrent(in: Partials(paths: Set(now.keys)) { now[$0].map { Bytes($0.utf8) } })
    }
    #expect(isCurrent("Content/_includes/links.md", "other"))
    #expect(!isCurrent("Content/bulletins/_includes/pier.md", "other"))
    #expect(!isCurrent("Content/bulletins/_includes/pier.md", nil))
    #expect(!isCurrent("Content/_includes/none.md", "now"))
  }
}
