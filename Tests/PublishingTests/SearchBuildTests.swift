import Foundation
import TestSupport
import Testing

@testable import Publishing

/// The files of the search, as builds leave them.
@Suite("The search of a site")
struct SearchBuildTests {
  private func files(_ site: TemporarySite) throws -> [String: String] {
    try site.publishedFiles().filter { $0.key.contains("search/") && $0.key.hasSuffix(".js") }.mapValues {
      String(decoding: $0, as: UTF8.self)
    }
  }

  private func site() throws -> TemporarySite {
    let site = try TemporarySite()
    for number in 1...5 {
      try site.addIssue(number, title: "Title \(number)", body: "**Iran.** The walrus of \(number) yawned.")
    }
    return site
  }

  @Test("each language with issues has an index, and every language a page")
  func languages() throws {
    let site = try site()
    try site.addIssue(7, title: "Tytuł", body: "Żółw.", frontMatter: "---\nlanguage: pl\n---\n")
    _ = try site.build()
    let files = try files(site)
    for path in [
      "search/words.js", "search/issues.js", "search/names.js", "search/issues/2010/5.js", "pl/search/issues.js",
    ] {
      #expect(files[path] != nil, "\(path) is not there")
    }
    #expect(files["search/issues.js"] == "bulletinSearch(\"search/issues\",\"2010/1    ;\(try days(files))\")\n")
    #expect(files["pl/search/issues/2010/7.js"]?.contains("Żółw") == true)
    #expect(try site.published("pl/search/index.html").contains("data-folder=\"pl/search/\""))
    #expect(try site.published("pl/search/index.html").contains("src=\"../../assets/search.js?v="))
    #expect(try site.published("2010/1/index.html").contains("action=\"/search/\""))
  }

  private func days(_ files: [String: String]) throws -> String {
    let list = try #require(files["search/issues.js"])
    return String(try #require(list.split(separator: ";").last).dropLast(3))
  }

  @Test(
    "words of texts that are held back are nowhere in the index",
    arguments: [
      "draft: true", "date: 2090-01-01", "published: false", "expiry_date: 2011-01-01",
    ])
  func withheld(matter: String) throws {
    let site = try site()
    try site.addIssue(6, title: "Secret", body: "Nonesuchword.", frontMatter: "---\n\(matter)\n---\n")
    _ = try site.build(now: 1_790_000_000)
    #expect(
      try files(site).values.allSatisfy { !$0.localizedCaseInsensitiveContains("nonesuch") && !$0.contains("Secret") })
    // Published on purpose, for a few eyes: the search finds what is in lists for everybody.
    _ = try site.build(exceptions: [.drafts, .future, .expired], now: 1_790_000_000)
    let finds = try files(site).values.contains { $0.contains("Nonesuchword") }
    #expect(finds == !(matter.hasPrefix("draft") || matter.hasPrefix("published")))
  }

  @Test("of what is withdrawn, the title is found and the text is not")
  func withdrawn() throws {
    let site = try site()
    try site.addIssue(6, title: "Takenback", body: "Nonesuchword.", frontMatter: "---\nstatus: withdrawn\n---\n")
    _ = try site.build()
    let files = try files(site)
    #expect(files.values.contains { $0.contains("Takenback") })
    #expect(files.values.allSatisfy { !$0.localizedCaseInsensitiveContains("nonesuch") })
  }

  @Test("the settings leave it out, and so does a page of the site's own", arguments: [false, true])
  func off(hasPage: Bool) throws {
    let site = try site()
    _ = try site.build()
    if hasPage {
      try site.write("Content/pages/search.md", "# Our own\n\nAsk us.\n")
    } else {
      try site.write("Content/site.yaml", "title: B\nbase_url: https://b.example.org/\nsearch: false\n")
    }
    let report = try site.build()
    #expect(report.isPublished, "\(report.diagnostics)")
    #expect(try files(site).isEmpty)
    #expect(try !site.published("2010/1/index.html").contains("search-box"))
    let pages = try site.publishedFiles()
    #expect((pages["search/index.html"] != nil) == hasPage)
  }

  private func words(_ count: Int, seed: Int) -> String {
    var random = SeededRandom(seed: seed)
    return (0..<count).map { _ in "word\(random.roll(700))" }.joined(separator: " ") + "."
  }

  @Test("the same bytes on one thread and on several, and after a change as from the beginning")
  func bytes() throws {
    let site = try site()
    for number in 6...31 { try site.addIssue(number, body: words(300, seed: number)) }
    _ = try site.build(jobs: 3)
    let several = try files(site)
    try FileManager.default.removeItem(atPath: site.path + "/.bulletin")
    try FileManager.default.removeItem(atPath: site.path + "/Public")
    _ = try site.build(jobs: 1)
    #expect(try files(site) == several)
    try site.addIssue(3, title: "Title 3", body: "**Iran.** Zeppelins and zebras.")
    let report = try site.build()
    #expect(report.written.contains("search/issues/2010/3.js") && !report.written.contains("search/issues/2010/4.js"))
    #expect(report.written.filter { $0.hasPrefix("search/words") }.count < several.count / 3, "\(report.written)")
    var options = BuildOptions(site: site.path)
    options.verifies = true
    let verified = try Build.run(options)
    #expect(verified.isPublished, "\(verified.diagnostics.map(\.path))")
    #expect(try site.build().written.isEmpty)
  }

