import Foundation
import Publishing
import TestSupport
import Testing

@testable import Importing

/// Sites of other programs become sites that build, under the same addresses.
@Suite("Importing sites")
struct EngineTests {
  /// A folder of another program, the site that is made of it, and what was said.
  private final class Imported {
    let old = Project.newFolder()
    let site: TemporarySite

    init(_ files: [String: String]) throws {
      site = try TemporarySite(theme: false)
      try FileManager.default.removeItem(atPath: site.path + "/Content")
      for (path, text) in files {
        let url = URL(filePath: old + "/" + path)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: url)
      }
    }

    deinit { try? FileManager.default.removeItem(atPath: old) }

    func run() throws -> ImportReport { try Import.run(from: old, to: site.path) }
  }

  @Test("nothing is taken that lies outside of the folder, neither through a link nor by a path of its settings")
  func outside() throws {
    let imported = try Imported([
      "site/hugo.toml": "title=\"H\"\nbaseURL=\"https://x.example\"\n",
      "site/content/posts/a.md": "+++\ntitle=\"A\"\ndate=2010-01-02\n+++\nText.\n",
      "pelican/pelicanconf.py": "SITENAME='P'\nPATH='../secret'\n",
      "secret/a.md": "Title: A\nDate: 2010-01-02\n\nSECRET\n",
      "secret/key": "SECRET",
    ])
    try FileManager.default.createSymbolicLink(atPath: imported.old + "/site/static", withDestinationPath: "../secret")
    let reports = try ["site", "pelican"].map { folder in
      try Import.run(from: imported.old + "/" + folder, to: imported.site.path + "/" + folder)
    }
    #expect(reports[1].doubts.contains { $0.message.contains("`PATH` names no folder") })
    for (path, data) in try Project.files(in: imported.site.path) {
      #expect(!String(decoding: data, as: UTF8.self).contains("SECRET"), "\(path)")
    }
    #expect(FileManager.default.fileExists(atPath: imported.site.path + "/site/Content/site.yaml"))
  }

  @Test("of Jekyll's come settings, posts, pages, files, authors and every former address")
  func jekyll() throws {
    let imported = try Imported([
      "_config.yml":
        "title: Tide Tables\nurl: https://tides.example\nbaseurl: /weekly\npermalink: /:year/:month/:title.html\nauthor:\n  name: Pilot House\ncollections:\n  harbours: {output: true}\nplugins: [x]\nrepo: https://code.example.org\nunused: a\n",
      "_posts/2019-03-04-ebb.md":
        "---\ntitle: The ebb\nauthor: moor\nredirect_from: /ebb/\n---\nSee [flood]({% post_url 2019-03-11-flood %}).\n\n![Pier]({{ site.baseurl }}/img/pier.png) [code]({{ site.repo }}/tides)\n",
      "_harbours/old-pier.md": "---\ntitle: The old pier\n---\nOf wood.\n",
      "_harbours/2019-03-05-new-pier.md": "---\ntitle: The new pier\n---\nOf stone.\n",
      "_posts/2019-03-11-flood.md": "---\ntitle: The flood\n---\nText.\n",
      "_drafts/next.md": "---\ntitle: Next\n---\nText.\n", "about.md": "---\ntitle: About\n---\nOf us.\n",
      "index.html": "---\nlayout: home\n---\n{{ content }}\n", "img/pier.png": "a pier",
      "_layouts/post.html": "{{ content }}",
      "_data/authors.yml": "moor:\n  name: Karla Moor\n  bio: Pilot.\n  avatar: k.png\n", "Gemfile": "gem 'x'\n",
      "CNAME": "tides.example\n",
    ])
    let report = try imported.run()
    #expect(report.kind == "Jekyll")
    let files = report.doubts.map(\.file)
    for file in ["_config.yml", "index.html", "_layouts", "_data/authors.yml"] {
      #expect(files.contains(file), "\(file)")
    }
    #expect(!report.written.contains { $0.contains("Gemfile") })
    let built = try imported.site.build()
    #expect(built.isPublished, "\(built.diagnostics.map(\.message))")
    let site = imported.site
    #expect(try site.read("Content/site.yaml").contains("base_url: \"https://tides.example/weekly/\""))
    #expect(try site.published("2019/03/ebb.html").contains("/weekly/2019/03/04/"))
    #expect(try site.published("ebb/index.html").contains("/weekly/2019/03/04/"))
    let page = try site.published("2019/03/04/index.html")
    #expect(page.contains("href=\"/weekly/2019/03/11/\""))
    #expect(page.contains("Karla Moor"))
    #expect(page.contains("href=\"https://code.example.org/tides\""))
    #expect(try !site.read("Content/site.yaml").contains("unused"))
    #expect(try site.published("harbours/old-pier/index.html").contains("Of wood."))
    #expect(try site.published("2019/03/05/index.html").contains("Of stone."))
    #expect(try site.published("about/index.html").contains("Of us."))
    #expect(try site.published("img/pier.png") == "a pier")
  }

  @Test("of Jekyll's collections come those that it publishes, and what texts ask for under a path")
  func collections() throws {
    let imported = try Imported([
      "_config.yml":
        "title: Tides\nurl: https://tides.example\ncollections:\n  harbours: {output: true}\n  notes: {output: false}\n  crew: {order: [a]}\nteam:\n  chat: https://chat.example.org\n  desk: {phone: '12'}\nteam-x: a\n",
      "_posts/2019-03-04-ebb.md":
        "---\ntitle: Ebb\n---\n[a]({{ site.team.chat }}) {{ site.team.desk.phone }} {{ site.team-x.size }} {{ site.team }}\n",
      "_harbours/pier.md": "---\ntitle: Pier\n---\nOf wood.\n", "_notes/private.md": "---\ntitle: N\n---\nNot yet.\n",
      "_notes/2019-03-05-private.md": "---\ntitle: N\n---\nNot yet.\n", "_crew/ole.md": "---\ntitle: Ole\n---\nOle.\n",
    ])
    let report = try imported.run()
    #expect(report.written.contains("Content/pages/harbours/pier.md"))
    #expect(!report.written.contains { $0.contains("private") || $0.contains("ole.md") }, "\(report.written)")
    #expect(
      report.doubts.filter { $0.message.contains("output: true") }.map(\.file).sorted() == ["_crew", "_notes"])
    #expect(
      try imported.site.read("Content/site.yaml").hasSuffix(
        "values:\n  team:\n    chat: \"https://chat.example.org\"\n    desk:\n      phone: \"12\"\n  team-x: \"a\"\n"))
    #expect(try imported.site.build().isPublished)
    #expect(
      try imported.site.published("2019/03/04/index.html").contains("<a href=\"https://chat.example.org\">a</a> 12"))
    let list = try Imported([
      "_config.yml": "title: Tides\ncollections: [notes]\n", "_notes/a.md": "---\ntitle: N\n---\nNot yet.\n",
    ])
    let listed = try list.run()
    #expect(listed.doubts.contains { $0.file == "_notes" } && !listed.written.contains { $0.contains("a.md") })
  }

  @Test("the texts of Jekyll's collections keep their addresses, and texts find them and the site's data")
  func addressesOfCollections() throws {
    let imported = try Imported([
      "_config.yml": """
      title: Tides
      url: https://tides.example
      collections:
        harbours: {output: true}
        letters: {output: true, permalink: "/:collection/:year/:title/"}
        boats: {output: true}
      defaults:
        - scope: {path: "_harbours"}
          values: {permalink: "/en/harbours/:title/"}
      """,
      "_posts/2019-03-04-ebb.md":
        "---\ntitle: Ebb\n---\n[Pier] of {{ site.data.tides.rowna }}.\n\n{% include links.md %}\n",
      "_includes/links.md": "{% for h in site.harbours %}\n[{{ h.title }}]: {{ h.url }}\n{% endfor %}",
      "_data/tides.yml": "rowna: 7\n", "_harbours/north/pier.md": "---\ntitle: Pier\n---\nOf wood.\n",
      "_letters/2019-03-05-nets.md": "---\ntitle: Nets\n---\nText.\n",
      "_boats/cutter.md": "---\r\ntitle: A cutter\r\n---\r\nText.\r\n",
    ])
    _ = try imported.run()
    let site = imported.site
    let built = try site.build()
    #expect(built.isPublished && built.diagnostics.isEmpty, "\(built.diagnostics.map(\.message))")
    #expect(
      try site.published("2019/03/04/index.html").contains("<a href=\"/harbours/north/pier/\">Pier</a> of 7."))
    #expect(try site.published("en/harbours/pier/index.html").contains("/harbours/north/pier/"))
    #expect(try site.published("letters/2019/nets/index.html").contains("/2019/03/05/"))
    #expect(try site.published("boats/cutter.html").contains("/boats/cutter/"))
  }

  @Test("of Hugo's parameters come those that texts ask for, also under a path")
  func parameters() throws {
    let imported = try Imported([
      "hugo.toml":
        "baseURL = 'https://tides.example/'\ntitle = 'Tides'\n[params.team]\nchat = 'https://chat.example.org'\n",
      "content/posts/2019-03-04-ebb.md":
        "+++\ntitle = 'Ebb'\ndate = 2019-03-04\n+++\nSee {{< param \"team.chat\" >}}.\n",
    ])
    _ = try imported.run()
    #expect(try imported.site.build().isPublished)
    #expect(try imported.site.published("2019/03/04/index.html").contains("See https://chat.example.org"))
  }

  @Test("of Hugo's come settings, sections, bundles, static files of site and theme, and addresses by its rules")
  func hugo() throws {
    let imported = try Imported([
      "hugo.toml":
        "baseURL = 'https://tides.example/'\ntitle = 'Tide Tables'\ndefaultContentLanguage = 'en'\n[permalinks]\nposts = '/p/:year/:slug/'\n[menu]\n[[menu.main]]\nname = 'Home'\n",
      "content/posts/2019-03-04-ebb/index.md":
        "+++\ntitle = 'The ebb'\ndate = 2019-03-04\nslug = 'ebb'\n+++\n{{< figure src=\"pier.png\" >}}\n",
      "content/posts/2019-03-04-ebb/pier.png": "a pier", "content/posts/_index.md": "+++\ntitle = 'Posts'\n+++\n",
      "content/about.md": "+++\ntitle = 'About'\n+++\nOf us.\n", "static/favicon.ico": "icon",
      "themes/bay/static/bay.css": "p {}", "layouts/index.html": "{{ .Title }}",
    ])
    let report = try imported.run()
    #expect(report.kind == "Hugo")
    let built = try imported.site.build()
    #expect(built.isPublished, "\(built.diagnostics.map(\.message))")
    #expect(try imported.site.published("p/2019/ebb/index.html").contains("/2019/03/04/"))
    #expect(try imported.site.published("2019/03/04/pier.png") == "a pier")
    #expect(try imported.site.published("about/index.html").contains("Of us."))
    #expect(try imported.site.published("bay.css") == "p {}")
    #expect(report.doubts.contains { $0.message == LeftFolder.menus })
  }

  @Test(
    "texts whose days stand in their addresses or their files' paths are issues, and others in no section are pages",
    arguments: [
      ("content/tide.md", "path = \"2024/05/03/tide\"", true),
      ("content/tide.md", "aliases = [\"a\", '/2024/05/03/tide/']", true),
      ("content/tide.md", "date = 2024-05-03", true), ("content/2024-05-03-tide.md", "", true),
      ("content/2024/05/03/tide.md", "", true), ("content/news/2024/05/tide.md", "", true),
      ("content/tide.md", "path = \"24/5/tide\"", false), ("content/tide.md", "weight = 3", false),
      ("content/tide.md", "dates = 3", false),
    ])
  func daysInPaths(file: String, line: String, isIssue: Bool) throws {
    let zola = try Imported([
      "config.toml": "base_url = 'https://tides.example'\ntitle = 'Tide Tables'\n",
      file: "+++\ntitle = 'Tide'\n\(line)\n+++\ndate = 2024-05-03 is what a text says, and /2024/05/03/ too.\n",
      "content/about.md": "+++\ntitle = 'About'\n+++\nText.\n",
      "content/ebb.md": "+++\ndate = 2024-01-02\n+++\nText.\n",
    ])
    let written = try zola.run().written
    let rest = file.dropFirst("content/".count)
    #expect(written.contains("Content/\(isIssue ? "bulletins" : "pages")/\(rest)"), "\(written)")
    #expect(written.contains("Content/pages/about.md") && written.contains("Content/bulletins/ebb.md"))
  }

  @Test("of Zola's, Pelican's and Docusaurus's come settings, texts and files")
  func others() throws {
    let zola = try Imported([
      "config.toml": "base_url = 'https://tides.example'\ntitle = 'Tide Tables'\n",
      "content/news/2019-03-04-ebb.md": "+++\ntitle = 'The ebb'\n+++\nText.\n", "static/a.txt": "a",
    ])
    #expect(try zola.run().kind == "Zola")
    #expect(try zola.site.build().isPublished)
    #expect(try zola.site.published("news/ebb/index.html").contains("/2019/03/04/"))
    let pelican = try Imported([
      "pelicanconf.py":
        "SITENAME = 'Tide Tables'\nSITEURL = 'https://tides.example'\nARTICLE_URL = '{date:%Y}/{slug}/'\nMENUITEMS = ()\n",
      "content/ebb.md": "Title: The ebb\nDate: 2019-03-04\nSlug: the-ebb\n\n![Pier]({static}/images/pier.png)\n",
      "content/images/pier.png": "a pier", "content/pages/about.md": "Title: About\n\nOf us.\n",
    ])
    let report = try pelican.run()
    #expect(report.kind == "Pelican")
    #expect(report.doubts.contains { $0.message.contains("MENUITEMS") })
    #expect(try pelican.site.build().isPublished)
    #expect(try pelican.site.published("2019/the-ebb/index.html").contains("/2019/03/04/"))
    let docusaurus = try Imported([
      "docusaurus.config.js": "module.exports = {\n  title: 'Tide Tables',\n  url: 'https://tides.example',\n};\n",
      "blog/2019-03-04-ebb.mdx": "---\ntitle: The ebb\nauthors: [moor]\n---\nimport X from './x';\n\nText.\n",
      "blog/authors.yml": "moor:\n  name: Karla Moor\n  url: https://moor.example\n",
    ])
    #expect(try docusaurus.run().kind == "Docusaurus")
    #expect(try docusaurus.site.build().isPublished)
    #expect(try docusaurus.site.published("2019/03/04/index.html").contains("Karla Moor"))
    #expect(try docusaurus.site.published("blog/2019/03/04/ebb/index.html").contains("/2019/03/04/"))
  }

  @Test("no file is written over, and somebody is told")
  func nothingIsLost() throws {
    let imported = try Imported([
      "_config.yml": "title: Tides\n", "_posts/2019-03-04-ebb.md": "---\ntitle: Ebb\n---\nNew.\n",
    ])
    try imported.site.write("Content/site.yaml", "title: Mine\n")
    let report = try imported.run()
    #expect(try imported.site.read("Content/site.yaml") == "title: Mine\n")
    #expect(report.doubts.contains { $0.message == "Content/site.yaml is there already, and was left as it is" })
    #expect(try imported.run().written.isEmpty)
  }

  @Test("a folder of nothing known, and one inside of what is imported, are refused")
  func refused() throws {
    let nothing = try Imported(["a.zip": "x"])
    #expect(throws: (any Error).self) { try nothing.run() }
    let inside = try Imported(["_config.yml": "title: x\n", "new/a": "x"])
    #expect(throws: (any Error).self) { try Import.run(from: inside.old, to: inside.old + "/new") }
  }
}
