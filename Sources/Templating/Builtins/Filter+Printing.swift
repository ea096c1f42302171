import Text

extension Filter {
  /// Filters that lay values out for readers.
  static let ofPrinting: [Filter] = [
    Filter("format", isVariadic: true, "The text with its `%` places filled.") { (value, input) throws(Failure) in
      if input.values.isEmpty, !input.named.isEmpty {
        var map = ValueMap()
        for (name, value) in input.named { map[name.description] = value }
        return try Formatting.percent(value, .map(map))
      }
      return try Formatting.percent(value, .tuple(input.values))
    },
    Filter(
      "filesizeformat", taking: [Parameter("binary", standard: .bool(false))], "A number of bytes as people write it."
    ) {
      (value, input) throws(Failure) in
      guard let bytes = value.number ?? Double(value.printed.string) else {
        throw Failure("\(value.kind) is no number of bytes")
      }
      let base: Double = input[0].isTrue ? 1024 : 1000
      let units =
        input[0].isTrue
        ? ["KiB", "MiB", "GiB", "TiB", "PiB", "EiB", "ZiB", "YiB"] : ["kB", "MB", "GB", "TB", "PB", "EB", "ZB", "YB"]
      if bytes == 1 { return Value("1 Byte") }
      if bytes < base { return Value("\(Int(bytes)) Bytes") }
      var unit = base
      for (index, name) in units.enumerated() {
        unit *= base
        if bytes < unit || index == units.count - 1 {
          return Value("\(Decimal.text(base * bytes / unit, digits: 1)) \(name)")
        }
      }
      return .none
    },
    Filter(
      "wordwrap",
      taking: [
        Parameter("width", standard: .int(79)), Parameter("break_long_words", standard: .bool(true)),
        Parameter("wrapstring", standard: .none), Parameter("break_on_hyphens", standard: .bool(true)),
      ], "The text in lines of at most a width."
    ) {
      (value, input) throws(Failure) in
      let width = max(1, input[0].whole ?? 79)
      let end = input.text(2) ?? "\n"
      let lines = value.printed.string.pythonLines.map { line in
        WordWrap.lines(line, width: width, breaksWords: input[1].isTrue, breaksAtHyphens: input[3].isTrue)
          .joined(separator: end)
      }
      return Value(lines.joined(separator: end))
    },
  ]
}

/// Breaking text into lines as Python's `textwrap` does.
enum WordWrap {
  static func lines(_ text: String, width: Int, breaksWords: Bool, breaksAtHyphens: Bool) -> [String] {
    var lines: [String] = []
    var line: [Unicode.Scalar] = []
    var pieces = pieces(of: text, atHyphens: breaksAtHyphens)[...]
    while var piece = pieces.popFirst() {
      if line.isEmpty, !lines.isEmpty, piece.allSatisfy({ $0.properties.isWhitespace }) { continue }
      if line.count + piece.count <= width {
        line += piece
        continue
      }
      if piece.count > width, breaksWords {
        let room = max(1, width - line.count)
        line += piece.prefix(room)
        piece = Array(piece.dropFirst(room))
      } else if line.isEmpty {
        line = piece
        piece = []
      }
      while let last = line.last, last.properties.isWhitespace { line.removeLast() }
      if !line.isEmpty { lines.append(String(String.UnicodeScalarView(line))) }
      line = []
      if !piece.isEmpty { pieces = [piece] + pieces }
    }
    while let last = line.last, last.properties.isWhitespace { line.removeLast() }
    if !line.isEmpty || lines.isEmpty { lines.append(String(String.UnicodeScalarView(line))) }
    return lines
  }

  /// Words and the white space between them; words are cut behind hyphens between letters.
  private static func pieces(of text: String, atHyphens: Bool) -> [[Unicode.Scalar]] {
    var pieces: [[Unicode.Scalar]] = []
    let scalars = Array(text.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      let isSpace = scalar.properties.isWhitespace
      let afterHyphen =
        atHyphens && index > 1 && scalars[index - 1] == "-" && scalars[index - 2].properties.isAlphabetic
        && scalar.properties.isAlphabetic
      if let last = pieces.last?.last, last.properties.isWhitespace == isSpace, !afterHyphen {
        pieces[pieces.count - 1].append(scalar)
      } else {
        pieces.append([scalar])
      }
    }
    return pieces
  }
}
