import Text

/// The files of Content that have a name of their own: settings, the registers of people and topics, languages.
enum NamedFiles {
  /// The path that a file was probably meant to have, where it is nearly one: `people.yml`, `Topics.yaml`; `nil` for any
  /// other, and for one that has it.
  static func meant(by path: String) -> String? {
    let parts = path.pathParts
    guard let name = parts.last, let stem = name.stem(beforeOneOf: endings) else { return nil }
    let isOfLanguages = parts.count == 3 && parts[1] == "languages"
    guard isOfLanguages || parts.count == 2 && registers.contains(stem.lowercased()) else { return nil }
    let meant =
      parts.dropLast().joined(separator: "/") + "/" + (isOfLanguages ? String(stem) : stem.lowercased()) + ".yaml"
    return meant == path ? nil : meant
  }

  private static let registers: Set<String> = ["site", "people", "topics"]
  /// What other programs call files of settings, and what editors leave behind a name.
  private static let endings = [".yml", ".yaml.txt", ".yml.txt", ".yaml", ".json", ".toml"]
}

extension Substring {
  /// The name before an ending, in small letters or capitals.
  fileprivate func stem(beforeOneOf endings: [String]) -> Substring? {
    let lower = lowercased()
    return endings.first { lower.hasSuffix($0) && count > $0.count }.map { dropLast($0.count) }
  }
}
