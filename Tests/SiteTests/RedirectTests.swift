import Publishing
import TestSupport
import Testing

@Suite("Redirects")
struct RedirectTests {
  private func site(_ settings: String = "") throws -> TemporarySite {
    let site = try TemporarySite()
    try site.write("Content/site.yaml", try site.read("Content/site.yaml") + settings)
    return site
  }

  private func target(_ site: TemporarySite, _ file: String) throws -> Substring? {
    let page = try site.published(file)
    let whole = page.firstMatch(of: /rel="canonical" href="([^"]*)/)?.output.1
    // Readers stay on the host on which they are, which may be a test's.
    let path = page.firstMatch(of: /url=([^"]*)/)?.output.1
    return path.flatMap { whole?.hasSuffix("org\($0)") == true ? whole : nil }
  }

  @Test("a former address leads on from where a server looks for it")
  func places() throws {
    let site = try site()
    let old = "[a, /b/, c.html, /D/index.html, \"/e%20f/\", /v1.2, /g.php, https://old.example.org/h/]"
    try site.addIssue(1, frontMatter: "---\naliases: \(old)\n---\n")
    let report = try site.build()
    #expect(report.diagnostics.isEmpty, "\(report.diagnostics.map(\.printed))")
    for file in [
      "a/index.html", "b/index.html", "c.html", "D/index.html", "e f/index.html", "v1.2/index.html", "g.php",
      "h/index.html",
    ] { #expect(try target(site, file) == "https://b.example.org/2010/1/", "\(file)") }
  }

  @Test("what may be a former address, or something else, takes none away and stops nothing")
  func guesses() throws {
    let site = try site()
    for number in [1, 2] { try site.addIssue(number, frontMatter: "---\npath: blog/posts\n---\n") }
    try site.addIssue(3, frontMatter: "---\npath: blog/tides\n---\n")
    try site.addIssue(4, frontMatter: "---\naliases: [blog/tides]\n---\n")
    let report = try site.build()
    #expect(report.diagnostics.isEmpty, "\(report.diagnostics.map(\.printed))")
    #expect(try target(site, "blog/posts/index.html") == "https://b.example.org/2010/1/")
    #expect(try target(site, "blog/tides/index.html") == "https://b.example.org/2010/4/")
  }

  @Test("links that are written with old addresses are published with the new ones, and follow them")
  func links() throws {
    let site = try site("old_addresses: /:year/:month/:title.html\n")
    try site.addIssue(1, frontMatter: "---\naliases: [/caf%C3%A9/, b.html]\n---\n", file: "2010-01-01-one")
    let texts = ["/caf%C3%A9/#x", "https://b.example.org/b.html", "/2010/01/one.html", "/caf%C3%A9", "/2010/1/"]
    try site.addIssue(2, body: texts.map { "[a](\($0))" }.joined(separator: "\n") + "\n\n# X\n")
    _ = try site.build()
    func hrefs() throws -> [String] {
      try site.published("2010/2/index.html").matches(of: /<a href="([^"]*)">a</).map { String($0.output.1) }
    }
    #expect(try hrefs() == ["/2010/1/#x", "/2010/1/", "/2010/1/", "/2010/1/", "/2010/1/"])
    // Another issue takes one of the addresses over.
    try site.addIssue(1, file: "2010-01-01-one")
    try site.addIssue(3, frontMatter: "---\naliases: [/b.html]\n---\n")
    var options = BuildOptions(site: site.path)
    options.verifies = true
    let report = try Build.run(options)
    #expect(report.verification != .differs)
    #expect(try hrefs()[1] == "/2010/3/")
  }

  @Test("links that count from an old address of their text are published with the new ones, too")
  func relativeLinks() throws {
    let site = try site("old_addresses: [/news/:title/, /letters/:title.html]\n")
    try site.addIssue(1, body: "# X", file: "2010-01-01-one")
    let texts = ["../one/#x", "../one", "one.html", "../../letters/one.html", "../1/", "../three/", "three.html"]
    try site.addIssue(2, body: texts.map { "[a](\($0))" }.joined(separator: "\n"), file: "2010-01-02-two")
    let report = try site.build()
    let hrefs = try site.published("2010/2/index.html").matches(of: /<a href="([^"]*)">a</).map { String($0.output.1) }
    #expect(
      hrefs == ["/2010/1/#x", "/2010/1/", "/2010/1/", "/2010/1/", "../1/", "../three/", "three.html"])
    #expect(
      report.diagnostics.map(\.message) == [
        "nothing is published at ../three/", "there is no file Content/bulletins/three.html",
      ])
    // Another text comes, to which the last two lead.
    try site.addIssue(3, file: "2010-01-03-three")
    var options = BuildOptions(site: site.path)
    options.verifies = true
    let after = try Build.run(options)
    #expect(after.diagnostics.isEmpty && after.verification != .differs, "\(after.diagnostics.map(\.printed))")
    #expect(try site.published("2010/2/index.html").contains("<a href=\"/2010/3/\">"))
  }

  @Test("a text is found under the day of its file's name, too, where it says another; others go before it")
  func dayOfFile() throws {
    let site = try site("old_addresses: /:year/:month/:day/:title/\n")
    try site.addIssue(1, file: "2009-12-31-one")
    try site.addIssue(2, file: "2010-01-02-two")
    try site.addIssue(3, frontMatter: "---\naliases: [/2010/02/02/four/]\n---\n", file: "2010-01-03-three")
    try site.addIssue(4, file: "2010-02-02-four")
    let report = try site.build()
    #expect(
      report.diagnostics.allSatisfy { $0.kind.name == "sources-disagree" }, "\(report.diagnostics.map(\.printed))")
    #expect(try target(site, "2010/01/01/one/index.html") == "https://b.example.org/2010/1/")
    #expect(try target(site, "2009/12/31/one/index.html") == "https://b.example.org/2010/1/")
    #expect(try target(site, "2010/02/02/four/index.html") == "https://b.example.org/2010/3/")
  }

  @Test("an address twice, or the page's own, is said once and is no mistake")
  func repeated() throws {
    let site = try site()
    try site.addIssue(1, frontMatter: "---\naliases: [/a/, /a/index.html, a]\npermalink: /2010/1/\n---\n")
    #expect(try site.build().diagnostics.isEmpty)
    #expect(try site.published("2010/1/index.html").contains("A Title"))
  }

  @Test("what no page can answer is a warning at its place, unless a server is told")
  func unanswered() throws {
    let site = try site()
    try site.addIssue(1, frontMatter: "---\naliases: [/a.pdf, \"/?p=12\", /b/]\n---\n")
    let found = try site.build().diagnostics
    #expect(found.map(\.kind.name) == ["unanswered-address", "unanswered-address"])
    #expect(found.map { $0.location?.column } == [11, 20])
    let many = (1...9).map { "\"/?p=\($0)\"" }.joined(separator: ", ")
    try site.addIssue(2, frontMatter: "---\naliases: [\(many)]\n---\n")
    let folded = try site.build().diagnostics
    #expect(folded.map(\.message) == ["no page can answer who asks for /a.pdf, and so on for 10 more"])
    try site.addIssue(2)
    try site.write("Content/site.yaml", try site.read("Content/site.yaml") + "redirects: [netlify, nginx, apache]\n")
    #expect(try site.build().diagnostics.isEmpty)
    let new = "https://b.example.org/2010/1/"
    #expect(try site.published("_redirects") == "/a.pdf \(new) 301!\n/ p=12 \(new) 301!\n/b/ \(new) 301!\n")
    #expect(
      try site.published("redirects.conf") == """
        map $uri $path_moved_to {
          default "";
          "/a.pdf" "\(new)";
          "/b/" "\(new)";
        }
        map $request_uri $moved_to {
          default $path_moved_to;
          "/?p=12" "\(new)";
        }

        """)
    #expect(
      try site.published(".htaccess") == """
        RedirectMatch 301 "^/a\\.pdf$" "\(new)"
        RedirectMatch 301 "^/b/$" "\(new)"
        RewriteEngine On
        RewriteCond %{QUERY_STRING} "^p=12$"
        RewriteRule "^$" "\(new)" [R=301,L,QSD]

        """)
  }

  @Test("a former address that is a file of the site is an error, also where a server would be told to lead on from it")
  func takenFiles() throws {
    for settings in ["", "redirects: nginx\n"] {
      let site = try site(settings)
      try site.addIssue(
        1, frontMatter: "---\naliases: [/feed.xml, /robots.txt, /sitemap.xml, /404.html, /old.pdf]\n---\n")
      let errors = try site.build().diagnostics.filter { $0.severity == .error }
      #expect(errors.map(\.kind.name) == Array(repeating: "address-taken", count: 4))
      #expect(errors.allSatisfy { $0.location?.line == 2 })
    }
  }

  @Test("addresses that differ in case only, and two texts for one, are errors at the alias that came last")
  func clashes() throws {
    for (alias, kind) in [("/News/", "addresses-differ-in-case"), ("/news", "address-taken")] {
      let site = try site()
      try site.addIssue(1, frontMatter: "---\naliases: [/news/]\n---\n")
      try site.addIssue(2, frontMatter: "---\naliases: [\(alias)]\n---\n")
      let errors = try site.build().diagnostics
      #expect(errors.map(\.kind.name) == [kind] && errors.first?.location?.line == 2)
      #expect(errors.first?.notes.first?.location?.line == 2)
    }
  }

  @Test("one text may have been found under addresses that differ in case only")
  func ownCase() throws {
    let site = try site()
    try site.addIssue(1, frontMatter: "---\naliases: [/news/, /News/]\n---\n")
    #expect(try site.build().diagnostics.isEmpty)
    #expect(try target(site, "news/index.html") == target(site, "News/index.html"))
  }

  @Test("a path that would be a file and a folder is an error at the alias, whoever asks for the other")
  func filesAndFolders() throws {
    let site = try site()
    try site.addIssue(1, frontMatter: "---\naliases: [/a.html]\n---\n")
    try site.addIssue(2, frontMatter: "---\naliases: [/A.html/b/]\n---\n")
    try site.addIssue(3, frontMatter: "---\naliases: [/feed.xml/]\n---\n")
    let errors = try site.build().diagnostics
    #expect(errors.map(\.kind.name) == ["file-and-folder", "file-and-folder"])
    #expect(errors.map(\.path) == ["Content/bulletins/2.md", "Content/bulletins/3.md"])
    #expect(errors.first?.message == "/a.html would be a file, and a folder for /A.html/b/index.html")
  }

  @Test("a pattern gives every issue its old address, in each language below its prefix")
  func patterns() throws {
    let site = try site("old_addresses: [\"/:year/:month/:title.html\", \"/n/:number/\"]\n")
    try site.addIssue(1, file: "2010-01-01-one")
    try site.write("Content/bulletins/2.pl.md", "---\ntitle: Dwa\ndate: 2010-02-03\nnumber: 2\n---\nx\n")
    let report = try site.build()
    #expect(report.diagnostics.isEmpty, "\(report.diagnostics.map(\.printed))")
    #expect(try target(site, "2010/01/one.html") == "https://b.example.org/2010/1/")
    #expect(try target(site, "n/1/index.html") == "https://b.example.org/2010/1/")
    #expect(try target(site, "pl/2010/02/dwa.html") == "https://b.example.org/pl/2010/2/")
  }

  @Test("what an alias or a page has, a pattern does not take, and says so once, at its place")
  func patternsGiveWay() throws {
    let site = try site("old_addresses: /:year/\n")
    for number in 1...3 { try site.addIssue(number) }
    let found = try site.build().diagnostics
    #expect(found.map(\.kind.name) == ["lost-address"])
    #expect(found.first?.path == "Content/site.yaml" && found.first?.location?.line == 5)
    #expect(found.first?.message.hasSuffix("too, and so on for 2 more") == true)
  }

  @Test("a word in a pattern that stands for nothing is an error in the settings")
  func wrongPattern() throws {
    let site = try site("old_addresses: /:yaer/:title/\nredirects: ngnix\n")
    try site.addIssue(1)
    let errors = try site.build().diagnostics
    #expect(errors.map { $0.location?.line } == [5, 6])
    #expect(errors.map(\.help) == [["did you mean `:year`?"], ["did you mean `nginx`?"]])
  }

  @Test("no text leads on from an address that differs in case only from that of its page, which would be lost")
  func caseOfOwnPage() throws {
    let site = try site()
    try site.write("Content/pages/harbour.md", "---\ntitle: Harbour\naliases: [/Harbour/]\n---\n\nText.\n")
    try site.addIssue(1)
    let errors = try site.build().diagnostics
    #expect(errors.map(\.kind.name) == ["addresses-differ-in-case"], "\(errors.map(\.printed))")
    #expect(errors.first?.location?.line == 3)
  }

  @Test("Hugo's address of the title leads on beside that of the file's name, and so does the one in small letters")
  func addressOfTitle() throws {
    let site = try site("old_addresses: [/:year/:slug/, /:sections/:filename/]\n")
    try site.write("Content/bulletins/2010-01-05-Low_[1].md", "---\ntitle: The Ebb’s 2.0\nnumber: 1\n---\nText.\n")
    let report = try site.build()
    #expect(report.diagnostics.isEmpty, "\(report.diagnostics.map(\.printed))")
    for file in [
      "2010/low-1/index.html", "2010/the-ebbs-2.0/index.html", "2010-01-05-Low_[1]/index.html",
      "2010-01-05-low_1/index.html",
    ] { #expect(try target(site, file) == "https://b.example.org/2010/1/", "\(file)") }
    try site.write("Content/bulletins/2010-01-06-Ebb.md", "---\ntitle: Boats\nnumber: 2\n---\nText.\n")
    #expect(try site.build().diagnostics.isEmpty)
    for file in ["2010-01-06-Ebb/index.html", "2010-01-06-ebb/index.html"] {
      #expect(try target(site, file) == "https://b.example.org/2010/2/", "\(file)")
    }
    // What a text was called itself is stronger than what another would be in small letters.
    try site.write("Content/bulletins/2010-01-06-ebb.md", "---\ntitle: Nets\nnumber: 3\n---\nText.\n")
    #expect(try site.build().diagnostics.map(\.kind.name) == ["lost-address"], "/2010/ebb/ is of both")
    #expect(try target(site, "2010-01-06-ebb/index.html") == "https://b.example.org/2010/3/")
  }

  @Test("links to folders that another program publishes are looked for nowhere; pictures are")
  func elsewhere() throws {
    let site = try site("elsewhere: [/docs/, shop]\n")
    try site.addIssue(
      1, body: "[a](/docs/ebb#x) [b](https://b.example.org/shop) [c](../../docs/) [d](/doc/) ![e](/docs/e.png)")
    #expect(try site.build().diagnostics.map { $0.kind.name } == ["broken-link", "missing-attachment"])
    let other = try self.site("elsewhere: /\n")
    try other.addIssue(1)
    #expect(try other.build().diagnostics.map { "\($0.kind.name):\($0.location?.line ?? 0)" } == ["wrong-setting:5"])
  }

  @Test("a pattern without words, which would be the address of every issue, is an error in the settings")
  func patternWithoutWords() throws {
    let site = try site("old_addresses: /news/\n")
    try site.addIssue(1)
    #expect(try site.build().diagnostics.map { "\($0.kind.name):\($0.location?.line ?? 0)" } == ["wrong-setting:5"])
  }

  @Test("the day of several issues leads to the first of them, and each has its name behind it")
  func sharedDays() throws {
    let site = try site()
    for name in ["mole", "quay"] {
      try site.write("Content/bulletins/\(name)/index.md", "---\ntitle: \(name)\ndate: 2024-05-06\n---\nx\n")
    }
    try site.write("Content/bulletins/b/mole.md", "---\ntitle: Other\ndate: 2024-05-06\n---\nx\n")
    let report = try site.build()
    #expect(report.diagnostics.isEmpty, "\(report.diagnostics.map(\.printed))")
    #expect(try site.published("2024/05/06/quay/index.html").contains("quay"))
    #expect(try site.published("2024/05/06/bulletins-mole/index.html").contains("mole"))
    #expect(try site.published("2024/05/06/b-mole/index.html").contains("Other"))
    #expect(try target(site, "2024/05/06/index.html") == "https://b.example.org/2024/05/06/b-mole/")
  }

  @Test("versions whose files differ in the language of their names are translations of each other")
  func translations() throws {
    let site = try site()
    for (name, title) in [("tide", "Tide"), ("tide.pl", "Pływ")] {
      try site.write("Content/bulletins/\(name).md", "---\ntitle: \(title)\ndate: 2024-05-06\n---\nx\n")
    }
    #expect(try site.build().diagnostics.isEmpty)
    #expect(
      try site.published("2024/05/06/index.html").contains(
        "hreflang=\"pl\" href=\"https://b.example.org/pl/2024/05/06/\""))
    #expect(try site.published("pl/2024/05/06/index.html").contains("hreflang=\"en\""))
  }

  @Test("a page in a language that the site does not have is published under its tag, with a warning")
  func languages() throws {
    let site = try site()
    try site.addIssue(1)
    try site.write("Content/pages/team/index.md", "# Team\n\nx\n")
    try site.write("Content/pages/about.de.md", "# Über uns\n\nx\n")
    let found = try site.build().diagnostics
    #expect(found.map(\.kind.name) == ["unknown-language"] && found.first?.path == "Content/pages/about.de.md")
    #expect(try site.published("de/about/index.html").contains("Über uns"))
    #expect(try site.published("team/index.html").contains("Team"))
  }
}
