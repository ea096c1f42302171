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
  /// What texts ask the site for.
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
      lines += values.map { "  \($0.key): \(NewSettings.quoted($0.value))" }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// A text as YAML has it between quotation marks, on one line.
  static func quoted(_ text: String) -> String {
    let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    return "\"" + line.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}
