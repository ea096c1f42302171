import Text

/// Methods of text, in code points as in Python.
enum TextMethods {
  /// The names of all of them.
  static let names: [String] =
    Array(changes.keys) + Array(tests.keys) + [
      "strip", "lstrip", "rstrip", "startswith", "endswith", "removeprefix", "removesuffix", "replace", "count", "find",
      "rfind", "index", "rindex", "split", "rsplit", "splitlines", "partition", "rpartition", "join", "center", "zfill",
      "ljust", "rjust", "format", "expandtabs",
    ]

  /// The result of a method; `nil` where text has none of the name.
  static func call(_ name: String, on value: Value, _ input: Input) throws(Failure) -> Value? {
    if let change = changes[name] { return value.mapText(change) }
    if let test = tests[name] { return .bool(test(value.printed.string)) }
    guard names.contains(name) else { return nil }
    if let result = try cut(name, value, input) { return result }
    if let result = try search(name, value.printed.string, input) { return result }
    return try lay(name, value, input)
  }

  private static let changes: [String: @Sendable (String) -> String] = [
    "upper": { $0.uppercasedByScalar }, "lower": { $0.lowercasedByScalar }, "casefold": { $0.caseFolded },
    "title": { titled($0) }, "capitalize": { $0.capitalizedByScalar },
    "swapcase": { text in
      text.unicodeScalars.map {
        $0.properties.isUppercase ? $0.properties.lowercaseMapping : $0.properties.uppercaseMapping
      }
      .joined()
    },
  ]

  private static let tests: [String: @Sendable (String) -> Bool] = [
    "isdigit": { all($0) { $0.properties.numericType == .decimal || $0.properties.numericType == .digit } },
    "isdecimal": { all($0) { $0.properties.numericType == .decimal } },
    "isnumeric": { all($0) { $0.properties.numericType != nil } },
    "isalpha": { all($0) { $0.isWordCharacter && $0.properties.numericType == nil && $0 != "_" } },
    "isalnum": { all($0) { $0.isWordCharacter && $0 != "_" } },
    "isspace": { all($0, \.isPythonSpace) },
    "isascii": { $0.utf8.allSatisfy { $0 < 0x80 } },
    "isupper": { $0 == $0.uppercasedByScalar && $0 != $0.lowercasedByScalar },
    "islower": { $0 == $0.lowercasedByScalar && $0 != $0.uppercasedByScalar },
    "istitle": { $0 == titled($0) && $0.unicodeScalars.contains(where: \.properties.isCased) },
  ]

  private static func all(_ text: String, _ holds: (Unicode.Scalar) -> Bool) -> Bool {
    !text.isEmpty && text.unicodeScalars.allSatisfy(holds)
  }

  /// Each run of letters with a large first one.
  private static func titled(_ text: String) -> String {
    var result = ""
    var startsWord = true
    for scalar in text.unicodeScalars {
      result += startsWord ? scalar.properties.titlecaseMapping : scalar.properties.lowercaseMapping
      startsWord = !scalar.properties.isCased
    }
    return result
  }

  /// Methods that leave a part of the text.
  private static func cut(_ name: String, _ value: Value, _ input: Input) throws(Failure) -> Value? {
    let argument = input.text(0)
    let unwanted = argument.map { Set($0.unicodeScalars) }
    let isUnwanted = { (scalar: Unicode.Scalar) in unwanted?.contains(scalar) ?? scalar.isPythonSpace }
    switch name {
    case "strip": return value.mapText { $0.trimming(isUnwanted) }
    case "lstrip": return value.mapText { $0.trimming(end: false, isUnwanted) }
    case "rstrip": return value.mapText { $0.trimming(start: false, isUnwanted) }
    case "removeprefix", "removesuffix":
      let atEnd = name == "removesuffix"
      return value.mapText { text in
        let (bytes, part) = (Bytes(text.utf8), Bytes((argument ?? "").utf8))
        let offset = atEnd ? bytes.count - part.count : 0
        guard offset >= 0, bytes.has(part, at: offset) else { return text }
        return Bytes(atEnd ? bytes[..<offset] : bytes[part.count...]).string
      }
    case "replace":
      guard let filter = input.library.filters["replace"] else { return nil }
      let count = input.values.count > 2 ? input[2] : input.named("count") ?? .none
      return try filter.apply(
        value, Input(values: [input[0], input[1], count], named: [], escapes: value.isSafe, library: input.library))
    default: return nil
    }
  }

