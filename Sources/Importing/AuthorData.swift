/// The people whom another engine's data name, for `people.yaml`.
struct AuthorData {
  private var people: [(name: String, key: String?, fields: [(String, String)])] = []
  /// Keys of which nothing is taken.
  private(set) var leftOut: [String] = []

  var isEmpty: Bool { people.isEmpty }

  /// A list of people, or people by the keys that texts call them by.
  init(_ data: ConfigValue) {
    if case .list(let values) = data {
      for value in values { add(value, key: nil) }
    } else {
      for (key, value) in data.members { add(value, key: key) }
    }
  }

  private mutating func add(_ value: ConfigValue, key: String?) {
    let name = value["name"]?.text ?? value["display_name"]?.text ?? value.text
    guard let name else { return }
    var fields: [(String, String)] = []
    for (key, value) in value.members {
      guard let text = value.text, key != "name", key != "display_name" else { continue }
      if let ours = AuthorData.keys[key.lowercased()] {
        fields.append((ours, text))
      } else if !leftOut.contains(key) {
        leftOut.append(key)
      }
    }
    people.append((name, key == name ? nil : key, fields))
  }

  private static let keys = [
    "bio": "biography", "biography": "biography", "description": "biography", "orcid": "orcid",
    "affiliation": "affiliation", "organization": "affiliation", "company": "affiliation",
  ]

  /// The file: each with the key by which texts call them as another spelling.
  var text: String {
    people.map { person in
      var lines = ["- name: \(NewSettings.quoted(person.name))"]
      if let key = person.key { lines.append("  also: [\(NewSettings.quoted(key))]") }
      lines += person.fields.map { "  \($0): \(NewSettings.quoted($1))" }
      return lines.joined(separator: "\n") + "\n"
    }.joined()
  }
}
