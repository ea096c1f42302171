import Coding
import Diagnostics
import Foundation
import Markdown
import TestSupport
import Testing

@testable import Bulletins
@testable import CommandLine
@testable import Site
@testable import Templating

/// What the documentation has from the code. `make docs` writes it anew; without that, a difference is a failure.
@Suite("Documentation")
struct DocumentationTests {
  @Test("the reference of messages is what the program can say")
  func messages() throws {
    let kinds = try DeclaredKind.all()
    let document = try String(contentsOfFile: Project.folder + "/Documentation/messages.md", encoding: .utf8)
    // A kind stays where the document has it; a new one comes at the end of its floor's part.
    var parts: [(title: String, kinds: [DeclaredKind])] = []
    var rest = Dictionary(uniqueKeysWithValues: kinds.map { ($0.name, $0) })
    for line in document.split(separator: "\n") {
      if line.hasPrefix("## ") { parts.append((String(line.dropFirst(3)), [])) }
      guard line.hasPrefix("### "), let kind = rest.removeValue(forKey: String(line.dropFirst(4))) else { continue }
      parts[parts.count - 1].kinds.append(kind)
    }
    for kind in kinds where rest[kind.name] != nil {
      let part = try #require(parts.firstIndex { $0.title == kind.part }, "\(kind.file) belongs to no part")
      parts[part].kinds.append(kind)
    }
    let text = try parts.map { title, kinds in
      "## \(title)\n\n"
        + (try kinds.map { kind in
          let example = try KindCase.example(of: kind.name).map { "```text\n\($0)```\n\n" } ?? ""
          return "### \(kind.name)\n\n*\(kind.severity).* \(kind.explanation)\n\n\(example)"
        }).joined()
    }.joined()
    try check("messages.md", text)
    // What `checks:` in site.yaml may name.
    let list = kinds.map { "\($0.name) \($0.severity.lowercased())\n" }.sorted().joined()
    let path = Project.folder + "/Sources/Site/Embedded/kinds/kinds.txt"
    if Project.isUpdate(of: "documentation") {
      try Data(list.utf8).write(to: URL(filePath: path))
    } else {
      #expect(try String(contentsOfFile: path, encoding: .utf8) == list, "kinds.txt is stale: run `make docs`")
    }
  }

  @Test("a kind of finding that is declared in another way is noticed")
  func undeclared() throws {
    let form = "  static let a = DiagnosticKind(\n    \"a-b\", .warning,\n    \"An \\\"x\\\".\")\n"
    let kind = try #require(DeclaredKind.kinds(in: form, of: "x.swift").first)
    #expect([kind.property, kind.name, kind.severity, kind.explanation] == ["a", "a-b", "Warning", "An \"x\"."])
    for wrong in [
      "let kind = DiagnosticKind(name, .error, \"x\")", "static var a = DiagnosticKind(\"a\", .error, \"x\")",
      "static let a = DiagnosticKind(\"A b\", .error, \"x\")", "static let a = DiagnosticKind(\"a\", .fatal, \"x\")",
      "static let a = DiagnosticKind(\"a\", .error, \"\\(x)\")",
      "static let a = DiagnosticKind(\"a\", .error, \"x\" + y)",
    ] {
      #expect(throws: (any Error).self, "\(wrong)") { try DeclaredKind.kinds(in: wrong, of: "x.swift") }
    }
  }

  @Test("the reference of commands is their help")
  func commands() throws {
    let text = Command.all.map { "## bulletin \($0.name)\n\n```text\n\($0.help)```\n\n" }.joined()
    try check("commands.md", text)
  }

