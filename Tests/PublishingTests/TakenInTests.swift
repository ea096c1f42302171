import TestSupport
import Testing

@testable import Publishing

/// Files that texts include, and templates of shortcodes: a change of one makes again what uses it, and nothing else.
@Suite("What texts take in")
struct TakenInTests {
  private func site() throws -> TemporarySite {
    let site = try TemporarySite()
    try site.write("Content/_includes/tide.md", "The [tide] falls.\n\n[tide]: https://tide.example.org/\n")
    try site.write(
      "Templates/shortcodes/photo.html",
      "<figure class=\"{{ args.class }}\"><img src=\"{{ args.src }}\" alt=\"{{ args.alt }}\">{{ inner }}</figure>\n")
    try site.write("Templates/shortcodes/loud.html", "<b>{{ args[0]|upper }}</b> {{ page.title }} {{ site.title }}")
    for number in 1...30 { try site.addIssue(number, title: "Title \(number)", body: "Text \(number).") }
    try site.addIssue(3, title: "Title 3", body: "Text.\n\n{% include tide.md %}")
    try site.addIssue(
      5, title: "Title 5",
      body:
        "Text {{ loud(\"a<b\") }} and {% loud \"c\" %}.\n\n{{< photo src=\"net.png\" alt=\"A \\\"net\\\"\" class=\"wide\" >}}\nWords *of* it.\n{{< /photo >}}"
    )
    try site.write("Content/bulletins/net.png", "a net")
    return site
  }

  private func pages(_ report: BuildReport) -> [String] { report.written.filter { $0.hasSuffix("index.html") } }

  private func isVerified(_ site: TemporarySite) throws -> Bool {
    var options = BuildOptions(site: site.path)
    options.verifies = true
    let verified = try Build.run(options)
    return verified.verification == .same(verified.kept) && verified.written.isEmpty
  }

  @Test("a shortcode is made by its template, with what its tag gives, escaped where it stands")
  func shortcode() throws {
    let site = try site()
    let report = try site.build()
    #expect(report.diagnostics.isEmpty, "\(report.diagnostics.map(\.printed))")
    let page = try site.published("2010/5/index.html")
    #expect(page.contains("<p>Text <b>A&lt;B</b>  Bulletin and <b>C</b>  Bulletin.</p>"), "\(page)")
    #expect(page.contains("<figure class=\"wide\"><img src=\"net.png\" alt=\"A &#34;net&#34;\">"), "\(page)")
    #expect(page.contains("<p>Words <em>of</em> it.</p>"))
    #expect(try site.published("2010/5/net.png") == "a net")
  }

  @Test("a shortcode in another of its name ends with its own end, and very many in each other stay as they are typed")
  func nested() throws {
    let site = try site()
    try site.write("Templates/shortcodes/box.html", "<div>{{ inner or '' }}</div>")
    try site.addIssue(
      6,
      body:
        "{{< box >}}a {{< box >}}b{{< /box >}} c{{< /box >}} {{< box >}} d\n\n{% box %}e{% box %}f{% end %}{% end %}")
    let deep = String(repeating: "{{< box >}}", count: 900) + "x" + String(repeating: "{{< /box >}}", count: 900)
    try site.addIssue(7, body: deep)
    #expect(try site.build().isPublished)
    let page = try site.published("2010/6/index.html")
    #expect(page.contains("<div>a <div>b</div> c</div> <div></div> d"), "\(page)")
    #expect(page.contains("<div>e<div>f</div></div>"), "\(page)")
    #expect(try site.published("2010/7/index.html").contains("{{&lt; box &gt;}}"))
  }

  @Test("a film whose files are both missing has no dead address")
  func film() throws {
    let site = try TemporarySite()
    try site.addIssue(1, body: "Text.\n\n<video src=\"a.mp4\" poster=\"b.png\" controls></video>")
    try site.addIssue(2)
    _ = try site.build(skipsBroken: true)
    let page = try site.published("2010/1/index.html")
    #expect(page.contains("<video") && !page.contains("a.mp4") && !page.contains("b.png"), "\(page)")
  }

  @Test("a changed template or included file makes again the pages that use it")
  func changes() throws {
    let site = try site()
    _ = try site.build()
    #expect(try isVerified(site))
    try site.write("Content/_includes/tide.md", "The tide rises.\n")
    #expect(try pages(site.build()) == ["2010/3/index.html"])
    #expect(try site.published("2010/3/index.html").contains("The tide rises."))
    #expect(try isVerified(site))
    try site.write("Templates/shortcodes/loud.html", "<i>{{ args[0] }}</i>")
    #expect(try pages(site.build()) == ["2010/5/index.html"])
    #expect(try isVerified(site))
    try site.remove("Templates/shortcodes/photo.html")
    let without = try site.build()
    #expect(pages(without) == ["2010/5/index.html"])
    // Its `src` says that it shows a picture.
    #expect(without.diagnostics.isEmpty)
    #expect(try site.published("2010/5/index.html").contains("<figure"))
    #expect(try isVerified(site))
    #expect(try site.build().written.isEmpty)
  }

  @Test("a preview shows an included file and a template as they are now")
  func preview() throws {
    let site = try site()
    let live = LiveSite(site: site.path)
    try live.load()
    func page(_ path: String) -> String {
      guard case .made(let html, _, nil) = live.find(path, hasPositions: true) else { return "" }
      return html.string
    }
    #expect(page("2010/3/").contains("falls"))
    try site.write("Content/_includes/tide.md", "The tide rises.\n")
    _ = live.update(["Content/_includes/tide.md"])
    #expect(page("2010/3/").contains("rises"))
    try site.write("Templates/shortcodes/loud.html", "<i>soft</i>")
    _ = live.update(["Templates/shortcodes/loud.html"])
    #expect(page("2010/5/").contains("<i>soft</i>"))
  }

  @Test("what is wrong with a template is said once, where it is; what a tag gives it, at the tag")
  func mistakes() throws {
    let site = try site()
    try site.write("Templates/shortcodes/loud.html", "{{ ages }}")
    #expect(try site.build().diagnostics.map(\.path) == ["Templates/shortcodes/loud.html"])
    try site.write("Templates/shortcodes/loud.html", "{{ args.a.b }}")
    let found = try site.build().diagnostics
    #expect(
      found.map { "\($0.kind.name) \($0.path)" }
        == Array(repeating: "shortcode-failed Content/bulletins/5.md", count: found.count))
    #expect(found.first?.notes.first?.location?.path == "Templates/shortcodes/loud.html")
    #expect(!found.isEmpty)
  }

  @Test("a figure whose image is not there is published as its words, and comes back with it")
  func missingFigure() throws {
    let site = try TemporarySite()
    try site.addIssue(
      1, body: "{{< figure src=\"pier.png\" alt=\"A pier\" >}}\n\n{{< figure src=\"/img/oar.png\" alt=\"An oar\" >}}")
    let report = try site.build()
    #expect(report.isPublished)
    #expect(report.diagnostics.map(\.kind.name).contains("missing-figure"))
    let page = try site.published("2010/1/index.html")
    #expect(
      page.contains("A pier") && page.contains("An oar") && !page.contains("pier.png") && !page.contains("oar.png"))
    #expect(try isVerified(site))
    try site.write("Content/bulletins/pier.png", "a pier")
    try site.write("Content/static/img/oar.png", "an oar")
    _ = try site.build()
    let whole = try site.published("2010/1/index.html")
    #expect(whole.contains("pier.png") && whole.contains("/img/oar.png"))
    #expect(try isVerified(site))
  }
}
