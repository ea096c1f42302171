import Diagnostics
import Templating

/// Compiles the bytes as two templates that may name each other and, where they are right, renders them. What must not
/// happen is a crash or a hang; a failure is an answer like any other.
private func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = [UInt8](UnsafeBufferPointer(start: start, count: count))
  // The first byte chooses the options; a zero byte ends the first template.
  let choice = bytes.first ?? 0
  let parts = bytes.dropFirst().split(separator: 0, maxSplits: 1, omittingEmptySubsequences: false)
  let sources = zip(["a.html", "b.txt"], parts).map { name, text in
    (name: name, source: SourceFile(path: name, bytes: [UInt8](text)))
  }
  let rules: [UndefinedRule] = [.lenient, .chainable, .strict]
  let (templates, mistakes) = Templates.compile(
    sources,
    options: SyntaxOptions(
      trimBlocks: choice & 1 != 0, lstripBlocks: choice & 2 != 0, keepTrailingNewline: choice & 4 != 0),
    undefined: rules[Int(choice >> 3) % 3],
    limits: Limits(depth: 30, iterations: 20_000, output: 1 << 20, memory: 8 << 20))
  _ = mistakes.count
  var out: [UInt8] = []
  do throws(Failure) {
    try templates.render("a.html", context, to: &out)
  } catch {
    _ = error.message
  }
  return 0
}

private let context: [Symbol: Value] = {
  let json = #"""
    {"a": 1, "b": "<b>Żółw</b>", "c": [1, 2.5, "x", null, true, [], {}], "d": {"e": {"f": "g"}, "items": [3, 1, 2]},
     "x": -7, "y": "javascript:alert(1)", "z": 9223372036854775807}
    """#
  return (try? Value(json: [UInt8](json.utf8)))?.mutableCopy.variables ?? [:]
}()

@_silgen_name("LLVMFuzzerRunDriver")
private func runFuzzer(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ test: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// The name under which the package manager looks for a program's beginning.
@_cdecl("fuzz_templates_main")
public func main(
  _ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>
) -> CInt {
  var (count, arguments) = (count, arguments)
  return runFuzzer(&count, &arguments, { fuzz($0, $1) })
}
