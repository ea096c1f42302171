import Foundation
import Publishing
import Site
import TestSupport
import Testing

@Suite("Themes")
struct ThemeTests {
  private func site(theme: Bool) throws -> TemporarySite {
    let site = try TemporarySite(theme: theme)
    try site.addIssue(1, byline: "Lena Orzech", body: "**Iran.** Text.")
    try site.write("Content/pages/about.md", "# About\n\nText.\n")
    return site
  }

  @Test("a site without templates is published as one that has all of the program's")
  func none() throws {
    let (bare, full) = (try site(theme: false), try site(theme: true))
    #expect(try bare.build().isPublished && full.build().isPublished)
    #expect(try bare.publishedFiles() == full.publishedFiles())
    #expect(try bare.published("assets/style.css").contains("{"))
  }

  @Test("a theme has what it changes: template, word or asset; a later build notices each")
  func part() throws {
    let site = try site(theme: false)
    _ = try site.build()
    try site.write(
      "Templates/person.html", "{% extends 'base.html' %}{% block main %}<p>OWN {{ person.name }}</p>{% endblock %}")
    try site.write("Templates/assets/style.css", "/* own */")
    try site.write("Templates/strings/en.yaml", "topics: OWN TOPICS\n")
    let report = try site.build()
    #expect(report.diagnostics.isEmpty, "\(report.diagnostics.map(\.printed))")
    #expect(try site.published("people/lena-orzech/index.html").contains("OWN Lena Orzech"))
    #expect(try site.published("assets/style.css") == "/* own */")
    #expect(try site.published("topics/index.html").contains("OWN TOPICS"))
    for file in ["person.html", "assets/style.css", "strings/en.yaml"] {
      try FileManager.default.removeItem(atPath: site.path + "/Templates/" + file)
    }
    _ = try site.build()
    let full = try self.site(theme: true)
    _ = try full.build()
    #expect(try site.publishedFiles() == full.publishedFiles())
  }

  @Test("a frame of the site's own need not have all the blocks that the program's templates fill")
  func ownFrame() throws {
    let site = try site(theme: false)
    try site.write(
      "Templates/base.html",
      """
      <!doctype html><html lang="{{ site.language }}"><head><meta charset="utf-8">
      <title>{% block title %}{% endblock %}</title></head><body>OWN FRAME <main id="_main">{% block main %}{% endblock %}</main></body></html>
      """)
    let report = try site.build()
    #expect(report.isPublished, "\(report.diagnostics.map(\.printed))")
    for page in ["index.html", "archive/index.html", "search/index.html", "people/lena-orzech/index.html"] {
      #expect(try site.published(page).contains("OWN FRAME"), "\(page) is not in the site's frame")
    }
  }

  @Test("a theme that names none of the program's assets gets none")
  func ownAssets() throws {
    let site = try site(theme: true)
    let assets = try FileManager.default.contentsOfDirectory(atPath: site.path + "/Templates/assets")
    try FileManager.default.removeItem(atPath: site.path + "/Templates/assets")
    for name in try FileManager.default.contentsOfDirectory(atPath: site.path + "/Templates") where name.hasSuffix("l")
    {
      let text = assets.filter { $0 != "fonts" }.reduce(try site.read("Templates/" + name)) {
        $0.replacing($1, with: "own.css")
      }
      try site.write("Templates/" + name, text)
    }
    try site.write("Templates/assets/own.css", "/* own */")
    #expect(try site.build().isPublished)
    let sheets = try site.publishedFiles().keys.filter { $0.hasPrefix("assets/") && $0.hasSuffix(".css") }
    #expect(sheets == ["assets/own.css"])
  }

  @Test("a standing page is made with the template that it names, and made anew when that changes")
  func pageTemplate() throws {
    let site = try site(theme: false)
    try site.write(
      "Templates/own.html", "{% extends 'base.html' %}{% block main %}ONE {{ document.title }}{% endblock %}")
    try site.write("Content/pages/join.md", "---\ntemplate: own.html\n---\n\n# Join\n\nText.\n")
    #expect(try site.build().isPublished && site.published("join/index.html").contains("ONE Join"))
    #expect(try !site.published("about/index.html").contains("ONE"))
    try site.write(
      "Templates/own.html", "{% extends 'base.html' %}{% block main %}TWO {{ document.title }}{% endblock %}")
    #expect(try site.build().isPublished && site.published("join/index.html").contains("TWO Join"))
  }

  @Test("a template that is not there is an error at the line that names it, with the nearest one")
  func missingTemplate() throws {
    let site = try site(theme: false)
    try site.write("Content/pages/join.md", "---\nsummary: X\ntemplate: pages.html\n---\n\n# Join\n\nText.\n")
    let report = try site.build()
    let finding = try #require(report.diagnostics.first)
    #expect(!report.isPublished && report.diagnostics.count == 1)
    #expect(finding.kind.name == "missing-template" && finding.location?.line == 3)
    #expect(finding.help == ["did you mean `page.html`?"])
  }
}
