import Foundation
import TestSupport
import Testing

/// What settings and a style sheet make of the look, and what all pages have in their heads.
@Suite("How a site looks")
struct LookTests {
  /// A site that has no theme of its own.
  private func site(_ settings: String) throws -> TemporarySite {
    let site = try TemporarySite(theme: false)
    try site.write("Content/site.yaml", site.read("Content/site.yaml") + settings)
    try site.addIssue(1, title: "A & B")
    return site
  }

  @Test("colours, type and measures of the settings are variables of each page")
  func variables() throws {
    let site = try site(
      "theme:\n  accent: \"#0a4d68\"\n  link: {light: \"#024\", dark: azure}\n  measure: 30.5rem\n  text_font: \"'EB Garamond', serif\"\n  leading: 1.6\n"
    )
    #expect(try site.build().diagnostics.isEmpty)
    let page = try site.published("2010/1/index.html")
    #expect(
      page.contains(
        "<style>:root{--text-font:'EB Garamond', serif}@media screen{:root{--leading:1.6;--measure:30.5rem}}"
          + "@media screen and (prefers-color-scheme: light){:root{--accent:#0a4d68;--link:#024}}"
          + "@media screen and (prefers-color-scheme: dark){:root{--link:azure}}</style>"))
    #expect(page.contains("<meta name=\"theme-color\" content=\"#0a4d68\">"))
  }

  @Test(
    "what is no colour, length or name of type is an error at its place, and never reaches a page",
    arguments: [
      ("accent: \"#12345\"", "can't have this value"), ("accent: redd", "can't have this value"),
      ("accent: \"red}body{display:none\"", "can't have this value"),
      ("measure: 30", "can't have this value"), ("measure: 1.2.3rem", "can't have this value"),
      ("leading: 1.5em", "can't have this value"), ("text_font: \"x; } </style>\"", "can't have this value"),
      ("text_font: \"'x\"", "can't have this value"), ("measure: {light: 1em, dark: 2em}", "can't have this value"),
      ("acent: red", "did you mean `accent`?"), ("link: [a]", "one under `light:`"), ("link: {pale: red}", "one under"),
    ])
  func wrongValues(line: String, message: String) throws {
    let report = try site("theme:\n  \(line)\n").build()
    #expect(!report.isPublished)
    #expect(report.diagnostics.map(\.kind.name) == ["wrong-setting"], "\(report.diagnostics.map(\.printed))")
    #expect(report.diagnostics.first?.printed.contains(message) == true, "\(report.diagnostics.map(\.printed))")
  }

  @Test("the theme's type goes along, and does not where the settings name the system's")
  func fonts() throws {
    let own = try site("")
    _ = try own.build()
    let style = try own.published("assets/style.css")
    for match in style.matches(of: /url\(([^)]*)\)/) {
      #expect(try own.publishedFiles()["assets/\(match.1)"]?.starts(with: Data("wOF2".utf8)) == true, "\(match.1)")
    }
    for link in try Markup(own.published("index.html")).attributes("href", after: "<link rel=\"preload\"") {
      #expect(style.contains(link.dropFirst("./assets/".count)), "\(link) is fetched, and no style asks for it")
    }
    #expect(try own.published("assets/fonts/OFL.txt").contains("SIL OPEN FONT LICENSE"))
    let system = try site("fonts: system\n")
    _ = try system.build()
    #expect(try !system.publishedFiles().keys.contains { $0.contains("fonts/") })
    let page = try system.published("index.html")
    #expect(!page.contains("preload") && page.contains("<style>:root{--serif:Charter,"))
    #expect(try site("fonts: Arial\n").build().diagnostics.map(\.kind.name) == ["wrong-setting"])
  }

  @Test("a logo stands in the nameplate with its size, and one that is not there is an error at its line")
  func logo() throws {
    let site = try site("logo: {light: img/a.svg, dark: /img/b.svg}\n")
    try site.write("Content/static/img/a.svg", "<svg viewBox='0 0 80 40'></svg>")
    let report = try site.build()
    #expect(report.diagnostics.map(\.kind.name) == ["missing-logo"])
    #expect(report.diagnostics.first?.printed.contains("did you mean `img/a.svg`?") == true)
    try site.write("Content/static/img/b.svg", "<svg viewBox='0 0 80 40'></svg>")
    #expect(try site.build().isPublished)
    let page = try site.published("index.html")
    #expect(page.contains("<source srcset=\"./img/b.svg\" media=\"(prefers-color-scheme: dark)\">"))
    #expect(page.contains("<img src=\"./img/a.svg\" alt=\"\" width=\"80\" height=\"40\">"))
  }

  @Test("a style sheet of the site's own is read after the theme's, and its small picture stands for the program's")
  func ownFiles() throws {
    let site = try site("")
    _ = try site.build()
    #expect(try !site.published("index.html").contains("site.css"))
    #expect(try site.published("index.html").contains("href=\"./assets/favicon.svg?v="))
    try site.write("Templates/assets/site.css", ":root { --accent: navy; }\n")
    try site.write("Content/static/favicon.ico", "ICO")
    #expect(try site.build().isPublished)
    let links = try Markup(site.published("index.html")).attributes("href", after: "<link rel=\"stylesheet\"")
    #expect(links.map { $0.prefix { $0 != "?" } } == ["./assets/style.css", "./assets/lists.css", "./assets/site.css"])
    let ofIssue = try Markup(site.published("2010/1/index.html")).attributes("href", after: "<link rel=\"stylesheet\"")
    #expect(ofIssue.count == 2 && !ofIssue.contains { $0.contains("lists.css") })
    #expect(try site.published("index.html").contains("<link rel=\"icon\" href=\"./favicon.ico\">"))
  }

  @Test("every page says of itself what it is, in few words, and loads nothing but the site's own")
  func heads() throws {
    let site = try site("license: CC BY 4.0\n")
    try site.addIssue(2, abstract: "*" + String(repeating: "Long words. ", count: 60) + "*")
    try site.write("Content/pages/about.md", "# About\n\nWho we are.\n")
    #expect(try site.build().isPublished)
    for (file, data) in try site.publishedFiles() where file.hasSuffix(".html") {
      let page = Markup(String(decoding: data, as: UTF8.self))
      if page.raw.contains("http-equiv=\"refresh\"") { continue }
      let descriptions = page.attributes("content", after: "<meta name=\"description\"")
      #expect(descriptions.count == 1 && descriptions[0].count <= 305 && !descriptions[0].isEmpty, "\(file)")
      #expect(page.attribute("content", after: "og:description") == descriptions[0], "\(file)")
      #expect(page.attribute("content", after: "og:title")?.isEmpty == false, "\(file)")
      #expect(page.raw.contains("default-src 'self'") && !page.raw.contains("script-src"), "\(file)")
      for source in page.attributes("src", after: "<script") {
        // Servers show this page at any address; all others also work from a folder on a disk.
        let depth = file.split(separator: "/").count - 1
        let root = file.hasSuffix("404.html") ? "/" : depth == 0 ? "./" : String(repeating: "../", count: depth)
        #expect(source.hasPrefix(root + "assets/"), "\(file)")
      }
      #expect(page.raw.contains("<a rel=\"license\" href=\"https://creativecommons.org/licenses/by/4.0/\">"), "\(file)")
    }
    let free = try self.site("raw_html: true\n")
    _ = try free.build()
    #expect(try !free.published("2010/1/index.html").contains("Content-Security-Policy"))
  }

  @Test("what stands at the foot of a printed page can't end the style sheet in which it stands")
  func running() throws {
    let site = try site("journal: \"A \\\"B\\\" </style> \\\\ C\"\n")
    #expect(try site.build().isPublished)
    let page = try site.published("2010/1/index.html")
    #expect(page.contains(#"--running:"A \22 B\22  \3c /style\3e  \5c  C, No. 1, January 1, 2010"}</style>"#))
  }
}
