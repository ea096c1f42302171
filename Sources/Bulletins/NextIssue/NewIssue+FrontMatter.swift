import Coding
import Languages
import Text

extension NewIssue {
  /// The issue with front matter, as a series has it that prints no masthead.
  var frontMatter: Bytes {
    let before = last?.issue
    var lines = ["title: \(quoted(wishes.title ?? NewIssue.placeholder))"]
    func add(_ key: String, _ value: String?) { if let value { lines.append("\(key): \(value)") } }
    add("series", before?.metadata.series.map { quoted($0.value) })
    // A year is part of the number, and a text where it stands behind a slash.
    add(
      "number",
      numbers.number.map { number in
        number.year.map { quoted("\(number)/\($0)") }
          ?? (Int(number.description) == nil ? quoted("\(number)") : "\(number)")
      })
    add("cumulative", numbers.cumulative.map { Int($0.description) == nil ? quoted("\($0)") : "\($0)" })
    add("volume", numbers.volume.map(quoted))
    add("date", date.description)
    add("publisher", before?.metadata.publisher.map { quoted($0.value) })
    if language.tag != house.reading.languages.main.tag { add("language", language.tag) }
    add("authors", wishes.authors.map(quoted))
    if !house.readsRunIns, !wishes.topics.isEmpty {
      add("topics", "[\(wishes.topics.map(quoted).joined(separator: ", "))]")
    }
    if let editors = before?.editors, !editors.isEmpty {
      lines.append("editors:")
      for editor in editors {
        let roles = editor.roles.isEmpty ? "" : ", roles: [\(editor.roles.map(quoted).joined(separator: ", "))]"
        lines.append("  - {name: \(quoted(editor.printed))\(roles)}")
      }
    }
    return Bytes("---\n\(lines.joined(separator: "\n"))\n---\n\n\(paragraphs.joined(separator: "\n\n"))\n".utf8)
  }

  /// A text as YAML takes it, whatever it holds: as JSON has it.
  private func quoted(_ text: String) -> String { JSON.string(text).bytes.string }
}
