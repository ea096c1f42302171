import Text

/// Methods of text, in code points as in Python.
enum TextMethods {
  /// The result of a method; `nil` where text has none of the name.
  static func call(_ name: String, on value: Value, _ input: Input) throws(Failure) -> Value? {
    if let change = changes[name] { return value.changingText(change) }
    if let test = tests[name] { return .bool(test(value.printed.string)) }
    let text = value.printed.string
    let argument = input.values.first?.bytes?.string
    switch name {
    case "strip": return value.changingText { $0.trimming(isUnwanted(argument)) }
    case "lstrip": return value.changingText { String($0.unicodeScalars.drop(while: isUnwanted(argument))) }
    case "rstrip":
      return value.changingText { reversed(String(reversed($0).unicodeScalars.drop(while: isUnwanted(argument)))) }
    case "startswith": return .bool(argument.map { text.utf8.starts(with: $0.utf8) } ?? false)
    case "endswith": return .bool(argument.map { text.utf8.reversed().starts(with: $0.utf8.reversed()) } ?? false)
    case "removeprefix": return value.changingText { drop(argument, from: $0, atEnd: false) }
    case "removesuffix": return value.changingText { drop(argument, from: $0, atEnd: true) }
    case "replace":
      guard let filter = input.library.filters["replace"] else { return nil }
      let count = input.values.count > 2 ? input[2] : .none
      return try filter.apply(
        value, Input(values: [input[0], input[1], count], named: [], escapes: false, library: input.library))
    case "count": return .int(argument.map { $0.isEmpty ? 0 : text.components($0).count - 1 } ?? 0)
    case "find": return .int(place(of: argument ?? "", in: text, last: false) ?? -1)
    case "rfind": return .int(place(of: argument ?? "", in: text, last: true) ?? -1)
    case "index":
      guard let place = place(of: argument ?? "", in: text, last: false) else {
        throw Failure("the text has no such part")
      }
      return .int(place)
    case "split": return .list(split(text, argument, limit: input.values.count > 1 ? input[1].whole : nil))
    case "splitlines":
      return .list(text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map { Value(String($0)) })
    case "partition": return partition(text, argument ?? "")
    case "join":
      guard let elements = input[0].elements else { throw Failure("\(input[0].kind) has no elements") }
      return Value.joined(elements.enumerated().flatMap { $0.offset > 0 ? [value, $0.element] : [$0.element] })
    case "center":
      guard let filter = input.library.filters["center"] else { return nil }
      return try filter.apply(value, input)
    case "zfill": return value.changingText { pad($0, to: input[0].whole, with: "0", left: true) }
    case "ljust":
      return value.changingText { pad($0, to: input[0].whole, with: input[1].bytes?.string ?? " ", left: false) }
    case "rjust":
      return value.changingText { pad($0, to: input[0].whole, with: input[1].bytes?.string ?? " ", left: true) }
    case "format": return try Formatting.braces(value, input)
    default: return nil
    }
  }

  private static let changes: [String: @Sendable (String) -> String] = [
    "upper": { $0.uppercased() }, "lower": { $0.lowercased() }, "casefold": { $0.lowercased() },
    "title": { Filter.titled($0) },
    "capitalize": { $0.prefix(1).uppercased() + $0.dropFirst().lowercased() },
    "swapcase": { String($0.flatMap { $0.isUppercase ? $0.lowercased() : $0.uppercased() }) },
  ]

  private static let tests: [String: @Sendable (String) -> Bool] = [
    "isdigit": { !$0.isEmpty && $0.allSatisfy(\.isWholeNumber) },
    "isalpha": { !$0.isEmpty && $0.allSatisfy(\.isLetter) },
    "isalnum": { !$0.isEmpty && $0.allSatisfy { $0.isLetter || $0.isNumber } },
    "isspace": { !$0.isEmpty && $0.allSatisfy(\.isWhitespace) },
    "isupper": { $0 == $0.uppercased() && $0 != $0.lowercased() },
    "islower": { $0 == $0.lowercased() && $0 != $0.uppercased() },
  ]

  private static func isUnwanted(_ characters: String?) -> (Unicode.Scalar) -> Bool {
    { scalar in characters?.unicodeScalars.contains(scalar) ?? scalar.properties.isWhitespace }
  }

  private static func reversed(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.reversed()))
  }

  private static func drop(_ part: String?, from text: String, atEnd: Bool) -> String {
    guard let part, atEnd ? text.hasSuffix(part) : text.hasPrefix(part) else { return text }
    return String(atEnd ? text.dropLast(part.count) : text.dropFirst(part.count))
  }

  private static func place(of part: String, in text: String, last: Bool) -> Int? {
    let (bytes, wanted) = (Array(text.utf8), Array(part.utf8))
    var found = wanted.isEmpty ? 0 : bytes.firstOffset(of: wanted)
    while last, let here = found, let next = bytes.firstOffset(of: wanted, from: here + 1) { found = next }
    return found.map { offset in bytes[..<offset].count { !$0.isUTF8Continuation } }
  }

  private static func split(_ text: String, _ separator: String?, limit: Int?) -> [Value] {
    let most = limit.map { $0 < 0 ? Int.max : $0 } ?? .max
    guard let separator, !separator.isEmpty else {
      return text.split(maxSplits: most, whereSeparator: \.isWhitespace).map { Value(String($0)) }
    }
    var parts = text.components(separator)
    if parts.count - 1 > most { parts[most...] = [parts[most...].joined(separator: separator)] }
    return parts.map { Value($0) }
  }

  private static func partition(_ text: String, _ separator: String) -> Value {
    let parts = text.components(separator)
    guard parts.count > 1 else { return .tuple([Value(text), Value(""), Value("")]) }
    return .tuple([Value(parts[0]), Value(separator), Value(parts.dropFirst().joined(separator: separator))])
  }

  private static func pad(_ text: String, to width: Int?, with fill: String, left: Bool) -> String {
    let missing = min(100_000, width ?? 0) - text.unicodeScalars.count
    guard missing > 0 else { return text }
    let padding = String(repeating: fill.prefix(1).description, count: missing)
    return left ? padding + text : text + padding
  }
}

extension String {
  /// The parts between occurrences of a separator, compared by code points.
  fileprivate func components(_ separator: String) -> [String] {
    let (bytes, wanted) = (Array(utf8), Array(separator.utf8))
    guard !wanted.isEmpty else { return [self] }
    var parts: [String] = []
    var at = 0
    while let found = bytes.firstOffset(of: wanted, from: at) {
      parts.append(Array(bytes[at..<found]).string)
      at = found + wanted.count
    }
    return parts + [Array(bytes[at...]).string]
  }
}
