import Text

/// The settings of an old site that its texts ask for: `{{ site.repository }}` of Jekyll, `{{< param chat >}}` of Hugo.
struct UsedValues {
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
    values = names.subtracting(ofProgram).sorted().compactMap { name in
      config[name]?.text.map { (name, $0) }
    }
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
        $0.isASCIILetter || $0.isASCIIDigit || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-")
      }
      if !name.isEmpty { names.insert(Array(name).string) }
    }
    return names
  }
}
