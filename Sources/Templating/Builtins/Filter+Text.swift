import Text

extension Filter {
  /// Filters that change text.
  static let ofText: [Filter] = [
    Filter("upper", result: .same, "The text in capital letters.") { (value, input) throws(Failure) in
      try value.uppercased(within: input.allowance)
    },
    Filter("lower", result: .same, "The text in small letters.") { (value, input) throws(Failure) in
      try value.lowercased(within: input.allowance)
    },
    Filter("capitalize", result: .same, "The first letter large, the others small.") { (value, input) throws(Failure) in
      try value.mapText(input, \.capitalizedByScalar)
    },
    Filter("title", result: .same, "Each word with a capital letter.") { (value, input) throws(Failure) in
      let titled = try value.mapText(input, titled)
      return .text(titled.bytes ?? [])
    },
    Filter(
      "trim", taking: [Parameter("chars", default: .none)], result: .same,
      "The text without white space, or other characters, around it."
    ) {
      (value, input) throws(Failure) in
      let unwanted = try input.characters(0)
      return try value.mapText(input) { text in
        text.trimming { unwanted?.contains($0) ?? $0.isPythonSpace }
      }
    },
    Filter(
      "replace", taking: [Parameter("old"), Parameter("new"), Parameter("count", default: .none)],
      "The text with one part replaced by another, at most `count` times."
    ) { (value, input) throws(Failure) in
      let limit = try input.optionalExtent(2) ?? -1
      return try Replacing(old: input[0], new: input[1], limit: limit).applied(to: value, input)
    },
    Filter(
      "truncate",
      taking: [
        Parameter("length", default: .int(255)), Parameter("killwords", default: .bool(false)),
        Parameter("end", default: Value("...")), Parameter("leeway", default: .int(5)),
      ], "The beginning of a text, cut after a whole word.", apply: truncate),
    Filter("wordcount", "How many words a text has.") { (value, input) throws(Failure) in
      let text = try value.printedForWork(input.allowance).string
      var (count, isInWord) = (0, false)
      for scalar in text.unicodeScalars {
        let isPart = scalar.isWordCharacter
        if isPart, !isInWord { count += 1 }
        isInWord = isPart
      }
      return .int(count)
    },
    Filter(
      "indent",
      taking: [
        Parameter("width", default: .int(4)), Parameter("first", default: .bool(false)),
        Parameter("blank", default: .bool(false)),
      ],
      "The text with each line but the first moved right.", apply: indent),
    Filter("string", "The value as text.") { (value, input) throws(Failure) in
      value.bytes == nil ? .text(try input.printed(value)) : value
    },
    Filter(
      "center", taking: [Parameter("width", default: .int(80))], result: .same,
      "The text in the middle of a line of a width."
    ) {
      (value, input) throws(Failure) in
      try Padding.center.applied(to: value, width: try input.extent(0), input)
    },
  ]

  /// Each word with a large letter first; words begin behind blanks, hyphens and opening brackets.
  private static func titled(_ text: String) -> String {
    var result = ""
    var word = String.UnicodeScalarView()
    func flush() {
      if let first = word.first {
        result += first.properties.uppercaseMapping + String(word.dropFirst()).lowercasedByScalar
      }
      word = String.UnicodeScalarView()
    }
    for scalar in text.unicodeScalars {
      if scalar.isPythonSpace || "-([{<".unicodeScalars.contains(scalar) {
        flush()
        result.unicodeScalars.append(scalar)
      } else {
        word.append(scalar)
      }
    }
    flush()
    return result
  }

  @Sendable private static func truncate(_ value: Value, _ input: Input) throws(Failure) -> Value {
    let (length, leeway) = (try input.extent(0), try input.optionalExtent(3) ?? 5)
    guard let end = input[2].bytes else { throw Failure("the end of a text that is cut must be a text") }
    let endLength = end.string.unicodeScalars.count
    guard length >= endLength else { throw Failure("a text of length \(length) has no room for “\(input[2].excerpt)”") }
    guard leeway >= 0 else { throw Failure("the leeway can't be less than zero") }
    guard let bytes = value.bytes else {
      // What is short enough stays, whatever it is.
      guard value.isIterable, try elements(value, input).count <= length + leeway else {
        throw Failure("\(value.kind) can't be cut")
      }
      return value
    }
    // Not even the bytes are as many.
    if bytes.count <= length { return value }
    let whole = try value.printedForWork(input.allowance)
    guard whole.end(ofCharacters: length + leeway) != nil else { return value }
    var kept = whole[..<(whole.end(ofCharacters: length - endLength) ?? whole.count)]
    if !input[1].isTrue, let space = kept.lastIndex(of: 0x20) { kept = kept[..<space] }
    let text = Bytes(kept)
    return try Value.joined([value.isSafe ? .safe(text) : .text(text), input[2]], within: input.allowance)
  }

  @Sendable private static func indent(_ value: Value, _ input: Input) throws(Failure) -> Value {
    guard let bytes = value.bytes else { throw Failure("\(value.kind) has no lines") }
    let margin: Bytes
    if let text = input[0].bytes {
      margin = text
    } else {
      let width = max(0, try input.extent(0))
      try input.allowance.take(bytes: width)
      margin = Bytes(repeating: 0x20, count: width)
    }
    let (first, blank) = (input[1].isTrue, input[2].isTrue)
    try input.allowance.take(bytes: 2 * bytes.count)
    try input.allowance.spend(6 * bytes.count)
    var lines = LineReader(bytes + [0x0A])
    var result = Bytes()
    var isFirst = true
    while let line = lines.next() {
      let isMoved = isFirst ? first : !line.isEmpty || blank
      if isMoved { try input.allowance.take(bytes: margin.count) }
      if !isFirst { result.append(0x0A) }
      if isMoved { result += margin }
      result += line
      isFirst = false
    }
    return value.isSafe ? .safe(result) : .text(result)
  }
}

extension Input {
  /// The characters of a parameter that may be none.
  func characters(_ index: Int) throws(Failure) -> Set<Unicode.Scalar>? {
    switch self[index] {
    case .none, .undefined: return nil
    case .text(let bytes), .safe(let bytes):
      try allowance.take(bytes: 32 * bytes.count)
      return Set(bytes.string.unicodeScalars)
    default: throw Failure("characters are given as a text, not as \(self[index].kind)")
    }
  }
}
