import Bulletins
import Diagnostics
import Languages
import Text
import YAML

// The settings by which a site brings an archive along.

extension SiteSettings {
  /// What `site.yaml` says of files that are left alone, and of those that are read whatever they are called, and nothing
  /// else of what it says.
  public static func namedPaths(in source: SourceFile) -> (ignored: [PathPattern], read: [PathPattern]) {
    guard let root = YAMLFile(source).root else { return ([], []) }
    var fields = YAMLFields(root, in: source)
    return (fields.pathPatterns("ignore") ?? [], fields.pathPatterns("read") ?? [])
  }
}

extension YAMLFields {
  /// Values by their names.
  mutating func givenValues(_ key: String) -> GivenValues? {
    guard let value = value(key) else { return nil }
    if let values = GivenValues(value) { return values }
    wrong(value, "`\(key)` must be names with their values")
    return nil
  }

  /// One folder of the site, or several, as paths below its root.
  mutating func foldersElsewhere(_ key: String) -> [String]? {
    readEach(key) { fields, text, node in
      let path = text.drop { $0 == "/" }
      if !path.isEmpty, !path.contains("://") { return path.hasSuffix("/") ? String(path) : path + "/" }
      fields.wrong(node, "“\(text)” is no folder of the site", help: "write a path such as `/docs/`")
      return nil
    }
  }

  /// One pattern of addresses, or several.
  mutating func addressPatterns(_ key: String) -> [AddressPattern]? {
    readEach(key) { fields, text, node in
      guard AddressPattern.hasTokens(text) || AddressPattern.isNamed(text) else {
        fields.wrong(
          node, "“\(text)” would be the address of every issue",
          help: "write words such as `:year`, `:title` and `:filename`, for which each issue has its own")
        return nil
      }
      do throws(AddressPattern.Unknown) {
        return try AddressPattern(text, at: fields.source.location(node.range))
      } catch {
        fields.wrong(
          node, "“\(error.word)” stands for nothing in an address",
          help: error.nearest.map { "did you mean `\($0)`?" } ?? "write words such as `:year`, `:title` and `:filename`"
        )
        return nil
      }
    }
  }

  /// One kind of server, or several.
  mutating func redirectRules(_ key: String) -> [RedirectRules]? {
    readEach(key) { fields, text, node in
      if let rules = RedirectRules(rawValue: text) { return rules }
      let names = RedirectRules.allCases.map(\.rawValue)
      fields.wrong(
        node, "no rules can be written for “\(text)”",
        help: names.nearest(to: text).map { "did you mean `\($0)`?" } ?? "write `\(names.joined(separator: "`, `"))`")
      return nil
    }
  }

  /// What is added to Markdown.
  mutating func markdownExtensions(_ key: String) -> Set<MarkdownExtension>? {
    guard
      let read =
        (readEach(key) { fields, text, node -> MarkdownExtension? in
          if let known = MarkdownExtension(rawValue: text) { return known }
          let names = MarkdownExtension.allCases.map(\.rawValue)
          fields.wrong(
            node, "Markdown has no “\(text)”",
            help: names.nearest(to: text).map { "did you mean `\($0)`?" }
              ?? "write `\(names.joined(separator: "`, `"))`")
          return nil
        })
    else { return nil }
    return Set(read)
  }

  /// Where issues have their numbers.
  mutating func placeOfNumbers(_ key: String) -> NumberInName?? {
    choice(key) { "issues have no numbers in “\($0)”" }.map { .some($0) }
  }

  /// Which comes first in dates of figures alone.
  mutating func dateOrder(_ key: String) -> DateOrder?? {
    choice(key) { "no date begins with “\($0)”" }.map { .some($0) }
  }

  /// One of a few words; `nil` where it is none of them, which is reported.
  private mutating func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ key: String, _ message: (String) -> String
  ) -> Choice? {
    guard let text = text(key) else { return nil }
    if let choice = Choice(rawValue: text) { return choice }
    let names = Choice.allCases.map(\.rawValue)
    wrong(
      valueOf: key, message(text),
      help: names.nearest(to: text).map { "did you mean `\($0)`?" } ?? "write `\(names.joined(separator: "`, `"))`")
    return nil
  }

  /// One pattern of paths, or several.
  mutating func pathPatterns(_ key: String) -> [PathPattern]? {
    readEach(key) { fields, text, node in
      if let pattern = PathPattern(text) { return pattern }
      fields.wrong(node, "“\(text)” names no file", help: "write a name such as `*.bak`, or a path below Content")
      return nil
    }
  }

  /// The values of a text or of a list of texts, each read with its place; those that can't be read are reported.
  private mutating func readEach<Value>(
    _ key: String, _ read: (inout YAMLFields, String, YAMLNode) -> Value?
  ) -> [Value]? {
    guard let value = value(key) else { return nil }
    let nodes = value.elements ?? [value]
    return nodes.compactMap { node in
      if let text = node.text { return read(&self, text, node) }
      wrong(node, "`\(key)` must be a text or a list of texts")
      return nil
    }
  }
}