  @Test("the reference of the context is what pages may read")
  func context() throws {
    let schema = ContextSchema.site(strings: Shape("the theme's strings", []))
    var text = "## Variables of every page\n\n" + table(schema.shared)
    text += "## Variables of single pages\n\n| template | name | holds | what it is |\n| --- | --- | --- | --- |\n"
    for (page, variables) in schema.own {
      for field in variables {
        text += "| `\(page)` | `\(field.name)` | \(type(field.type)) | \(field.summary) |\n"
      }
    }
    text += "\n"
    var seen: Set<String> = []
    var open = (schema.shared + schema.own.flatMap(\.variables)).compactMap { shape($0.type) }
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
    let library = Library.site(assets: [:], settings: settings, languages: .ofProgram)
    var text = "## Filters\n\n"
    for filter in Set(library.filters.values.map(\.name)).sorted().compactMap({ library.filters[$0] }) {
      text += entry(
        signature(filter.name, filter.parameters, filter.isVariadic), filter.aliases, filter.summary, filter.example)
    }
    text += "## Tests\n\n"
    for test in Set(library.tests.values.map(\.name)).sorted().compactMap({ library.tests[$0] }) {
      text += entry(signature(test.name, test.parameters, false), test.aliases, test.summary, test.example)
    }
    text += "## Functions\n\n"
    for function in functions(of: library) {
      text += entry("\(function.name)(…)", [], function.summary, function.example)
    }
    try check("language.md", text)
  }

