/// Where tags stand: what their text knows of itself, and what it may take in.
struct TagSurroundings: Sendable {
  /// The path of the text.
  let path: String
  let options: ReadingOptions
  /// What its keys say, the stronger source first.
  let metadata: [Metadata]

  /// The same for templates: what only they know, and the title and the date, in order.
  var extra: [(key: String, value: ExtraValue)] {
    let merged = Metadata(merging: metadata)
    var extra = merged.extra.filter { !["title", "date", "language", "path"].contains($0.key) }
    if let title = merged.title?.value { extra.append(("title", .text(title))) }
    if let date = merged.date?.value { extra.append(("date", .text(date.description))) }
    if let language = merged.language?.value { extra.append(("language", .text(language))) }
    return extra + [("path", .text(path))]
  }

  /// What tags can name of the text.
  var page: [String: LiquidValue] {
    let merged = Metadata(merging: metadata)
    var page = Dictionary(merged.extra.map { ($0.key, LiquidValue($0.value)) }, uniquingKeysWith: { first, _ in first })
    page["path"] = .text(path)
    if let title = merged.title?.value { page["title"] = .text(title) }
    if let date = merged.date?.value { page["date"] = .text(date.description) }
    if let language = merged.language?.value { page["lang"] = .text(language) }
    return page
  }
}
