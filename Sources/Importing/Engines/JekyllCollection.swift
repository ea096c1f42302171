import Text

/// A collection of a Jekyll site, beside its posts: a folder `_newsletters`, and what the settings say of it.
struct JekyllCollection {
  let name: String
  /// Whether Jekyll makes a page of each of its texts.
  let isPublished: Bool
  /// The pattern of their addresses.
  private let permalink: String

  /// The collections that the settings of a site name.
  static func all(_ config: ConfigValue) -> [JekyllCollection] {
    guard let collections = config["collections"] else { return [] }
    let listed = collections.members.isEmpty ? collections.elements.compactMap(\.text) : []
    return (collections.members.map { ($0.key, $0.value as ConfigValue?) } + listed.map { ($0, nil) })
      .filter { $0.0 != "posts" }
      .map { name, value in
        let pattern =
          value?["permalink"]?.text ?? JekyllCollection.usual(name, config) ?? JekyllCollection.suffixed(config)
        return JekyllCollection(name: name, isPublished: value?["output"]?.text == "true", permalink: pattern)
      }
  }

  /// The pattern that `defaults` give to the texts of a collection.
  private static func usual(_ name: String, _ config: ConfigValue) -> String? {
    let fitting = (config["defaults"]?.elements ?? []).filter { part in
      let path = part["scope", "path"]?.text ?? ""
      return part["scope", "type"]?.text == name || path == "_" + name || path == "_\(name)/"
    }
    return fitting.compactMap { $0["values", "permalink"]?.text }.last
  }

  /// What Jekyll makes of the pattern of all pages for a collection: only its end is kept.
  private static func suffixed(_ config: ConfigValue) -> String {
    let pattern = config["permalink"]?.text ?? "date"
    let named = ["date", "ordinal", "weekdate", "none"].contains(pattern)
    if named || pattern.hasSuffix(".html") || pattern.hasSuffix(":output_ext") {
      return "/:collection/:path:output_ext"
    }
    return pattern == "pretty" || pattern.hasSuffix("/") ? "/:collection/:path/" : "/:collection/:path"
  }

  /// A text with the address that Jekyll gave it, where it does not say one.
  ///
  /// - Parameters:
  ///   - path: Its path below the folder of the collection.
  ///   - isDated: Whether it becomes an issue, of which patterns of days are understood.
  func addressed(_ text: Bytes, at path: String, isDated: Bool) -> Bytes {
    // On bytes: to whoever compares characters, the two that end lines elsewhere are one.
    let lines = text.split(separator: 0x0A, omittingEmptySubsequences: false)
    let isFence = { (line: Bytes.SubSequence) in Bytes(line).string.trimmed == "---" }
    guard lines.first.map(isFence) ?? false, let end = lines.dropFirst().firstIndex(where: isFence) else { return text }
    let head = lines[1..<end].map { Bytes($0).string.trimmed }
    guard !head.contains(where: { $0.hasPrefix("permalink:") }), let address = address(of: path, head, isDated: isDated)
    else { return text }
    let start = lines[1].startIndex
    return text[..<start] + Bytes("permalink: \(NewSettings.quoted(address))\n".utf8) + text[start...]
  }

  private func address(of path: String, _ head: [String], isDated: Bool) -> String? {
    let whole = path.lastIndex(of: ".").map { path[..<$0] } ?? path[...]
    let name = whole.split(separator: "/").last ?? whole
    let slug = head.first { $0.hasPrefix("slug:") }.map { String($0.dropFirst("slug:".count)).trimmed }
    var address = permalink.replacing(":collection", with: self.name).replacing(":path", with: whole)
      .replacing(":output_ext", with: ".html")
    if !isDated {
      for word in [":title", ":slug", ":name"] {
        address = address.replacing(word, with: word == ":name" ? String(name) : slug ?? String(name))
      }
      // Days are of issues.
      if address.contains(":") { return nil }
    }
    return address
  }
}
