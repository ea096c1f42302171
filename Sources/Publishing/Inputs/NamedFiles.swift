import Text

/// The files of Content that have a name of their own: settings, the registers of people and topics, languages.
enum NamedFiles {
  /// The path that a file was probably meant to have, where it is nearly one: `people.yml`, `Topics.yaml`, `poeple.yaml`;
  /// `nil` for any other, and for one that has it.
  static func meant(by path: String) -> String? {
    let parts = path.pathParts
    guard let name = parts.last, let stem = name.stem(beforeOneOf: endings) else { return nil }
    let isOfLanguages = parts.count == 3 && parts[1] == "languages"
    let register = parts.count == 2 ? register(meantBy: stem.lowercased()) : nil
    guard let name = isOfLanguages ? String(stem) : register else { return nil }
    let meant = parts.dropLast().joined(separator: "/") + "/" + name + ".yaml"
    return meant == path ? nil : meant
  }

  /// The register that a name is, or is but for one slip.
  private static func register(meantBy name: String) -> String? {
    if registers.contains(name) { return name }
    return name.utf8.count > 4 ? registers.nearest(to: name, within: 1) : nil
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
