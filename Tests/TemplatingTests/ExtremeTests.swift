import Diagnostics
import TestSupport
import Testing
import Text

@testable import Templating

/// Every filter, test, function and method with values that nobody means, in each of their arguments.
@Suite("Extreme arguments")
struct ExtremeTests {
  private static let values = [
    "9223372036854775807", "(-9223372036854775807-1)", "10**30", "-(10**30)", "2**31", "2**53+1", "1e309", "-1e309",
    "-0.0", "('nan'|float)", "0", "-1", "1", "0.5", "5e-324", "true", "none", "missing", "''", "'%s'", "'{:>9}'",
    "'ab c'",
    "'\\t\\n\\r\\x00'", "'😀e\\u0301'", "'<b>&amp;'", "('<b>&'|safe)", "'12'", "'nan'", "[]", "[1, 'a', none]",
    "[[1], [2]]",
    "(1,)", "{}", "{'a': 1, 2: (3,)}", "range(3)", "looping", "namespace(a=1)", "cycler(1)", "joiner()", "'a'.upper",
    "10**9000", "('x' * 100000)", "([0] * 100000)", "'attribute'", "'a.b,c'",
  ]

  private static let methods = [
    TextMethods.names,
    Array(MethodSignature.ofLists.keys), Array(MethodSignature.ofMaps.keys),
    ["next", "reset", "changed", "cycle"],
  ].flatMap { $0 }.sorted()

  /// How many templates each seed makes, within bounds that are soon reached; `make extremes` renders many more.
  private static let count = 200

  @Test("a template with extreme values ends with text or an error that names a place", arguments: 0..<8)
  func extremes(seed: Int) throws {
    var random = SeededRandom(seed: seed * 7919 + 3)
    let library = Library.standard
    let filters = library.filters.values.sorted { $0.name < $1.name }
    let tests = library.tests.values.sorted { $0.name < $1.name }
    func value() -> String { Self.values[random.roll(Self.values.count)] }
    func arguments(_ most: Int) -> String {
      var given = (0..<random.roll(most + 1)).map { _ in value() }
      if random.roll(8) == 0 { given.append("*\(value())") }
      if random.roll(16) == 0 { given.append("**{'a': \(value())}") }
      return given.joined(separator: ", ")
    }
    func expression(_ depth: Int) -> String {
      let base = depth > 0 && random.roll(2) == 0 ? "(\(expression(depth - 1)))" : value()
      switch random.roll(9) {
      case 8: return "loop.\(["cycle", "changed"][random.roll(2)])(\(arguments(2)))"
      case 0...2:
        let filter = filters[random.roll(filters.count)]
        return "\(base)|\(filter.name)(\(arguments(filter.isVariadic ? 4 : filter.parameters.count)))"
      case 3:
        let test = tests[random.roll(tests.count)]
        return "\(base) is \(test.name)(\(arguments(test.parameters.count)))"
      case 4, 5: return "(\(base)).\(Self.methods[random.roll(Self.methods.count)])(\(arguments(3)))"
      case 6: return "(\(base))[\(value()):\(value()):\(value())]"
      default:
        let operators = ["+", "-", "*", "/", "//", "%", "**", "~", "==", "<", "in", "and"]
        return "\(base) \(operators[random.roll(operators.count)]) \(value())"
      }
    }
    let limits = Limits(depth: 12, iterations: 10_000, output: 1 << 20, memory: 4 << 20, steps: 4_000_000)
    for _ in 0..<Self.count {
      let template =
        "{% set looping = [] %}{% do looping.append(looping) %}"
        + "{% for turn in range(\([1, 3][random.roll(2)])) %}{{ \(expression(2)) }}{% endfor %}"
      let name = random.roll(2) == 0 ? "t.html" : "t.txt"
      let output = render([(name, template)], "{}", limits: limits)
      #expect(!output.contains("compiled wrongly"), "\(template)")
      if output.hasPrefix("error: ") { #expect(output.contains("--> "), "\(template)\n\(output)") }
    }
  }
}
