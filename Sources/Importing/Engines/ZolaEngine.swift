import Languages
import System

/// Zola: `config.toml` with `base_url`, texts in `content`, files in `static`.
enum ZolaEngine: Engine {
  static let name = "Zola"

  static func made(_ site: OldSite) -> Bool {
    site.hasFolder("content") && site.settings("config.toml")?["base_url"] != nil
  }

  static func take(_ site: OldSite, into content: inout NewContent) throws(EnvironmentError) {
    var settings = NewSettings()
    if let config = site.settings("config.toml") {
      settings.title = config["title"]?.text
      settings.address = config["base_url"]?.text
      settings.description = config["description"]?.text
      let main = config["default_language"]?.text ?? KnownLanguages.fallbackTag
      settings.languages = [main] + (config["languages"]?.members ?? []).map(\.key).filter { $0 != main }
      settings.publisher = config["author"]?.text ?? config["extra", "author"]?.text
      // Names without a day are addresses as they are; those with one lose it.
      settings.oldAddresses = ["/:sections/:slugorfilename/", "/:sections/:title/"]
      if config["extra"] != nil { content.doubt("config.toml", "`extra` is left out") }
    }
    try content.write("Content/site.yaml", settings.text, from: "config.toml")
    try SectionFolders.take(site, "content", into: &content)
    try content.copy(site, "static", to: "Content/static")
    leave(["templates", "themes", "sass"], of: site, &content, LeftFolder.templates)
  }
}
