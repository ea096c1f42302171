import Diagnostics
import Foundation
import Testing

@testable import Bulletins
@testable import CommandLine
@testable import Site
@testable import Templating
@testable import YAML

/// What the documentation has from the code. `make docs` writes it anew; without that, a difference is a failure.
@Suite("Documentation")
struct DocumentationTests {
  @Test("the reference of messages is what the program can say")
  func messages() throws {
    let groups = [
      ("Reading an issue", DiagnosticKind.readingKinds), ("Putting issues together", DiagnosticKind.archiveKinds),
      ("Settings and authority files", DiagnosticKind.settingsKinds), ("Making the site", DiagnosticKind.siteKinds),
      ("Templates", DiagnosticKind.templateKinds),
    ]
    let names = groups.flatMap { $0.1.map(\.name) }
    #expect(names.count == Set(names).count)
    var text = ""
    for (title, kinds) in groups {
      text += "## \(title)\n\n"
      for kind in kinds {
        text += "### \(kind.name)\n\n*\(kind.severity.rawValue.capitalized).* \(kind.explanation)\n\n"
      }
    }
    try check("messages.md", text)
  }

  @Test("the reference of commands is their help")
  func commands() throws {
    let text = Command.all.map { "## bulletin \($0.name)\n\n```text\n\($0.help)```\n\n" }.joined()
    try check("commands.md", text)
  }

  @Test("the reference of the context is what pages may read")
  func context() throws {
    let schema = ContextSchema.site(strings: Shape("the theme's strings", []))
    var text = "## Variables\n\n" + table(schema.variables)
    var seen: Set<String> = []
    var open = schema.variables.compactMap { shape($0.type) }
    var index = 0
    while index < open.count {
      let next = open[index]
      index += 1
      guard seen.insert(next.name).inserted, !next.fields.isEmpty else { continue }
      text += "## \(next.name.prefix(1).uppercased() + next.name.dropFirst())\n\n" + table(next.fields)
      open += next.fields.compactMap { shape($0.type) }
    }
    try check("context.md", text)
  }

  @Test("the reference of filters, tests and functions is what templates can use")
  func language() throws {
    let settings = try #require(
      SiteSettings.read(.init(path: "site.yaml", bytes: Array("title: x\nbase_url: https://x.org/\n".utf8))).0)
    let library = Library.site(assets: [:], settings: settings)
    var text = "## Filters\n\n| filter | what it does |\n| --- | --- |\n"
    for filter in Set(library.filters.values.map(\.name)).sorted().compactMap({ library.filters[$0] }) {
      text += "| `\(signature(filter.name, filter.parameters, filter.isVariadic))` | \(filter.summary) |\n"
    }
    text += "\n## Tests\n\n| test | what it asks |\n| --- | --- |\n"
    for test in Set(library.tests.values.map(\.name)).sorted().compactMap({ library.tests[$0] }) {
      text += "| `\(signature(test.name, test.parameters, false))` | \(test.summary) |\n"
    }
    text += "\n## Functions\n\n| function | what it makes |\n| --- | --- |\n"
    for function in Function.standard { text += "| `\(function.name)` | \(function.summary) |\n" }
    try check("language.md", text + "\n")
  }

  @Test("the guide for editors names every key of metadata and of settings")
  func keys() throws {
    let guide = try String(contentsOfFile: Project.folder + "/Documentation/editors.md", encoding: .utf8)
    let settings = [
      "title", "base_url", "languages", "description", "publisher", "series", "issn", "license", "time_zone",
      "smart_punctuation", "raw_html", "feed_items", "home_items",
    ]
    for key in MetadataKey.allCases.map(\.rawValue) + settings {
      #expect(guide.contains("`\(key)`") || guide.contains("`\(key):"), "\(key) is missing")
    }
  }

  private func signature(_ name: String, _ parameters: [Parameter], _ isVariadic: Bool) -> String {
    let list = parameters.map { parameter in
      parameter.standard.map {
        "\(parameter.name)=\($0.json.map { String(decoding: $0, as: UTF8.self) } ?? "undefined")"
      } ?? parameter.name
    }
    let all = list + (isVariadic ? ["…"] : [])
    return all.isEmpty ? name : "\(name)(\(all.joined(separator: ", ")))"
  }

  private func table(_ fields: [Shape.Field]) -> String {
    let lines = fields.map { "| `\($0.name)` | \(type($0.type)) | \($0.summary) |\n" }
    return "| name | holds | what it is |\n| --- | --- | --- |\n" + lines.joined() + "\n"
  }

  private func type(_ type: Shape.FieldType) -> String {
    switch type {
    case .scalar: "a value"
    case .record(let shape): shape.name
    case .list(let element): "a list: \(self.type(element))"
    case .any: "anything"
    }
  }

  private func shape(_ type: Shape.FieldType) -> Shape? {
    switch type {
    case .record(let shape): shape
    case .list(let element): shape(element)
    case .scalar, .any: nil
    }
  }

  /// Compares the part of a document below its mark with what it should be, or writes it.
  private func check(_ name: String, _ generated: String) throws {
    let path = Project.folder + "/Documentation/" + name
    let mark = "<!-- Generated from the code by `make docs`; do not edit below. -->\n"
    let document = try String(contentsOfFile: path, encoding: .utf8)
    let parts = document.components(separatedBy: mark)
    try #require(parts.count == 2, "\(name) has no mark")
    let wanted = parts[0] + mark + "\n" + generated.trimmingCharacters(in: .newlines) + "\n"
    if ProcessInfo.processInfo.environment["UPDATE_DOCUMENTATION"] != nil {
      try Data(wanted.utf8).write(to: URL(filePath: path))
    } else {
      #expect(document == wanted, "\(name) is stale: run `make docs`")
    }
  }
}