  /// Methods that look for a part of the text.
  private static func search(_ name: String, _ text: String, _ input: Input) throws(Failure) -> Value? {
    let part = Bytes((input.text(0) ?? "").utf8)
    let bytes = Bytes(text.utf8)
    switch name {
    case "startswith", "endswith":
      let parts = input[0].bytes.map { [$0] } ?? input[0].elements?.compactMap(\.bytes) ?? []
      return .bool(
        parts.contains { part in
          let offset = name == "startswith" ? 0 : bytes.count - part.count
          return offset >= 0 && bytes.has(part, at: offset)
        })
    case "count":
      if part.isEmpty { return .int(text.unicodeScalars.count + 1) }
      return .int(text.components(part).count - 1)
    case "find", "index": return try found(bytes.offsets(of: part).first, bytes, isStrict: name == "index")
    case "rfind", "rindex": return try found(bytes.offsets(of: part).last, bytes, isStrict: name == "rindex")
    case "split", "rsplit":
      let limit = (input.values.count > 1 ? input[1] : input.named("maxsplit") ?? .int(-1)).integer ?? -1
      return .mutableList(
        split(text, part, limit: limit < 0 ? .max : limit, fromEnd: name == "rsplit").map { Value($0) })
    case "splitlines": return .mutableList(text.pythonLines.map { Value($0) })
    case "partition", "rpartition": return try partition(text, part, fromEnd: name == "rpartition")
    default: return nil
    }
  }

  private static func found(_ offset: Int?, _ bytes: Bytes, isStrict: Bool) throws(Failure) -> Value {
    guard let offset else {
      if isStrict { throw Failure("the text has no such part") }
      return .int(-1)
    }
    return .int(bytes[..<offset].count { !$0.isUTF8Continuation })
  }

  private static func split(_ text: String, _ separator: Bytes, limit: Int, fromEnd: Bool) -> [String] {
    if separator.isEmpty {
      if fromEnd { return split(text.backwards, [], limit: limit, fromEnd: false).map(\.backwards).reversed() }
      return text.unicodeScalars.split(maxSplits: limit, whereSeparator: \.isPythonSpace).map {
        String($0).trimming(end: false)
      }.filter { !$0.isEmpty }
    }
    let parts = text.components(separator)
    guard parts.count - 1 > limit else { return parts }
    if fromEnd {
      let head = parts.count - limit
      return [parts[..<head].joined(separator: separator.string)] + parts[head...]
    }
    return parts[..<limit] + [parts[limit...].joined(separator: separator.string)]
  }

  private static func partition(_ text: String, _ separator: Bytes, fromEnd: Bool) throws(Failure) -> Value {
    if separator.isEmpty { throw Failure("the text to part at is empty") }
    let parts = text.components(separator)
    let values: [String]
    if parts.count == 1 {
      values = fromEnd ? ["", "", text] : [text, "", ""]
    } else if fromEnd {
      values = [parts.dropLast().joined(separator: separator.string), separator.string, parts.last ?? ""]
    } else {
      values = [parts[0], separator.string, parts.dropFirst().joined(separator: separator.string)]
    }
    return .tuple(values.map { Value($0) })
  }

  /// Methods that lay the text out.
  private static func lay(_ name: String, _ value: Value, _ input: Input) throws(Failure) -> Value? {
    switch name {
    case "join":
      guard let elements = input[0].elements else { throw Failure("\(input[0].kind) has no elements") }
      for element in elements where element.bytes == nil { throw Failure("\(element.kind) can't be joined to texts") }
      return Value.joined(elements, separator: value)
    case "center", "ljust", "rjust", "zfill":
      let fill = name == "zfill" ? "0" : input.text(1)?.unicodeScalars.first.map { String($0) } ?? " "
      return value.mapText { pad($0, to: input[0].integer ?? 0, with: fill, name) }
    case "expandtabs":
      return value.mapText {
        $0.replacing("\t", with: String(repeating: " ", count: min(16, input[0].integer ?? 8)))
      }
    case "format": return try BraceFormat.apply(value, input)
    default: return nil
    }
  }

  private static func pad(_ text: String, to width: Int, with fill: String, _ name: String) -> String {
    let missing = min(100_000, width) - text.unicodeScalars.count
    guard missing > 0 else { return text }
    // Python puts an odd blank to the left in lines of odd width.
    let left =
      switch name {
      case "center": missing / 2 + (missing & width & 1)
      case "ljust": 0
      default: missing
      }
    let (before, after) = (String(repeating: fill, count: left), String(repeating: fill, count: missing - left))
    if name == "zfill", let sign = text.unicodeScalars.first, sign == "-" || sign == "+" {
      return String(sign) + before + text.dropFirst()
    }
    return before + text + after
  }
}

extension Array where Element == UInt8 {
  /// Where a part stands, each time behind the time before.
  fileprivate func offsets(of part: Bytes) -> [Int] {
    if part.isEmpty { return [0, count] }
    var offsets: [Int] = []
    var at = 0
    while let found = firstOffset(of: part, from: at) {
      offsets.append(found)
      at = found + 1
    }
    return offsets
  }
}

extension String {
  /// The parts between occurrences of a separator, compared by code points.
  fileprivate func components(_ separator: Bytes) -> [String] {
    let bytes = Bytes(utf8)
    guard !separator.isEmpty else { return [self] }
    var parts: [String] = []
    var at = 0
    while let found = bytes.firstOffset(of: separator, from: at) {
      parts.append(Bytes(bytes[at..<found]).string)
      at = found + separator.count
    }
    return parts + [Bytes(bytes[at...]).string]
  }

  /// The code points from the end.
  var backwards: String { String(String.UnicodeScalarView(unicodeScalars.reversed())) }
}
