import Coding
import Diagnostics
import System
import Templating
import Text

/// Templates, a context, and which template to render.
struct RenderCase {
  struct Mistakes: Error {
    let diagnostics: [Diagnostic]
  }

  let templates: [(name: String, source: SourceFile)]
  let main: String
  let context: Value
  var options = SyntaxOptions()
  var undefined = UndefinedRule.lenient

  /// The compiled templates; a failure when the main one has mistakes.
  var compiled: Result<Templates, Mistakes> {
    let limits = Limits(deadline: Deadline { ThreadClock.seconds })
    let (compiled, mistakes) = Templates.compile(templates, options: options, undefined: undefined, limits: limits)
    let own = mistakes.filter { $0.path == main }
    return own.containErrors ? .failure(Mistakes(diagnostics: own)) : .success(compiled)
  }

  /// What the main template makes of the context.
  var outcome: Result<Bytes, Mistakes> {
    compiled.flatMap { templates in
      var out = Bytes()
      do throws(Failure) {
        try templates.render(main, context.mutableCopy.variables, to: &out)
        return .success(out)
      } catch {
        return .failure(Mistakes(diagnostics: [error.diagnostic(in: main)]))
      }
    }
  }

  /// How long compiling and rendering take: the middle of several times, in milliseconds.
  func timed(times: Int) -> Result<JSON, Mistakes> {
    compiled.flatMap { templates in
      let variables = context.variables
      var out = Bytes()
      var failure: Failure?
      let rendering = median(of: times) {
        out.removeAll(keepingCapacity: true)
        do throws(Failure) { try templates.render(main, variables, to: &out) } catch { failure = error }
      }
      let compiling = median(of: min(times, 50)) { _ = compiled }
      if let failure { return .failure(Mistakes(diagnostics: [failure.diagnostic(in: main)])) }
      return .success(
        .object([
          ("render_microseconds", .int(rendering)), ("compile_microseconds", .int(compiling)),
          ("bytes", .int(out.count)),
        ]))
    }
  }

  private func median(of times: Int, _ work: () -> Void) -> Int {
    let clock = ContinuousClock()
    let durations = (0..<max(1, times)).map { _ in clock.measure(work) }.sorted()
    let (seconds, attoseconds) = durations[durations.count / 2].components
    return Int(seconds) * 1_000_000 + Int(attoseconds / 1_000_000_000_000)
  }

  /// The answer to one line of a batch.
  static func answer(to line: String) -> JSON {
    guard let object = try? Value(json: Bytes(line.utf8)), let main = object["main"].bytes?.string,
      case let templates = object["templates"].variables, !templates.isEmpty
    else {
      return .object([
        ("ok", .bool(false)), ("error", .string("the line is no case: `templates` and `main` are needed")),
      ])
    }
    let sources = templates.compactMap { name, source in
      source.bytes.map { (name: "\(name)", source: SourceFile(path: "\(name)", bytes: $0)) }
    }.sorted { $0.name < $1.name }
    let options = object["options"]
    let one = RenderCase(
      templates: sources, main: main, context: object["context"],
      options: SyntaxOptions(
        trimBlocks: options["trim_blocks"].isTrue, lstripBlocks: options["lstrip_blocks"].isTrue,
        keepTrailingNewline: options["keep_trailing_newline"].isTrue),
      undefined: options["undefined"].bytes.flatMap { UndefinedRule(rawValue: $0.string) } ?? .lenient)
    switch one.outcome {
    case .success(let bytes): return .object([("ok", .bool(true)), ("output", .string(bytes.string))])
    case .failure(let mistakes):
      let text = mistakes.diagnostics.map(\.printed).joined(separator: "\n")
      return .object([("ok", .bool(false)), ("error", .string(text))])
    }
  }
}
