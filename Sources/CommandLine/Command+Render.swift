import Diagnostics
import Publishing
import Templating
import Text

extension Command {
  private static let templates = Option(
    "--templates", taking: "DIR", "The folder of the templates; that of the template unless given.")
  private static let data = Option(
    "--data", taking: "FILE", "A JSON file with an object: the variables that the template reads.")
  private static let batch = Option("--batch", "Render cases: JSON Lines in, JSON Lines out.")

  static let render = Command(
    name: "render",
    summary: "Render one template with the data of a JSON file.",
    operands: "TEMPLATE", operandCount: 0...1,
    options: [templates, data, batch],
    discussion: """
      Prints what a template makes of data, to standard output. With --batch, each line of standard input is an object
      with `templates` (sources by name), `main`, `context` and perhaps `options`; each line of output is
      {"ok": true, "output": …} or {"ok": false, "error": …}, in the same order.
      """
  ) { invocation, terminal in
    if invocation.has(batch) {
      guard invocation.operands.isEmpty else { throw UsageError("--batch takes no template") }
      renderBatch(terminal)
      return .done
    }
    guard let path = invocation.operands.first else { throw UsageError("the template to render is missing") }
    return try renderOne(path, invocation, terminal)
  }

  private static func renderOne(_ path: String, _ invocation: Invocation, _ terminal: Terminal) throws -> ExitStatus {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    let folder = invocation[templates] ?? (parts.count > 1 ? parts.dropLast().joined(separator: "/") : ".")
    let name = invocation[templates] == nil ? String(parts.last ?? "") : path
    var sources: [(name: String, source: SourceFile)] = []
    for file in try readFolder(folder)
    where file.path == name || ![".json", ".yaml"].contains(where: { file.path.hasSuffix($0) }) {
      sources.append((file.path, file))
    }
    var context = ValueMap()
    if let file = invocation[data] {
      guard case .map(let map)? = Value(json: try readFile(file)) else {
        throw EnvironmentError("the data can't be used", file, because: "it is no JSON object")
      }
      context = map
    }
    let outcome = RenderCase(templates: sources, main: name, context: context, options: SyntaxOptions()).outcome
    switch outcome {
    case .success(let bytes):
      terminal.print(bytes)
      return .done
    case .failure(let mistakes):
      for diagnostic in mistakes.diagnostics { terminal.note(diagnostic.printed + "\n") }
      return .contentHasErrors
    }
  }

  private static func renderBatch(_ terminal: Terminal) {
    var lines: [String] = []
    while let line = terminal.readLine() { if !line.isEmpty { lines.append(line) } }
    let cases = lines
    for answer in concurrently(cases.count, jobs: availableCores, { RenderCase.answer(to: cases[$0]) }) {
      terminal.print(answer.bytes + [0x0A])
    }
  }
}

/// Templates, a context, and which template to render.
private struct RenderCase {
  struct Mistakes: Error {
    let diagnostics: [Diagnostic]
  }

  let templates: [(name: String, source: SourceFile)]
  let main: String
  let context: ValueMap
  let options: SyntaxOptions
  var undefined = UndefinedRule.lenient

  /// What the main template makes of the context.
  var outcome: Result<Bytes, Mistakes> {
    let (compiled, mistakes) = Templates.compile(templates, options: options, undefined: undefined)
    if mistakes.containErrors { return .failure(Mistakes(diagnostics: mistakes)) }
    var values: [Symbol: Value] = [:]
    for (key, value) in context.pairs { if let name = key.bytes { values[Symbol(name.string)] = value } }
    var out = Bytes()
    do throws(Failure) {
      try compiled.render(main, values, to: &out)
      return .success(out)
    } catch {
      return .failure(Mistakes(diagnostics: [error.diagnostic(in: main)]))
    }
  }

  /// The answer to one line of a batch.
  static func answer(to line: String) -> JSON {
    guard case .map(let object)? = Value(json: Bytes(line.utf8)), case .map(let sources)? = object["templates"],
      let main = object["main"]?.bytes?.string
    else {
      return .object([
        ("ok", .bool(false)), ("error", .string("the line is no case: `templates` and `main` are needed")),
      ])
    }
    var templates: [(name: String, source: SourceFile)] = []
    for (name, source) in sources.pairs {
      guard let name = name.bytes?.string, let source = source.bytes else { continue }
      templates.append((name, SourceFile(path: name, bytes: source)))
    }
    var context = ValueMap()
    if case .map(let map)? = object["context"] { context = map }
    var options = SyntaxOptions()
    var undefined = UndefinedRule.lenient
    if case .map(let map)? = object["options"] {
      options = SyntaxOptions(
        trimBlocks: map["trim_blocks"]?.isTrue ?? false, lstripBlocks: map["lstrip_blocks"]?.isTrue ?? false,
        keepTrailingNewline: map["keep_trailing_newline"]?.isTrue ?? false)
      undefined = map["undefined"]?.bytes.flatMap { UndefinedRule(rawValue: $0.string) } ?? .lenient
    }
    let one = RenderCase(templates: templates, main: main, context: context, options: options, undefined: undefined)
    switch one.outcome {
    case .success(let bytes): return .object([("ok", .bool(true)), ("output", .string(bytes.string))])
    case .failure(let mistakes):
      let text = mistakes.diagnostics.map(\.printed).joined(separator: "\n")
      return .object([("ok", .bool(false)), ("error", .string(text))])
    }
  }
}
