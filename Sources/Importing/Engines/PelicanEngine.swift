import System

/// Pelican: `pelicanconf.py`, texts and files in `content`.
enum PelicanEngine: Engine {
  static let name = "Pelican"
  private static let config = "pelicanconf.py"

  static func made(_ site: OldSite) -> Bool { site.has(config) }

  static func take(_ site: OldSite, into content: inout NewContent) throws(EnvironmentError) {
    var settings = NewSettings()
    let written = site.settings(config)
    settings.title = written?["SITENAME"]?.text
    settings.address = site.settings("publishconf.py")?["SITEURL"]?.text ?? written?["SITEURL"]?.text
    settings.languages = [written?["DEFAULT_LANG"]?.text].compactMap { $0 }
    settings.timeZone = written?["TIMEZONE"]?.text
    settings.publisher = written?["AUTHOR"]?.text
    let pattern = written?["ARTICLE_URL"]?.text ?? "{slug}.html"
    settings.oldAddresses = [pattern.hasPrefix("/") ? pattern : "/" + pattern]
    content.doubt(config, "it is a program: only names with a text behind them were read; compare site.yaml with it")
    for key in ["MENUITEMS", "LINKS", "EXTRA_PATH_METADATA"] where mentions(key, site) {
      content.doubt(config, "`\(key)` is left out")
    }
    try content.write("Content/site.yaml", settings.text, from: config)
    let named = written?["PATH"]?.text
    let root = named.flatMap { site.hasFolder($0) ? $0 : nil } ?? "content"
    if let named, named != root {
      content.doubt(config, "`PATH` names no folder in the one that is imported; copy it there, and import again")
    }
    for path in site.files(in: root) {
      let rest = String(path.dropFirst(root.count + 1))
      let target = rest.hasPrefix("pages/") ? "Content/" + rest : "Content/bulletins/" + rest
      if StructuredText.isOne(path) {
        try StructuredText.take(path, to: target, of: site, into: &content)
        continue
      }
      if rest.hasSuffix(".html") {
        content.doubt(path, "it is no Markdown, and is not read; `pandoc` can make Markdown of it")
      }
      try content.write(target, try site.bytes(path), from: path)
    }
    leave(["themes", "theme", "plugins"], of: site, &content, LeftFolder.templates)
  }

  private static func mentions(_ key: String, _ site: OldSite) -> Bool {
    ((try? site.bytes(config)) ?? []).split(separator: 0x0A).contains { $0.starts(with: key.utf8) }
  }
}
