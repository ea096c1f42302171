import Text

/// Methods that values have in templates, as in Python.
enum Methods {
  static func call(_ name: Symbol, on value: Value, _ input: Input, callee: String) throws(Failure) -> Value {
    if let pairs = value.pairs, let result = method(name, of: pairs, value, input) { return result }
    if value.bytes != nil, let result = textMethod(name, value, input) { return result }
    if value.isUndefined { throw Failure("`\(name)` is called on a value that is undefined: `\(callee)`") }
    throw Failure("\(value.kind) has no method `\(name)`")
  }

  private static func method(
    _ name: Symbol, of pairs: [(key: Value, value: Value)], _ value: Value, _ input: Input
  ) -> Value? {
    switch name.description {
    case "items": .list(pairs.map { .tuple([$0.key, $0.value]) })
    case "keys": .list(pairs.map(\.key))
    case "values": .list(pairs.map(\.value))
    case "get": pairs.first { $0.key.equals(input[0]) }?.value ?? (input.values.count > 1 ? input[1] : .none)
    default: nil
    }
  }

  private static func textMethod(_ name: Symbol, _ value: Value, _ input: Input) -> Value? {
    let text = value.printed.string
    switch name.description {
    case "upper": return value.changingText { $0.uppercased() }
    case "lower": return value.changingText { $0.lowercased() }
    case "strip": return value.changingText { $0.trimming { $0.properties.isWhitespace } }
    case "startswith": return .bool(text.hasPrefix(input[0].printed.string))
    case "endswith": return .bool(text.hasSuffix(input[0].printed.string))
    case "split":
      guard let separator = input[0].bytes?.string, !separator.isEmpty else {
        return .list(text.split(whereSeparator: \.isWhitespace).map { Value(String($0)) })
      }
      return .list(text.split(separator: separator, omittingEmptySubsequences: false).map { Value(String($0)) })
    default: return nil
    }
  }
}
