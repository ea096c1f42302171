import Text

/// The settings of an old site that its texts ask for: `{{ site.repository }}` of Jekyll, `{{< param "team.chat" >}}` of
/// Hugo.
struct UsedValues {
  /// Each under its path, `team.chat`, in order.
  private(set) var values: [(key: String, value: String)] = []

  /// - Parameters:
  ///   - mark: What stands in front of a value's name in a tag: `site.`, `param `.
  ///   - config: Where the values are.
  init(_ mark: String, in site: OldSite, folder: String, of config: ConfigValue) {
    var names: Set<String> = []
    for path in site.files(in: folder) where path.isMarkdown {
      guard let text = try? site.bytes(path) else { continue }
      names.formUnion(UsedValues.names(behind: Bytes(mark.utf8), in: text))
    }
    let ofProgram: Set<String> = ["url", "baseurl", "title", "description", "time", "posts", "pages"]
    var found: [String: String] = [:]
    for name in names {
      let path = name.split(separator: ".").map(String.init)
      if path.first.map(ofProgram.contains) ?? true { continue }
      if let (key, text) = UsedValues.text(at: path, of: config) { found[key] = text }
    }
    values = found.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// The text to which the keys of a path lead; the last ones may ask for something of it, as in `site.chat.size`.
  private static func text(at path: [String], of config: ConfigValue) -> (key: String, text: String)? {
    var value = config
    for (index, key) in path.enumerated() {
      guard let next = value[key] else { return nil }
      value = next
      if let text = value.text { return (path[...index].joined(separator: "."), text) }
    }
    return nil
  }

  private static func names(behind mark: Bytes, in text: Bytes) -> Set<String> {
    var names: Set<String> = []
    var at = 0
    while let found = text.firstOffset(of: mark, from: at) {
      at = found + mark.count
      // Such words stand in sentences, too.
      guard text[max(0, found - 40)..<found].contains(UInt8(ascii: "{")) else { continue }
      let rest = text[at...].drop { $0 == 0x20 || $0 == UInt8(ascii: "\"") }
      let name = rest.prefix {
        $0.isASCIILetter || $0.isASCIIDigit || "_-.".utf8.contains($0)
      }
      if !name.isEmpty { names.insert(Array(name).string) }
    }
    return names
  }
}
