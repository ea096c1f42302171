import Diagnostics
import Text

extension Machine {
  /// A failure with where it happened and, for undefined values, which it was and why it may be so.
  func explained(_ failure: Failure, _ frame: Frame, _ at: Int) -> Failure {
    let source = frame.program.source
    let span = frame.function.spans[at]
    var failure = failure
    if failure.location == nil {
      switch failure.cause {
      case .other: break
      case .undefined:
        let path = Array(source.bytes[span]).string
        failure = undefined(path, "`\(path)` is undefined", frame)
      case .undefinedCallee: failure = undefined(Array(source.bytes[span]).string, failure.message, frame)
      case .undefinedBase(let length):
        let base = Array(source.bytes[span.prefix(length)]).string
        let rest = Array(source.bytes[span.dropFirst(length)]).string
        failure = undefined(base, "`\(base)` is undefined, so there is no `\(base)\(rest)`", frame)
      }
    }
    return failure.addingTrace(source.locationWithLinesAround(span), in: frame.function.title)
  }

  /// What to say of an expression without a value.
  private func undefined(_ path: String, _ message: String, _ frame: Frame) -> Failure {
    let name = path.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
    let root = Symbol(String(name))
    let known = frame.function.names.filter { $0.name == root }.map { frame[$0.slot] }
    let isLocal = frame.function.loopLocals.contains(root) && known.contains(where: \.isUndefined)
    if !isLocal, let value = known.first(where: { !$0.isUndefined }) {
      return Failure(message, help: help(for: path.dropFirst(name.count), of: value))
    }
    if isLocal {
      return Failure(
        message, help: "`\(name)` is set inside a loop, where it ends; set a field of a `namespace` instead")
    }
    if !frame.scope.seesContext {
      return Failure(
        message, help: "the template was imported without context; write `with context`, or pass the value on")
    }
    let names = frame.scope.visibleNames + frame.function.names.map(\.name) + library.globals.keys
    let words = Set(names.map(\.description)).subtracting([String(name)])
    return Failure(
      message,
      help: .suggestion(words.nearest(to: String(name))) ?? "give it a value, or write `| default(…)` behind it")
  }

  /// The field that was probably meant, where a path leads from a value to nowhere.
  private func help(for path: Substring, of value: Value) -> String? {
    var value = value
    for part in path.split(whereSeparator: { ".[]'\"".contains($0) }) {
      let next: Value?
      switch value {
      case .record(let record): next = record[Symbol(String(part))]
      case .map(let map): next = map.map[String(part)]
      case .namespace(let space): next = space.map[String(part)]
      default: return nil
      }
      guard let next else {
        let keys = value.pairs?.compactMap { $0.key.bytes?.string } ?? []
        return .suggestion(keys.nearest(to: String(part)))
          ?? (keys.isEmpty ? nil : "there is \(keys.prefix(12).map { "`\($0)`" }.joined(separator: ", "))")
      }
      value = next
    }
    return nil
  }
}
