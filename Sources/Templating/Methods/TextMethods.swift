import Text

/// Methods of text, in code points as in Python.
enum TextMethods {
  /// The names of all of them.
  static let names: [String] = Array(changes.keys) + Array(tests.keys) + Array(others.keys)

  /// What a method takes; `nil` where text has none of the name.
  static func signature(of name: String) -> MethodSignature? {
    others[name]?.signature ?? (changes[name] != nil || tests[name] != nil ? .nothing : nil)
  }

  /// The result of a method; `nil` where text has none of the name.
  static func call(_ name: String, on value: Value, _ input: Input) throws(Failure) -> Value? {
    if let change = changes[name] { return try value.mapText(input, change) }
    if let test = tests[name] { return .bool(test(try value.printedForWork(input.allowance).string)) }
    return try others[name]?.apply(value, value.bytes ?? [], input)
  }

  /// A method that takes something, and what that is.
  private struct Method: Sendable {
    let signature: MethodSignature
    let apply: @Sendable (Value, Bytes, Input) throws(Failure) -> Value

    init(
      _ signature: MethodSignature, apply: @escaping @Sendable (Value, Bytes, Input) throws(Failure) -> Value
    ) {
      self.signature = signature
      self.apply = apply
    }
  }

  private static let others: [String: Method] = [
    "strip": Method(.trimming) { (value, _, input) throws(Failure) in try trimmed(value, input) },
    "lstrip": Method(.trimming) { (value, _, input) throws(Failure) in try trimmed(value, end: false, input) },
    "rstrip": Method(.trimming) { (value, _, input) throws(Failure) in try trimmed(value, start: false, input) },
    "removeprefix": Method(.text) { (value, bytes, input) throws(Failure) in
      let part = try text(0, input)
      try input.allowance.spend(part.count >> 2)
      return bytes.has(part, at: 0) ? try cut(bytes[part.count...], like: value, input) : value
    },
    "removesuffix": Method(.text) { (value, bytes, input) throws(Failure) in
      let part = try text(0, input)
      try input.allowance.spend(part.count >> 2)
      let start = bytes.count - part.count
      return start >= 0 && bytes.has(part, at: start) ? try cut(bytes[..<start], like: value, input) : value
    },
    "replace": Method(.replacing) { (value, _, input) throws(Failure) in
      let count = input.value(2, or: "count")?.extent
      return try Replacing(old: input[0], new: input[1], limit: count ?? -1).appliedAsMethod(to: value, input)
    },
    "startswith": Method(.search) { (_, bytes, input) throws(Failure) in
      let window = try TextWindow(bytes, input)
      return .bool(try parts(input).contains { window.contains($0, at: window.start) })
    },
    "endswith": Method(.search) { (_, bytes, input) throws(Failure) in
      let window = try TextWindow(bytes, input)
      return .bool(try parts(input).contains { window.contains($0, at: window.end - $0.count) })
    },
    "count": Method(.search) { (_, bytes, input) throws(Failure) in
      try TextWindow(bytes, input).count(of: try text(0, input), input)
    },
    "find": Method(.search) { (_, bytes, input) throws(Failure) in
      try TextWindow(bytes, input).place(of: try text(0, input), input)
    },
    "rfind": Method(.search) { (_, bytes, input) throws(Failure) in
      try TextWindow(bytes, input).place(of: try text(0, input), fromEnd: true, input)
    },
    "index": Method(.search) { (_, bytes, input) throws(Failure) in
      try found(try TextWindow(bytes, input).place(of: try text(0, input), input))
    },
    "rindex": Method(.search) { (_, bytes, input) throws(Failure) in
      try found(try TextWindow(bytes, input).place(of: try text(0, input), fromEnd: true, input))
    },
    "split": Method(.cutting) { (value, _, input) throws(Failure) in try Splitting(value, input).parts(fromEnd: false)
    },
    "rsplit": Method(.cutting) { (value, _, input) throws(Failure) in try Splitting(value, input).parts(fromEnd: true)
    },
    "splitlines": Method(.lines) { (value, bytes, input) throws(Failure) in
      let keepsEnds = input.value(0, or: "keepends")?.isTrue == true
      var lines: [Value] = []
      var reader = LineReader(bytes)
      var start = 0
      while let (line, end) = reader.nextWithEnd() {
        try input.allowance.take(bytes: 64)
        lines.append(try cut(keepsEnds ? bytes[start..<end] : line, like: value, input))
        start = end
      }
      return .mutableList(lines)
    },
    "partition": Method(.text) { (value, bytes, input) throws(Failure) in
      try partition(value, bytes, fromEnd: false, input)
    },
    "rpartition": Method(.text) { (value, bytes, input) throws(Failure) in
      try partition(value, bytes, fromEnd: true, input)
    },
    "join": Method(.joining) { (value, _, input) throws(Failure) in
      let elements = try Filter.elements(input[0], input)
      for element in elements where element.bytes == nil && !value.isSafe {
        throw Failure("\(element.kind) can't be joined to texts")
      }
      // A text that joins markup knows nothing of it.
      return try Value.joined(elements, separator: value, keepsMarkup: value.isSafe, within: input.allowance)
    },
    "center": Method(.padding) { (value, _, input) throws(Failure) in try padded(value, .center, input) },
    "ljust": Method(.padding) { (value, _, input) throws(Failure) in try padded(value, .right, input) },
    "rjust": Method(.padding) { (value, _, input) throws(Failure) in try padded(value, .left, input) },
    "zfill": Method(.width) { (value, _, input) throws(Failure) in
      try Padding.zeroes.applied(to: value, width: try input.extent(0), filledWith: "0", input)
    },
    "format": Method(.anything) { (value, _, input) throws(Failure) in try BraceFormat.apply(value, input) },
    "expandtabs": Method(.tabs) { (value, bytes, input) throws(Failure) in try expanded(value, bytes, input) },
  ]

