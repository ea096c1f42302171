import Bulletins
import Diagnostics
import Languages
import Templating

extension PlanBuilder {
  /// A language of the site without issues has a home page that says so.
  mutating func addEmptyLanguages() {
    let values = values
    for language in settings.languages where values.series[language] == nil {
      let addresses = Addresses(language: language, settings: settings)
      for (path, template, name) in [
        ("", "home.html", "issues"), ("archive/", "archive.html", "volumes"), ("topics/", "topics.html", "letters"),
        ("people/", "people.html", "letters"), ("editors/", "editors.html", "roles"),
      ] {
        add(addresses.prefix + path, .index, template, from: "the page \(path)") { _ in
          values.context(language, url: addresses.url(path), [name: .list([]), "newest": .none])
        }
      }
      add(addresses.prefix + "feed.xml", .feed, "feed.xml", from: "the feed") { _ in
        let title = SiteSettings.text(values.settings.title, language) ?? ""
        let feed = Value(
          Shapes.feed, Value(title), Value(SiteSettings.text(values.settings.description, language) ?? title),
          Value(addresses.absolute(addresses.url(""))), Value(addresses.absolute(addresses.url("feed.xml"))), .list([]))
        return values.context(language, url: addresses.url("feed.xml"), ["feed": feed])
      }
    }
  }

  mutating func addStandingPages() {
    let values = values
    for page in materials.standingPages {
      note(values.sourceLinks.broken(in: page.text, held: materials.held))
      let addresses = Addresses(language: page.language, settings: settings)
      let path = page.address + "/"
      let twins = materials.standingPages.filter { $0.address == page.address && $0.language != page.language }
      let alternates = twins.map { twin in
        let url = Addresses(language: twin.language, settings: values.settings).url(path)
        return SiteValues.translation(twin.language, title: twin.title, url: url, values.settings)
      }
      add(
        addresses.prefix + path, .standing, "page.html", from: page.path, isDraft: page.release.isDraft
      ) { texts in
        let document = Value(
          Shapes.document, [Value(page.title), .none, Value(page.summary)],
          lazy: (SiteValues.body, texts.text(of: page.text, at: page.path, values.sourceLinks)))
        return values.context(
          page.language, url: addresses.url(path), alternates: alternates, isDraft: page.release.isDraft,
          ["document": document])
      }
      for attachment in page.text.attachments {
        copy(.content, attachment.path, to: addresses.prefix + path + attachment.address)
      }
    }
  }

  /// Old addresses send readers on to new ones.
  mutating func addAliases() {
    for all in materials.archive.series.compactMap({ values.series[$0.language] }) {
      for issue in all.series.issues {
        let target = all.addresses.absolute(all.addresses.issue(issue))
        redirect(
          issue.issue.aliases, to: target, all.series.language, from: issue.issue.path, at: issue.issue.place)
      }
    }
    for page in materials.standingPages {
      let addresses = Addresses(language: page.language, settings: settings)
      let target = addresses.absolute(addresses.url(page.address + "/"))
      redirect(page.aliases, to: target, page.language, from: page.path, at: nil)
    }
  }

  private mutating func redirect(
    _ aliases: [String], to target: String, _ language: String, from origin: String, at place: Place?
  ) {
    let values = values
    for alias in aliases {
      let file = String(alias.dropFirst())
      // An address without an ending is a folder, as everywhere else.
      let isFolder = !file.hasSuffix("/") && file.split(separator: "/").last.map { !$0.contains(".") } ?? false
      let path = isFolder ? file + "/" : file
      add(path, .redirect, "redirect.html", from: origin, at: place) { _ in
        values.context(language, url: values.settings.root + path, ["target": Value(target)])
      }
    }
  }

  /// What search engines and servers ask for.
  mutating func addMachineFiles() {
    let values = values
    let language = settings.languages.first ?? Language.default.tag
    add("404.html", .machine, "404.html", from: "the page 404.html") { _ in
      values.context(language, url: values.settings.root + "404.html", [:])
    }
    addRobots(values.settings)
    let mapped = pages.filter { [.issue, .index, .standing].contains($0.kind) && !$0.isDraft }.sorted {
      $0.path < $1.path
    }
    let entries = mapped.map { page in
      let url = values.settings.origin + values.settings.root + page.path.description
      return Value(Shapes.mapEntry, Value(url), Value(page.date))
    }
    // A site map has at most 50,000 addresses; of more, several are made, and one of them.
    let parts = stride(from: 0, to: entries.count, by: 50_000).map {
      Array(entries[$0..<min(entries.count, $0 + 50_000)])
    }
    guard parts.count > 1 else { return addSiteMap("sitemap.xml", entries, isIndex: false, language) }
    var maps: [Value] = []
    for (index, part) in parts.enumerated() {
      let path = "sitemap-\(index + 1).xml"
      addSiteMap(path, part, isIndex: false, language)
      maps.append(Value(Shapes.mapEntry, Value(values.settings.origin + values.settings.root + path), .none))
    }
    addSiteMap("sitemap.xml", maps, isIndex: true, language)
  }

  private mutating func addSiteMap(_ path: String, _ entries: [Value], isIndex: Bool, _ language: String) {
    let values = values
    add(path, .machine, "sitemap.xml", from: "the site map") { _ in
      values.context(
        language, url: values.settings.root + path, ["entries": .list(entries), "is_index": .bool(isIndex)])
    }
  }
}