  @Test("every filter, test and function has an example, and it prints what the reference says")
  func examples() throws {
    let settings = try #require(
      SiteSettings.read(.init(path: "site.yaml", bytes: Array("title: x\nbase_url: https://x.org/\n".utf8))).0)
    let library = Library.site(assets: ["style.css": Fingerprint(of: [])], settings: settings, languages: .ofProgram)
    let all =
      library.filters.values.map { ($0.name, $0.example) } + library.tests.values.map { ($0.name, $0.example) }
      + functions(of: library).map { ($0.name, $0.example) }
    for (name, example) in all {
      let example = try #require(example, "\(name) has no example")
      let source = SourceFile(path: "example", bytes: Array(example.template.utf8))
      var out: [UInt8] = []
      let (templates, mistakes) = Templates.compile([("example", source)], library: library)
      #expect(mistakes.isEmpty, "\(name): \(mistakes.map(\.printed))")
      do throws(Failure) {
        try templates.render("example", [:], to: &out)
      } catch {
        Issue.record("\(name): \(error.message)")
      }
      #expect(String(decoding: out, as: UTF8.self) == example.output, "\(name)")
    }
  }

  private func functions(of library: Library) -> [Function] {
    library.globals.values.compactMap { value in
      guard case .callable(let callable) = value else { return nil }
      return (callable as? FunctionCallable)?.function
    }.sorted { $0.name < $1.name }
  }

  private func entry(_ signature: String, _ aliases: [String], _ summary: String, _ example: Example?) -> String {
    let also = aliases.isEmpty ? "" : " Also \(aliases.map { "`\($0)`" }.joined(separator: ", "))."
    let shown = example.map { "```jinja\n\($0.template)\n```\n\n```text\n\($0.output)\n```\n\n" } ?? ""
    return "### \(signature)\n\n\(summary)\(also)\n\n\(shown)"
  }

  @Test("the part of a theme that is compared with other engines' fits the theme")
  func otherEngines() throws {
    let guide = try String(contentsOfFile: Project.folder + "/Documentation/from-other-engines.md", encoding: .utf8)
    let ours = guide.components(separatedBy: "```jinja\n")[1].components(separatedBy: "```")[0]
    let settings = try #require(
      SiteSettings.read(.init(path: "site.yaml", bytes: Array("title: x\nbase_url: https://x.org/\n".utf8))).0)
    let folder = Project.folder + "/Templates"
    var sources: [SourceFile] = []
    for path in FileManager.default.enumerator(atPath: folder)?.compactMap({ $0 as? String }).sorted() ?? []
    where path.hasSuffix(".html") || path.hasSuffix(".xml") || path.hasSuffix(".yaml") {
      let bytes = path == "home.html" ? Data(ours.utf8) : try Data(contentsOf: URL(filePath: folder + "/" + path))
      sources.append(SourceFile(path: Theme.folder + path, bytes: Array(bytes)))
    }
    let style = ["style.css": Fingerprint(of: [])]
    let mistakes = Theme.compile(sources, assets: style, settings: settings, languages: .ofProgram).1
    #expect(mistakes.isEmpty, "\(mistakes.map(\.printed).joined())")
  }

  @Test("the guide for editors lists all HTML that passes")
  func html() throws {
    var text = "| for | elements, with the attributes of their own |\n| --- | --- |\n"
    for group in HarmlessHTML.groups {
      let elements = group.elements.map { name, attributes in
        "`\(name)`" + (attributes.isEmpty ? "" : " (\(attributes.map { "`\($0)`" }.joined(separator: " ")))")
      }
      text += "| \(group.purpose) | \(elements.joined(separator: ", ")) |\n"
    }
    text += "\nAny element may have "
    text += HarmlessHTML.everywhere.map { "`\($0)`" }.joined(separator: ", ")
    text += ", attributes that begin with `aria-` or `data-`, and a `style` that says nothing but `text-align`.\n\n"
    try check("editors.md", text, part: "html")
  }

  @Test("the guide for editors lists every key of metadata")
  func metadata() throws {
    let rows = Metadata.fields.map { field in
      let also = field.otherSpellings.map { "`\($0)`" }.joined(separator: ", ")
      return "| `\(field.key)` | \(also.isEmpty ? "" : also + " ")| \(field.summary) |\n"
    }
    try check(
      "editors.md", "| key | also | what it is |\n| --- | --- | --- |\n" + rows.joined(), part: "metadata")
  }

  @Test("the guide for editors has the keys of site.yaml as they are read")
  func settings() throws {
    let lines = SettingKey.all.map { "| `\($0.name)` | \($0.summary) |\n" }
    let table = "| key | what it is |\n| --- | --- |\n" + lines.joined()
    try check("editors.md", table, part: "settings")
  }

  @Test("the page on themes lists what of the look can be set")
  func look() throws {
    let lines = LookVariable.all.map { "| `\($0.name)` | `\($0.property)` | \($0.summary) |\n" }
    try check(
      "themes.md", "| key | variable | what it is |\n| --- | --- | --- |\n" + lines.joined(), part: "variables")
  }

  private func signature(_ name: String, _ parameters: [Parameter], _ isVariadic: Bool) -> String {
    let list = parameters.map { parameter in
      parameter.defaultValue.map { value in
        let json = try? value.json(within: Allowance(Limits()))
        return "\(parameter.name)=\(json.map { String(decoding: $0, as: UTF8.self) } ?? "undefined")"
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

  /// Compares the generated end of a document, or a part of it, with what it should be, or writes it.
  private func check(_ name: String, _ generated: String, part: String? = nil) throws {
    let path = Project.folder + "/Documentation/" + name
    let what = part.map { ": \($0)" } ?? "; do not edit below"
    let mark = "<!-- Generated from the code by `make docs`\(what). -->\n"
    let document = try String(contentsOfFile: path, encoding: .utf8)
    let parts = document.components(separatedBy: mark)
    try #require(parts.count == 2, "\(name) has no mark \(mark)")
    var wanted = parts[0] + mark + "\n" + generated.trimmingCharacters(in: .newlines) + "\n"
    if let part {
      let end = "<!-- End of \(part). -->\n"
      let rest = parts[1].components(separatedBy: end)
      try #require(rest.count == 2, "\(name) has no second mark \(end)")
      wanted += "\n" + end + rest[1]
    }
    if Project.isUpdate(of: "documentation") {
      try Data(wanted.utf8).write(to: URL(filePath: path))
    } else {
      #expect(document == wanted, "\(name) is stale: run `make docs`")
    }
  }
}
