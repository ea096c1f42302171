import Coding
import Diagnostics
import Publishing
import System
import Templating
import Text

extension Command {
  private static let templates = Option(
    "--templates", taking: "DIR", "The folder of the templates; that of the template unless given.")
  private static let data = Option(
    "--data", taking: "FILE", "A JSON file with an object: the variables that the template reads.")
  private static let times = Option(
    "--times", taking: "COUNT", "Render so often, and print how long rendering and compiling take instead of the page.")
  private static let batch = Option("--batch", "Render cases: JSON Lines in, JSON Lines out.")

  static let render = Command(
    name: "render",
    summary: "Render one template with the data of a JSON file.",
    operands: "TEMPLATE", operandCount: 0...1,
    options: [templates, data, times, batch],
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
    let slash = path.lastSlash
    let folder = invocation[templates] ?? slash.map { String(path[..<$0]) } ?? "."
    let name = invocation[templates] == nil ? slash.map { String(path.behind($0)) } ?? path : path
    let file = invocation[templates] == nil ? path : folder + "/" + path
    // What is no file, such as a device, may lie in a folder without end.
    guard [.file, .nothing].contains(FileAccess.kind(file)) else {
      throw EnvironmentError("the template can't be read", file, because: "it is no file")
    }
    var sources: [(name: String, source: SourceFile)] = []
    for file in try TemplateFolder.files(in: folder)
    where file.path == name || ![".json", ".yaml"].contains(where: { file.path.hasSuffix($0) }) {
      sources.append((file.path, file))
    }
    var context = Value.map(ValueMap())
    if let file = invocation[data] {
      let source = SourceFile(path: file, bytes: try FileAccess.read(file))
      do throws(JSONError) {
        context = try Value(json: source.bytes)
      } catch {
        return report(.failure(RenderCase.Mistakes(diagnostics: [error.diagnostic(in: source)])), terminal)
      }
      guard !context.variables.isEmpty || !context.isTrue else {
        throw EnvironmentError("the data can't be used", file, because: "it is no JSON object")
      }
    }
    let one = RenderCase(templates: sources, main: name, context: context)
    if let count = invocation[times] {
      guard let count = Int(count), (1...100_000).contains(count) else {
        throw UsageError("--times takes a number from 1 to 100000")
      }
      return report(one.timed(times: count).map { $0.bytes + [0x0A] }, terminal)
    }
    return report(one.outcome, terminal)
  }

  private static func report(_ outcome: Result<Bytes, RenderCase.Mistakes>, _ terminal: Terminal) -> ExitStatus {
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
