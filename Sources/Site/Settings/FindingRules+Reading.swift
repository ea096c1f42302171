import Diagnostics
import Text
import YAML

extension YAMLFields {
  /// What a site says of kinds of findings: `{repeated-word: off}`, or the same below the name of a folder.
  mutating func findingRules(_ key: String) -> FindingRules? {
    guard let node = value(key) else { return nil }
    guard let members = node.members else {
      wrong(node, "`\(key)` must be a mapping of kinds", help: "write `\(key): {repeated-word: off}`")
      return nil
    }
    var rules = FindingRules()
    for (name, value) in members {
      guard let text = name.text else { continue }
      if let inner = value.members {
        for (name, value) in inner { read(name, value, below: YAMLFields.folder(text), into: &rules) }
      } else {
        read(name, value, below: "", into: &rules)
      }
    }
    return rules
  }

  /// A folder of Content, however its name is written.
  private static func folder(_ text: String) -> String {
    let parts = text.pathParts.filter { $0 != "." }
    return (parts.first == "Content" ? parts : ["Content"] + parts).joined(separator: "/")
  }

  private mutating func read(
    _ name: YAMLNode, _ value: YAMLNode, below folder: String, into rules: inout FindingRules
  ) {
    guard let kind = name.text else { return }
    guard let severity = KnownKinds.severities[kind] else {
      return wrong(
        name, "no finding is called `\(kind)`",
        help: KnownKinds.severities.keys.nearest(to: kind).map { "did you mean `\($0)`?" }
          ?? "the name of a kind stands in brackets behind each finding")
    }
    if severity == .error {
      return wrong(
        name, "`\(kind)` is an error, which keeps the site from being published", help: "mend what it tells of")
    }
    switch value.text ?? "" {
    case "off", "false", "no": rules.add(kind, .off, below: folder)
    // What the kind is by itself, where an outer folder says something else.
    case "on", "true", "yes": rules.add(kind, .severity(severity), below: folder)
    case let text:
      guard let severity = Diagnostic.Severity(rawValue: text) else {
        return wrong(value, "`\(kind)` can't be so", help: "write `off`, `on`, `advice`, `warning` or `error`")
      }
      rules.add(kind, .severity(severity), below: folder)
    }
  }
}

/// The names of all kinds of findings with what they do: a list that `make docs` writes from their declarations.
public enum KnownKinds {
  /// What each kind does, by its name.
  public static let severities: [String: Diagnostic.Severity] = {
    let text = EmbeddedFiles.kinds.first?.text ?? ""
    var severities: [String: Diagnostic.Severity] = [:]
    for line in text.split(separator: "\n") {
      let words = line.split(separator: " ").map(String.init)
      if words.count == 2, let severity = Diagnostic.Severity(rawValue: words[1]) { severities[words[0]] = severity }
    }
    return severities
  }()
}