  @Test(
    "a change of anything that the index has of an issue reaches the index",
    arguments: [
      "title", "byline", "abstract", "body", "topic", "other spelling of a topic", "other spelling of a person",
    ])
  func reach(what: String) throws {
    let site = try site()
    try site.write("Content/people.yaml", "- name: Lena Orzech\n  also: [Lena O.]\n- name: Jan Kos\n")
    try site.write("Content/topics.yaml", "- name: Iran\n  also: [Persia]\n")
    _ = try site.build()
    let before = try files(site)
    let (body, changed) = ("**Iran.** The walrus of 3 yawned.", "quagga")
    switch what {
    case "title": try site.addIssue(3, title: changed, body: body)
    case "byline": try site.addIssue(3, title: "Title 3", byline: "Jan Kos", body: body)
    case "abstract": try site.addIssue(3, title: "Title 3", abstract: "*A \(changed).*", body: body)
    case "body": try site.addIssue(3, title: "Title 3", body: body + " A \(changed).")
    case "topic":
      try site.addIssue(3, title: "Title 3", body: body, frontMatter: "---\ntopics: [\(changed)]\n---\n\n")
    case "other spelling of a topic":
      try site.write("Content/topics.yaml", "- name: Iran\n  also: [Persia, \(changed)]\n")
    default: try site.write("Content/people.yaml", "- name: Lena Orzech\n  also: [\(changed)]\n- name: Jan Kos\n")
    }
    var options = BuildOptions(site: site.path)
    options.verifies = true
    let report = try Build.run(options)
    #expect(report.isPublished, "\(report.diagnostics.map(\.path))")
    let after = try files(site)
    #expect(after["search/issues/2010/3.js"] != before["search/issues/2010/3.js"])
  }

  @Test("standing pages are found in their language, but drafts are not, and a change reaches what follows from it")
  func pages() throws {
    let site = try site()
    try site.write("Content/site.yaml", "title: B\nbase_url: https://b.example.org/\nlanguages: [en, pl]\n")
    try site.addIssue(7, title: "Tytuł", body: "Żółw.", frontMatter: "---\nlanguage: pl\n---\n")
    try site.write("Content/pages/about.md", "# Who We Are\n\nThe lamplighters.\n\n## Where\n\nIn Gdynia.\n")
    try site.write("Content/pages/about.pl.md", "# Kim jesteśmy\n\nLatarnicy.\n")
    try site.write("Content/pages/later.md", "---\ndraft: true\n---\n# Later\n\nNonesuchword.\n")
    _ = try site.build()
    let first = try files(site)
    #expect(first["search/issues.js"]?.hasPrefix("bulletinSearch(\"search/issues\",\"about 2010/1    ;") == true)
    #expect(first["search/issues.js"]?.hasSuffix(";1\")\n") == true)
    let page = try #require(first["search/issues/about.js"])
    #expect(page.contains("tWho We Are\\n") && page.contains("lamplighters") && page.contains("pwhere\\t"))
    #expect(first["pl/search/issues/about.js"]?.contains("Latarnicy") == true)
    #expect(first.values.allSatisfy { !$0.localizedCaseInsensitiveContains("nonesuch") })
    try site.write("Content/pages/about.md", "# Who We Are\n\nThe zeppelin pilots.\n\n## Where\n\nIn Gdynia.\n")
    let written = try site.build().written.filter { $0.contains("search/") }
    #expect(written.contains("search/issues/about.js") && written.contains("search/version.js"))
    #expect(written.allSatisfy { !$0.hasPrefix("pl/") && !$0.hasPrefix("search/issues/2010") }, "\(written)")
    // An issue that comes out leaves all others where they are.
    try site.addIssue(8, title: "Title 8", body: "**Iran.** The walrus of 8 yawned.")
    let added = try site.build().written
    #expect(
      added.allSatisfy { !$0.hasPrefix("search/issues/2010/1.") && !$0.hasPrefix("search/issues/about") }, "\(added)")
    let warm = try files(site)
    for folder in [".bulletin", "Public"] { try FileManager.default.removeItem(atPath: site.path + "/" + folder) }
    _ = try site.build(jobs: 1)
    #expect(try files(site) == warm)
    #expect(warm["search/issues/about.js"]?.contains("zeppelin") == true)
  }

  @Test("the version of an index is another after each change of a text, and that of the other languages is not")
  func version() throws {
    let site = try site()
    try site.addIssue(7, title: "Tytuł", body: "Żółw.", frontMatter: "---\nlanguage: pl\n---\n")
    _ = try site.build()
    let first = try files(site)
    var known: Set<String?> = [first["search/version.js"], nil]
    // The last one is as the first was.
    for (place, text) in ["A gnu.", "A gnu and a zebra.", "The walrus of 3 yawned."].enumerated() {
      try site.addIssue(3, title: "Title 3", body: "**Iran.** \(text)")
      let report = try site.build()
      #expect(report.written.contains("search/version.js"))
      let now = try files(site)
      #expect(known.insert(now["search/version.js"]).inserted == (place < 2), "\(text)")
      #expect(now["pl/search/version.js"] == first["pl/search/version.js"])
    }
    #expect(try files(site) == first)
  }

  @Test("a preview gives the same files")
  func preview() throws {
    let site = try site()
    try site.write("Content/pages/about.md", "# Who We Are\n\nThe lamplighters.\n")
    _ = try site.build()
    let published = try files(site)
    let live = LiveSite(site: site.path)
    try live.load()
    for (path, text) in published where !path.hasPrefix("assets/") {
      guard case .made(let bytes, _, _) = live.find(path, hasPositions: false) else {
        Issue.record("\(path) is not there")
        continue
      }
      #expect(bytes.string == text, "\(path)")
    }
  }
}