  private static let changes: [String: @Sendable (String) -> String] = [
    "upper": { $0.uppercasedByScalar }, "lower": { $0.lowercasedByScalar }, "casefold": { $0.caseFolded },
    "title": { titled($0) }, "capitalize": { $0.capitalizedByScalar },
    "swapcase": { text in
      text.mapLetters { letter, small in letter.properties.isUppercase ? small() : letter.properties.uppercaseMapping }
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
    "isprintable": { $0.unicodeScalars.allSatisfy(\.isVisible) },
    "isidentifier": { text in
      let scalars = text.unicodeScalars
      return scalars.first.map { $0 == "_" || $0.properties.isXIDStart } ?? false
        && scalars.allSatisfy(\.properties.isXIDContinue)
    },
    "isupper": { $0 == $0.uppercasedByScalar && $0 != $0.lowercasedByScalar },
    "islower": { $0 == $0.lowercasedByScalar && $0 != $0.uppercasedByScalar },
    "istitle": { $0 == titled($0) && $0.unicodeScalars.contains(where: \.properties.isCased) },
  ]

  private static func all(_ text: String, _ holds: (Unicode.Scalar) -> Bool) -> Bool {
    !text.isEmpty && text.unicodeScalars.allSatisfy(holds)
  }

  /// Each run of letters with a large first one.
  private static func titled(_ text: String) -> String {
    var startsWord = true
    return text.mapLetters { letter, small in
      defer { startsWord = !letter.properties.isCased }
      return startsWord ? letter.properties.titlecaseMapping : small()
    }
  }

  // MARK: Arguments and results

  /// The text that a method is given.
  private static func text(_ index: Int, _ input: Input) throws(Failure) -> Bytes {
    guard let bytes = input[index].bytes else { throw Failure("a text is expected, not \(input[index].kind)") }
    return bytes
  }

  /// One text, or several in a tuple.
  private static func parts(_ input: Input) throws(Failure) -> [Bytes] {
    guard case .tuple(let list) = input[0] else {
      let part = try text(0, input)
      try input.allowance.spend(part.count >> 2)
      return [part]
    }
    try input.allowance.take(values: list.count)
    return try list.values.map { (part) throws(Failure) in
      guard let bytes = part.bytes else { throw Failure("a text is expected, not \(part.kind)") }
      try input.allowance.spend(16 + bytes.count >> 2)
      return bytes
    }
  }

  /// A part of a text as a value of its kind.
  static func cut(_ part: ArraySlice<UInt8>, like value: Value, _ input: Input) throws(Failure) -> Value {
    try input.allowance.take(bytes: part.count)
    return value.isSafe ? .safe(Bytes(part)) : .text(Bytes(part))
  }

  private static func found(_ place: Value) throws(Failure) -> Value {
    if place.integer == -1 { throw Failure("the text has no such part") }
    return place
  }

  // MARK: Methods

  private static func trimmed(
    _ value: Value, start: Bool = true, end: Bool = true, _ input: Input
  ) throws(Failure) -> Value {
    let unwanted = try input.characters(0)
    return try value.mapText(input) { text in
      text.trimming(start: start, end: end) { unwanted?.contains($0) ?? $0.isPythonSpace }
    }
  }

  private static func padded(_ value: Value, _ padding: Padding, _ input: Input) throws(Failure) -> Value {
    let fill = input.values.count > 1 ? try text(1, input).string.unicodeScalars : " ".unicodeScalars
    guard let character = fill.first, fill.count == 1 else { throw Failure("a text is filled up with one character") }
    return try padding.applied(to: value, width: try input.extent(0), filledWith: character, input)
  }

  private static func partition(
    _ value: Value, _ bytes: Bytes, fromEnd: Bool, _ input: Input
  ) throws(Failure) -> Value {
    let separator = try text(0, input)
    if separator.isEmpty { throw Failure("the text to part at is empty") }
    let offset =
      fromEnd
      ? try bytes.lastOffset(of: separator, in: 0..<bytes.count, within: input.allowance)
      : try bytes.firstOffset(of: separator, within: input.allowance)
    try input.allowance.take(bytes: 256)
    let empty = value.isSafe ? Value.safe([]) : .text([])
    guard let offset else { return .tuple(fromEnd ? [empty, empty, value] : [value, empty, empty]) }
    let end = offset + separator.count
    return .tuple([
      try cut(bytes[..<offset], like: value, input), try cut(bytes[offset..<end], like: value, input),
      try cut(bytes[end...], like: value, input),
    ])
  }

  /// The text with blanks in the place of tabs, up to the next column that is a multiple of the size.
  private static func expanded(_ value: Value, _ bytes: Bytes, _ input: Input) throws(Failure) -> Value {
    let size = input.value(0, or: "tabsize").map(\.extent) ?? 8
    guard let size else { throw Failure("the size of a tab must be a whole number") }
    try input.allowance.take(bytes: bytes.count)
    try input.allowance.spend(8 * bytes.count)
    var result = Bytes()
    var column = 0
    for byte in bytes {
      if byte == 0x09 {
        guard size > 0 else { continue }
        let blanks = size - column % size
        try input.allowance.take(bytes: blanks)
        result += repeatElement(0x20, count: blanks)
        column += blanks
        continue
      }
      result.append(byte)
      if byte == 0x0A || byte == 0x0D { column = 0 } else if !byte.isUTF8Continuation { column += 1 }
    }
    return value.isSafe ? .safe(result) : .text(result)
  }
}
