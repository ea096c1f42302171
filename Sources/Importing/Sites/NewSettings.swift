/// The `site.yaml` of an imported site.
struct NewSettings {
  var title: String?
  var address: String?
  var description: String?
  var languages: [String] = []
  var publisher: String?
  var timeZone: String?
  var license: String?
  var oldAddresses: [String] = []
  /// What texts ask the site for: each under its path, `team.chat`, in order.
  var values: [(key: String, value: String)] = []

  /// The file. What is not known is a line that says so, where a site needs it.
  var text: String {
    var lines: [String] = []
    func add(_ key: String, _ value: String?) { if let value { lines.append("\(key): \(NewSettings.quoted(value))") } }
    lines.append("title: \(title.map(NewSettings.quoted) ?? "Bulletin  # not known: write the series' name")")
    lines.append(
      "base_url: \(address.map { NewSettings.quoted($0.hasSuffix("/") ? $0 : $0 + "/") } ?? "https://bulletin.example.org/  # not known")"
    )
    add("description", description)
    if !languages.isEmpty { lines.append("languages: [\(languages.joined(separator: ", "))]") }
    add("publisher", publisher)
    add("time_zone", timeZone)
    add("license", license)
    if !oldAddresses.isEmpty {
      lines.append("old_addresses:")
      lines += oldAddresses.map { "  - \(NewSettings.quoted($0))" }
    }
    if !values.isEmpty {
      lines.append("values:")
      lines += NewSettings.lines(of: values)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Values as YAML has them, those with a path inside of each other.
  private static func lines(of values: [(key: String, value: String)]) -> [String] {
    var lines: [String] = []
    var open: [Substring] = []
    // By their keys, not by their letters: `team.x` and `team-x` have nothing in common.
    let paths = values.map { ($0.key.split(separator: "."), $0.value) }.sorted { $0.0.lexicographicallyPrecedes($1.0) }
    for (path, value) in paths {
      let shared = zip(path.dropLast(), open).prefix { $0 == $1 }.count
      for (depth, key) in path.enumerated().dropFirst(shared) {
        let line = String(repeating: "  ", count: depth + 1) + key + ":"
        lines.append(depth + 1 < path.count ? line : "\(line) \(quoted(value))")
      }
      open = path.dropLast()
    }
    return lines
  }

  /// A text as YAML has it between quotation marks, on one line.
  static func quoted(_ text: String) -> String {
    let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    return "\"" + line.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}
