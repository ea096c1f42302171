/// Where tags stand: what their text knows of itself, and what it may take in.
struct TagSurroundings: Sendable {
  /// The path of the text.
  let path: String
  let options: ReadingOptions
  /// What its keys say, the stronger source first.
  let metadata: [Metadata]
  /// The paths of the texts that components show, by the components' names; `nil` for a text that can have none.
  let components: [String: String]?
  /// In how many shortcodes they stand.
  private(set) var depth = 0

  init(path: String, options: ReadingOptions, metadata: [Metadata], components: [String: String]?) {
    self.path = path
    self.components = components
    self.options = options
    self.metadata = metadata
  }

  /// The same in one shortcode more.
  var deeper: TagSurroundings {
    var deeper = self
    deeper.depth += 1
    return deeper
  }

  /// What templates can read of the text: what only they know, and its title, date, language and path, in order.
  var page: [(key: String, value: ExtraValue)] {
    let merged = Metadata(merging: metadata)
    var page = merged.extra.filter { !["title", "date", "language", "path"].contains($0.key) }
    if let title = merged.title?.value { page.append(("title", .text(title))) }
    if let date = merged.date?.value { page.append(("date", .text(date.description))) }
    if let language = merged.language?.value { page.append(("language", .text(language))) }
    return page + [("path", .text(path))]
  }

  /// The same for Liquid, in which the language is called `lang`, with what a site's lists show of a text.
  var liquidPage: [String: LiquidValue] {
    var page = Dictionary(page.map { ($0.key, LiquidValue($0.value)) }) { first, _ in first }
    page["lang"] = page["language"]
    let merged = Metadata(merging: metadata)
    if let abstract = merged.abstract?.value {
      for key in ["excerpt", "description"] { page[key] = .text(abstract) }
    }
    if let topics = merged.topics?.value { page["tags"] = .list(topics.map { .text($0) }) }
    if let categories = merged.categories?.value { page["categories"] = .list(categories.map { .text($0) }) }
    return page
  }
}
