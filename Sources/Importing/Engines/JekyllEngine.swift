import System
import Text

/// Jekyll: `_config.yml`, texts in `_posts`, everything else beside.
enum JekyllEngine: Engine {
  static let name = "Jekyll"

  static func made(_ site: OldSite) -> Bool { site.has("_config.yml") }

  static func take(_ site: OldSite, into content: inout NewContent) throws(EnvironmentError) {
    var settings = NewSettings()
    var collections: [JekyllCollection] = []
    if let config = site.settings("_config.yml") {
      settings.title = config["title"]?.text ?? config["name"]?.text
      settings.description = config["description"]?.text
      settings.address = config["url"]?.text.map { $0 + (config["baseurl"]?.text ?? "") }
      settings.languages = [config["lang"]?.text ?? config["locale"]?.text].compactMap { $0 }
      settings.timeZone = config["timezone"]?.text
      settings.publisher = config["author", "name"]?.text ?? config["author"]?.text
      // Without a line of it, addresses are made so.
      settings.oldAddresses = [config["permalink"]?.text ?? "date"]
      if settings.title == nil { content.doubt("_config.yml", "the site has no title in it") }
      if settings.address == nil { content.doubt("_config.yml", "the site has no address in it") }
      settings.values = UsedValues("site.", in: site, folder: "", of: config).values
      collections = JekyllCollection.all(config)
      for other in collections where !other.isPublished && site.hasFolder("_" + other.name) {
        content.doubt(
          "_" + other.name,
          "Jekyll publishes no pages of this collection, which has no `output: true`; nothing is taken of it")
      }
      for key in ["defaults", "plugins"] where config[key] != nil {
        content.doubt("_config.yml", "`\(key)` is left out")
      }
    } else {
      content.doubt("_config.yml", "it is no YAML that can be read; the settings are not taken")
    }
    try content.write("Content/site.yaml", settings.text, from: "_config.yml")
    for path in site.files(in: "") { try take(path, of: site, collections, into: &content) }
    // Texts take them in, or ask for them.
    for path in ["_includes", "_data"].flatMap({ site.files(in: $0) }) {
      try content.write("Content/" + path, try site.bytes(path), from: path)
    }
    try takeAuthors(["_data/authors.yml", "_data/authors.yaml", "_data/people.yml"], of: site, into: &content)
    leave(["_layouts", "_sass", "_plugins"], of: site, &content, LeftFolder.templates)
    leave(["_data/navigation.yml", "_data/menu.yml"], of: site, &content, LeftFolder.menus)
  }

  private static func take(
    _ path: String, of site: OldSite, _ collections: [JekyllCollection], into content: inout NewContent
  ) throws(EnvironmentError) {
    let parts = path.pathParts.map { String($0) }
    if let posts = parts.firstIndex(where: { $0 == "_posts" || $0 == "_drafts" }) {
      let folder = parts[posts] == "_drafts" ? ["_drafts"] : []
      let target = (["Content/bulletins"] + parts[..<posts] + folder + parts[(posts + 1)...]).joined(separator: "/")
      return try content.write(target, try site.bytes(path), from: path)
    }
    if let collection = collections.first(where: { parts[0] == "_" + $0.name }), collection.isPublished,
      path.isMarkdown
    {
      // Those with days in their names are issues, as posts are; others are pages of their own.
      let isDated = parts.last?.utf8.prefix(4).allSatisfy(\.isASCIIDigit) ?? false
      let rest = parts.dropFirst().joined(separator: "/")
      let target = (isDated ? "Content/bulletins/" : "Content/pages/") + collection.name + "/" + rest
      let text = collection.addressed(try site.bytes(path), at: rest, isDated: isDated)
      return try content.write(target, text, from: path)
    }
    if parts[0].hasPrefix("_") || ofTools.contains(parts[0]) || parts.last?.uppercased().hasPrefix("README") == true {
      return
    }
    let bytes = try site.bytes(path)
    if bytes.starts(with: "---\n".utf8) || bytes.starts(with: "---\r\n".utf8) {
      guard path.isMarkdown else {
        return content.doubt(path, "it is a template; nothing is taken of it")
      }
      return try content.write("Content/pages/" + path, bytes, from: path)
    }
    if !path.isMarkdown { try content.write("Content/static/" + path, bytes, from: path) }
  }

  private static let ofTools: Set<String> = [
    "Gemfile", "Gemfile.lock", "Rakefile", "Makefile", "package.json", "package-lock.json", "LICENSE",
    "docker-compose.yml",
    "Dockerfile", "scripts", "script", "bin",
  ]
}
