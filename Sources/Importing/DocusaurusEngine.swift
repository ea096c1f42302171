import System

/// Docusaurus: `docusaurus.config.js`, texts in `blog` and in folders like it, files in `static`.
enum DocusaurusEngine: Engine {
  static let name = "Docusaurus"
  private static let configs = ["docusaurus.config.js", "docusaurus.config.ts", "docusaurus.config.mjs"]

  static func made(_ site: OldSite) -> Bool { site.first(of: configs) != nil }

  static func take(_ site: OldSite, into content: inout NewContent) throws(EnvironmentError) {
    let path = site.first(of: configs) ?? configs[0]
    var settings = NewSettings()
    let written = site.settings(path)
    settings.title = written?["title"]?.text
    settings.description = written?["tagline"]?.text
    let base = written?["baseUrl"]?.text ?? "/"
    settings.address = written?["url"]?.text.map { ($0.hasSuffix("/") ? String($0.dropLast()) : $0) + base }
    settings.languages = [written?["defaultLocale"]?.text].compactMap { $0 }
    settings.publisher = written?["organizationName"]?.text
    content.doubt(path, "it is a program: only names with a text behind them were read; compare site.yaml with it")
    let blogs = folders(of: site)
    settings.oldAddresses = blogs.map { "/\($0)/:year/:month/:day/:title/" }
    try content.write("Content/site.yaml", settings.text, from: path)
    for blog in blogs {
      try content.copy(site, blog, to: "Content/bulletins/" + blog) {
        !$0.hasSuffix("authors.yml") && !$0.hasSuffix("tags.yml")
      }
    }
    if blogs.isEmpty { content.doubt(path, "no folder of dated texts was found") }
    try takeAuthors(blogs.map { $0 + "/authors.yml" }, of: site, into: &content)
    try content.copy(site, "static", to: "Content/static")
    leave(
      ["docs"], of: site, &content, "texts without a day are no issues; copy those that are wanted into Content/pages")
    leave(["src"], of: site, &content, LeftFolder.templates)
    leave(["i18n"], of: site, &content, "translations lie in folders of their own, which are not taken")
  }

  /// `blog`, and other folders that name authors or whose texts have days.
  private static func folders(of site: OldSite) -> [String] {
    let names = (try? FileAccess.names(in: site.folder)) ?? []
    return names.map(\.name).filter { name in
      site.hasFolder(name) && !["docs", "static", "src", "i18n", "node_modules"].contains(name)
        && (name == "blog" || site.has(name + "/authors.yml"))
    }.sorted()
  }
}
