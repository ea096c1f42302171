import Text

extension Filter {
  /// Filters that lay values out for readers.
  static let ofLayout: [Filter] = [
    Filter("format", isVariadic: true, "The text with its `%` places filled.") { (value, input) throws(Failure) in
      if input.named.isEmpty { return try PercentFormat.apply(value, .tuple(input.values), within: input.allowance) }
      guard input.values.isEmpty else { throw Failure("places are filled by order or by name, not both") }
      var map = ValueMap()
      try input.allowance.take(bytes: ValueMap.memberSize, times: input.named.count)
      for (name, value) in input.named { map[name.description] = value }
      return try PercentFormat.apply(value, .map(map), within: input.allowance)
    },
    Filter(
      "filesizeformat", taking: [Parameter("binary", default: .bool(false))], "A number of bytes as people write it."
    ) {
      (value, input) throws(Failure) in
      guard let bytes = value.number ?? value.bytes.flatMap({ NumberText.fraction($0) }) else {
        throw Failure("\(value.kind) is no number of bytes")
      }
      if bytes.isInfinite, value.bigInteger != nil { throw Failure("this number has too many digits") }
      return try fileSize(bytes, isBinary: input[0].isTrue)
    },
    Filter(
      "wordwrap",
      taking: [
        Parameter("width", default: .int(79)), Parameter("break_long_words", default: .bool(true)),
        Parameter("wrapstring", default: .none), Parameter("break_on_hyphens", default: .bool(true)),
      ], "The text in lines of at most a width."
    ) {
      (value, input) throws(Failure) in
      let width = try input.extent(0)
      if width < 1 { throw Failure("a line has at least one character") }
      let end = input[2].bytes == nil ? Value("\n") : input[2]
      guard let bytes = value.bytes else { throw Failure("\(value.kind) has no lines") }
      // Each piece lies in memory by itself for a while.
      let pieces = 100 * bytes.count
      try input.allowance.take(bytes: pieces)
      try input.allowance.spend(150 * bytes.count)
      let wrap = WordWrap(width: width, breaksWords: input[1].isTrue, breaksAtHyphens: input[3].isTrue)
      var lines: [Value] = []
      var reader = LineReader(bytes)
      while let line = reader.next() {
        let wrapped = wrap.lines(Array(line).string)
        try input.allowance.take(bytes: 64 * wrapped.count)
        // Paragraphs are joined like lines, also those that have none.
        lines += wrapped.isEmpty ? [Value("")] : wrapped.map { Value($0) }
      }
      input.allowance.giveBack(bytes: pieces)
      return try Value.joined(lines, separator: end, within: input.allowance)
    },
  ]

  private static func fileSize(_ bytes: Double, isBinary: Bool) throws(Failure) -> Value {
    let base: Double = isBinary ? 1024 : 1000
    let units =
      isBinary
      ? ["KiB", "MiB", "GiB", "TiB", "PiB", "EiB", "ZiB", "YiB"] : ["kB", "MB", "GB", "TB", "PB", "EB", "ZB", "YB"]
    if bytes == 1 { return Value("1 Byte") }
    if bytes < base {
      guard let whole = BigInteger(exactly: bytes.rounded(.towardZero)) else {
        throw Failure("a number that is infinite is no number of bytes")
      }
      return Value("\(whole) Bytes")
    }
    var unit = base
    var name = ""
    for next in units {
      (unit, name) = (unit * base, next)
      if bytes < unit { break }
    }
    return Value("\(PrintfFormat.text(base * bytes / unit, digits: 1)) \(name)")
  }
}
