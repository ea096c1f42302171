import Text

/// A tag that is understood: the names under which engines and their themes have it, and what it means.
struct KnownTag: Sendable {
  let names: Set<String>
  /// What it means; `nil` where its arguments are not understood.
  let meaning: @Sendable (EngineTag) -> TagMeaning?

  /// - Parameter names: The names, without the ending that files of Jekyll's includes have.
  init(_ names: Set<String>, _ meaning: @escaping @Sendable (EngineTag) -> TagMeaning?) {
    self.names = names
    self.meaning = meaning
  }

  /// All of them.
  static let all: [KnownTag] = figures + players + recordings + links + silent

  private static let byName: [String: KnownTag] = {
    var table: [String: KnownTag] = [:]
    for tag in all {
      for name in tag.names { table[name] = tag }
    }
    return table
  }()

  /// What a tag means; `nil` where nobody knows.
  static func meaning(of tag: EngineTag) -> TagMeaning? {
    if tag.form == .value, let value = SiteTag.value(of: tag) { return value }
    if tag.form == .statement, tag.name == "include" || tag.name == "include_relative" || tag.name == "include_cached",
      let file = tag.positional(0)
    {
      // A file that is called as a tag is elsewhere does what that one does.
      let name = file.pathParts.last.map { $0.split(separator: ".")[0].lowercased() } ?? ""
      return tag.isInclude(of: name).flatMap { byName[name]?.meaning($0) }
    }
    // `{{ link }}` is a value of somebody's template, `{{ link(path="crane.md") }}` a shortcode of Zola's.
    // So is `{{ image | url }}`.
    if tag.form == .value, tag.arguments.first.map({ $0.value == "|" }) ?? true { return nil }
    return byName[tag.name.lowercased()]?.meaning(tag)
  }
}

extension EngineTag {
  /// The tag as if its included file were its name; `nil` without arguments, since what the file does is then its own.
  fileprivate func isInclude(of name: String) -> EngineTag? {
    let rest = arguments.dropFirst()
    return rest.isEmpty ? nil : EngineTag(self, named: name, Array(rest))
  }

  private init(_ tag: EngineTag, named name: String, _ arguments: [Argument]) {
    (form, range, isClosing, isQuoted) = (tag.form, tag.range, tag.isClosing, tag.isQuoted)
    self.name = name
    self.arguments = arguments
  }
}
