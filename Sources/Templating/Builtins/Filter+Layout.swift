import Text

extension Filter {
  /// Filters that lay values out for readers.
  static let ofLayout: [Filter] = [
    Filter("format", isVariadic: true, "The text with its `%` places filled.") { (value, input) throws(Failure) in
      if input.values.isEmpty, !input.named.isEmpty {
        var map = ValueMap()
        for (name, value) in input.named { map[name.description] = value }
        return try PercentFormat.apply(value, .map(map))
      }
      return try PercentFormat.apply(value, .tuple(input.values))
    },
    Filter(
      "filesizeformat", taking: [Parameter("binary", default: .bool(false))], "A number of bytes as people write it."
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
          return Value("\(PrintfFormat.text(base * bytes / unit, digits: 1)) \(name)")
        }
      }
      return .none
    },
    Filter(
      "wordwrap",
      taking: [
        Parameter("width", default: .int(79)), Parameter("break_long_words", default: .bool(true)),
        Parameter("wrapstring", default: .none), Parameter("break_on_hyphens", default: .bool(true)),
      ], "The text in lines of at most a width."
    ) {
      (value, input) throws(Failure) in
      let width = max(1, input[0].integer ?? 79)
      let end = input.text(2) ?? "\n"
      let lines = value.printed.string.pythonLines.map { line in
        WordWrap.lines(line, width: width, breaksWords: input[1].isTrue, breaksAtHyphens: input[3].isTrue)
          .joined(separator: end)
      }
      return Value(lines.joined(separator: end))
    },
  ]
}
