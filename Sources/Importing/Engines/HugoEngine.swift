import System
import Text

/// Hugo: `hugo.toml` or `config.toml`, texts in `content`, files in `static`, also those of the theme.
enum HugoEngine: Engine {
  static let name = "Hugo"

  private static let configs = ["hugo", "config", "config/_default/hugo", "config/_default/config"].flatMap { name in
    ["toml", "yaml", "yml"].map { "\(name).\($0)" }
  }

  private static func config(_ site: OldSite) -> String? {
    site.first(of: configs).flatMap { path in
      guard let settings = site.settings(path) else { return path.hasPrefix("hugo") ? path : nil }
      return settings["base_url"] == nil ? path : nil
    }
  }

  static func made(_ site: OldSite) -> Bool { site.hasFolder("content") && config(site) != nil }

  static func take(_ site: OldSite, into content: inout NewContent) throws(EnvironmentError) {
    let path = config(site) ?? "hugo.toml"
    var settings = NewSettings()
    if let config = site.settings(path) {
      settings.title = config["title"]?.text
      settings.address = config["baseURL"]?.text ?? config["baseurl"]?.text
      let main = config["defaultContentLanguage"]?.text ?? config["languageCode"]?.text ?? config["locale"]?.text
      let others = (config["languages"]?.members ?? []).map(\.key)
      settings.languages = [main].compactMap { $0 } + others.filter { $0 != main }
      settings.timeZone = config["timeZone"]?.text
      settings.description = config["params", "description"]?.text
      settings.publisher = config["params", "author", "name"]?.text ?? config["params", "author"]?.text
      settings.license = config["copyright"]?.text
      settings.oldAddresses = patterns(config)
      settings.values =
        UsedValues(
          "param ", in: site, folder: "content", of: config["params"] ?? config
        ).values
      for (language, value) in config["languages"]?.members ?? [] where value["contentDir"] != nil {
        content.doubt(path, "the texts of `\(language)` lie in a folder of their own, which is not taken")
      }
      for key in ["menu", "menus"] where config[key] != nil { content.doubt(path, LeftFolder.menus) }
      if config["taxonomies"] != nil { content.doubt(path, "`taxonomies` are left out; tags and categories are read") }
    } else {
      content.doubt(path, "it can't be read; the settings are not taken")
    }
    try content.write("Content/site.yaml", settings.text, from: path)
    try SectionFolders.take(site, "content", into: &content)
    try content.copy(site, "static", to: "Content/static")
    for theme in site.files(in: "themes").filter({ $0.pathParts.dropFirst(2).first == "static" }) {
      let rest = theme.pathParts.dropFirst(3).joined(separator: "/")
      try content.write("Content/static/" + rest, try site.bytes(theme), from: theme)
    }
    try takeAuthors(
      ["data/authors.yaml", "data/authors.yml", "data/authors.toml", "data/people.yaml", "data/people.yml"], of: site,
      into: &content)
    leave(["layouts"], of: site, &content, LeftFolder.templates)
    leave(["assets"], of: site, &content, "its files are made into others by Hugo; copy those that texts show by hand")
    leave(["config/_default/menus.toml", "config/_default/menus.yaml"], of: site, &content, LeftFolder.menus)
  }

  /// How addresses were made: by `permalinks`, which are by section or by kind of page and section, or as Hugo does.
  private static func patterns(_ config: ConfigValue) -> [String] {
    var found: [String] = []
    for (_, value) in config["permalinks"]?.members ?? [] {
      for pattern in [value.text].compactMap({ $0 }) + value.members.compactMap(\.value.text) {
        let whole = pattern.hasPrefix("/") ? pattern : "/" + pattern
        if !found.contains(whole) { found.append(whole) }
      }
    }
    return found.isEmpty ? ["/:sections/:slugorfilename/"] : found
  }
}
