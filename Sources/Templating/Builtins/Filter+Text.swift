import Text

extension Filter {
  /// Filters that change text.
  static let ofText: [Filter] = [
    Filter("upper", result: .same, "The text in capital letters.") { (value, _) throws(Failure) in
      value.uppercased
    },
    Filter("lower", result: .same, "The text in small letters.") { (value, _) throws(Failure) in
      value.lowercased
    },
    Filter("capitalize", result: .same, "The first letter large, the others small.") { (value, _) throws(Failure) in
      value.mapText(\.capitalizedByScalar)
    },
    Filter("title", result: .same, "Each word with a capital letter.") { (value, _) throws(Failure) in
      Value(titled(value.printed.string))
    },
    Filter(
      "trim", taking: [Parameter("chars", default: .none)], result: .same,
      "The text without white space, or other characters, around it."
    ) {
      (value, input) throws(Failure) in
      let unwanted = input[0].bytes?.string.unicodeScalars
      return value.mapText { text in
        text.trimming { unwanted?.contains($0) ?? $0.isPythonSpace }
      }
    },
    Filter(
      "replace", taking: [Parameter("old"), Parameter("new"), Parameter("count", default: .none)],
      "The text with one part replaced by another, at most `count` times.", apply: replace),
    Filter(
      "truncate",
      taking: [
        Parameter("length", default: .int(255)), Parameter("killwords", default: .bool(false)),
        Parameter("end", default: Value("...")), Parameter("leeway", default: .int(5)),
      ], "The beginning of a text, cut after a whole word.", apply: truncate),
    Filter("wordcount", "How many words a text has.") { (value, _) throws(Failure) in
      .int(value.printed.string.unicodeScalars.split { !$0.isWordCharacter }.count)
    },
    Filter(
      "indent",
      taking: [
        Parameter("width", default: .int(4)), Parameter("first", default: .bool(false)),
        Parameter("blank", default: .bool(false)),
      ],
      "The text with each line but the first moved right."
    ) { (value, input) throws(Failure) in
      let margin = input[0].bytes?.string ?? String(repeating: " ", count: min(1000, max(0, input[0].integer ?? 4)))
      return value.mapText { text in
        let lines = (text + "\n").pythonLines
        return lines.enumerated().map { index, line in
          (index > 0 || input[1].isTrue) && (!line.isEmpty || input[2].isTrue || index == 0)
            ? margin + line : String(line)
        }.joined(separator: "\n")
      }
    },
    Filter("string", "The value as text.") { (value, _) throws(Failure) in
      value.bytes == nil ? .text(value.printed) : value
    },
    Filter(
      "center", taking: [Parameter("width", default: .int(80))], result: .same,
      "The text in the middle of a line of a width."
    ) {
      (value, input) throws(Failure) in
      value.mapText { text in
        let room = min(100_000, input[0].integer ?? 80) - text.unicodeScalars.count
        guard room > 0 else { return text }
        // Python puts an odd blank to the left in lines of odd width.
        let left = room / 2 + (room & (input[0].integer ?? 80) & 1)
        return String(repeating: " ", count: left) + text + String(repeating: " ", count: room - left)
      }
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

  @Sendable private static func replace(_ value: Value, _ input: Input) throws(Failure) -> Value {
    // Markup in any of the three makes markup of the result; the others are text then, and escaped.
    let isMarkup = input.escapes && (value.isSafe || input[0].isSafe || input[1].isSafe)
    func part(_ value: Value) -> Bytes {
      guard isMarkup else { return value.printed }
      var bytes = Bytes()
      value.writeEscaped(to: &bytes)
      return bytes
    }
    let (text, old, new) = (part(value), part(input[0]), part(input[1]))
    if old.isEmpty { return replaceNothing(in: text, with: new, limit: input[2].integer ?? .max, isMarkup: isMarkup) }
    let limit = input[2].integer ?? .max
    var result = Bytes()
    var (at, count) = (0, 0)
    while count < limit {
      guard let found = text.firstOffset(of: old, from: at) else { break }
      result += text[at..<found] + new
      at = found + old.count
      count += 1
    }
    result += text[at...]
    return isMarkup ? .safe(result) : .text(result)
  }

  /// The empty text stands before every character and at the end.
  private static func replaceNothing(in text: Bytes, with new: Bytes, limit: Int, isMarkup: Bool) -> Value {
    var result = Bytes()
    var count = 0
    for scalar in text.string.unicodeScalars {
      if count < limit { result += new }
      count += 1
      result += Bytes(String(scalar).utf8)
    }
    if count < limit { result += new }
    return isMarkup ? .safe(result) : .text(result)
  }

  @Sendable private static func truncate(_ value: Value, _ input: Input) throws(Failure) -> Value {
    let length = max(0, input[0].integer ?? 255)
    let end = input[2].printed.string
    return value.mapText { text in
      let scalars = Array(text.unicodeScalars)
      guard scalars.count > length + max(0, input[3].integer ?? 5) else { return text }
      let room = max(0, length - end.unicodeScalars.count)
      var kept = scalars[..<min(room, scalars.count)]
      if !input[1].isTrue, let space = kept.lastIndex(of: " ") { kept = kept[..<space] }
      return String(String.UnicodeScalarView(kept)) + end
    }
  }
}
