import Text

/// Methods that values have in templates, as in Python.
enum Methods {
  /// The names of the methods that maps have.
  static let ofMaps: Set<Symbol> = Set(["items", "keys", "values", "get"].map { Symbol($0) })

  static func call(_ name: Symbol, on value: Value, _ input: Input, callee: String) throws(Failure) -> Value {
    if let pairs = value.pairs, let result = method(name, of: pairs, input) { return result }
    if value.bytes != nil, let result = try TextMethods.call(name.description, on: value, input) { return result }
    if case .callable(let callable) = value, case .cycler(let cycler) = callable.body {
      if name == Symbol("next") { return cycler.next() }
      if name == Symbol("reset") {
        cycler.reset()
        return .none
      }
    }
    if let elements = sequence(value), let wanted = input.values.first {
      if name == Symbol("count") { return .int(elements.count { $0.equals(wanted) }) }
      if name == Symbol("index"), let place = elements.firstIndex(where: { $0.equals(wanted) }) { return .int(place) }
    }
    if value.isUndefined { throw Failure("`\(name)` is called on a value that is undefined: `\(callee)`") }
    throw Failure("\(value.kind) has no method `\(name)`")
  }

  private static func sequence(_ value: Value) -> [Value]? {
    switch value {
    case .list(let values), .tuple(let values): values
    default: nil
    }
  }

  private static func method(_ name: Symbol, of pairs: [(key: Value, value: Value)], _ input: Input) -> Value? {
    switch name.description {
    case "items": .list(pairs.map { .tuple([$0.key, $0.value]) })
    case "keys": .list(pairs.map(\.key))
    case "values": .list(pairs.map(\.value))
    case "get": pairs.first { $0.key.equals(input[0]) }?.value ?? (input.values.count > 1 ? input[1] : .none)
    default: nil
    }
  }
}
