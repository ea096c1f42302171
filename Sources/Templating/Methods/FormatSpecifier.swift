/// Python's language for the form of a value: `[[fill]align][sign][#][0][width][,][.precision][type]`.
struct FormatSpecifier {
  private var fill: Unicode.Scalar = " "
  private var align: Unicode.Scalar?
  private var sign: Unicode.Scalar = "-"
  /// Whether whole numbers have a prefix, and others their point and its zeroes.
  private var isAlternate = false
  private var hasZeroes = false
  private var width = 0
  private var grouping: Unicode.Scalar?
  private var precision: Int?
  private var type: Unicode.Scalar?

  init(_ text: String) throws(Failure) {
    var rest = Array(text.unicodeScalars)[...]
    let aligns = "<>=^".unicodeScalars
    var hasFill = false
    if let second = rest.dropFirst().first, aligns.contains(second) {
      fill = rest.removeFirst()
      hasFill = true
      align = rest.removeFirst()
    } else if let first = rest.first, aligns.contains(first) {
      align = rest.removeFirst()
    }
    if let first = rest.first, "+- ".unicodeScalars.contains(first) { sign = rest.removeFirst() }
    if rest.first == "#" {
      isAlternate = true
      rest.removeFirst()
    }
    if rest.first == "0" {
      rest.removeFirst()
      hasZeroes = true
      if !hasFill { fill = "0" }
    }
    width = FormatSpecifier.number(&rest) ?? 0
    if let first = rest.first, first == "," || first == "_" { grouping = rest.removeFirst() }
    if rest.first == "." {
      rest.removeFirst()
      precision = FormatSpecifier.number(&rest) ?? 0
    }
    type = rest.popFirst()
    if grouping != nil, width > 10_000 { throw Failure("a number in groups is not \(width) digits wide") }
    if !rest.isEmpty { throw Failure("`\(text)` is no form of a value", help: "write it like `>8.2f`") }
  }

  private static func number(_ rest: inout ArraySlice<Unicode.Scalar>) -> Int? {
    var number: Int?
    while let digit = rest.first, ("0"..."9").contains(digit) {
      number = min(Value.reach, (number ?? 0) * 10 + Int(digit.value - 48))
      rest.removeFirst()
    }
    return number
  }

  /// The type, as a message names it.
  private var letter: Unicode.Scalar { type ?? "d" }

  func text(of value: Value, within allowance: Allowance) throws(Failure) -> String {
    try allowance.take(bytes: 4 * width)
    guard let number = value.number else {
      guard type == nil || type == "s", value.bytes != nil else {
        throw Failure("`\(letter)` is no form of \(value.kind)", help: "write `!s` before the colon")
      }
      guard sign == "-", !isAlternate, grouping == nil, align != "=" else {
        throw Failure("a text has no sign and no digits")
      }
      let bytes = value.bytes ?? []
      try allowance.take(bytes: 2 * bytes.count)
      try allowance.spend(4 * bytes.count)
      let text = bytes.string.unicodeScalars
      let part = String(String.UnicodeScalarView(precision.map { text.prefix($0) } ?? text[...]))
      return padded("", part, fill: fill, align: align ?? "<")
    }
    if type == "s" { throw Failure("`s` is no form of a number") }
    let (isNegative, prefix, digits) = try written(value, number, within: allowance)
    let mark = isNegative ? "-" : sign == "-" ? "" : String(sign)
    if hasZeroes, align == nil {
      let room = width - mark.utf8.count - prefix.utf8.count
      return mark + prefix + zeroes(before: digits, room: room)
    }
    return padded(mark + prefix, digits, fill: fill, align: align ?? ">")
  }

  /// Digits with zeroes before them, in groups where digits are.
  private func zeroes(before digits: String, room: Int) -> String {
    let missing = room - digits.unicodeScalars.count
    guard missing > 0 else { return digits }
    guard let grouping, let first = digits.utf8.first, first.isASCIIDigit else {
      return String(repeating: "0", count: missing) + digits
    }
    let size = groupSize
    let whole = digits.prefix { $0.isASCII && ($0.isHexDigit || $0 == Character(grouping)) }
    let rest = digits.dropFirst(whole.count)
    var all = Array(whole.unicodeScalars.filter { $0 != grouping })
    var result = Array(whole.unicodeScalars)
    while result.count < room - rest.unicodeScalars.count {
      all.insert("0", at: 0)
      result = all
      for place in stride(from: all.count - size, to: 0, by: -size) { result.insert(grouping, at: place) }
    }
    return String(String.UnicodeScalarView(result)) + rest
  }

  /// How many digits stand in a group.
  private var groupSize: Int { type.map { "xXob".unicodeScalars.contains($0) } == true ? 4 : 3 }

  /// The number without its sign.
  private func written(
    _ value: Value, _ number: Double, within allowance: Allowance
  ) throws(Failure) -> (isNegative: Bool, prefix: String, digits: String) {
    func printf(_ number: Double, _ digits: Int, _ form: Unicode.Scalar) throws(Failure) -> String {
      try PrintfFormat.text(number, digits: digits, form: form, isAlternate: isAlternate, within: allowance)
    }
    switch type {
    case nil, "d", "n":
      if let whole = value.bigInteger {
        if precision != nil { throw Failure("whole numbers have no precision") }
        try allowance.spend(whole.stepsToWrite)
        let (isNegative, digits) = split(grouped(whole.description))
        return (isNegative, "", digits)
      }
      if type == "d" { throw Failure("`d` is a form of whole numbers") }
      if type == "n" || precision != nil {
        var text = try printf(number, precision ?? 6, "g")
        if type == nil, number.isFinite, !text.contains("e"), !text.contains(".") {
          text =
            text.utf8.count >= max(1, precision ?? 6)
            ? try printf(number, max(0, (precision ?? 6) - 1), "e") : text + ".0"
        }
        let (isNegative, digits) = split(grouped(text))
        return (isNegative, "", digits)
      }
      var text = try value.printed(within: allowance).string
      if isAlternate, number.isFinite, !text.contains("."), let e = text.firstIndex(of: "e") {
        text.insert(".", at: e)
      }
      let (isNegative, digits) = split(grouped(text))
      return (isNegative, "", digits)
    case "x", "X", "o", "b":
      guard let whole = value.bigInteger else { throw Failure("only whole numbers have the form `\(letter)`") }
      if precision != nil || grouping == "," { throw Failure("whole numbers have no precision") }
      try allowance.take(bytes: whole.digits.count * 64)
      try allowance.spend(whole.stepsToWriteBits)
      let (isNegative, digits) = split(
        whole.text(radix: type == "o" ? 8 : type == "b" ? 2 : 16, uppercase: type == "X"))
      return (isNegative, isAlternate ? "0\(letter)" : "", grouped(digits))
    case "f", "F", "e", "E", "g", "G":
      let (isNegative, digits) = split(grouped(try printf(number, precision ?? 6, letter)))
      return (isNegative, "", digits)
    case "%":
      let (isNegative, digits) = split(grouped(try printf(number * 100, precision ?? 6, "f")) + "%")
      return (isNegative, "", digits)
    case "c":
      guard let code = value.integer, let scalar = UInt32(exactly: code).flatMap({ Unicode.Scalar($0) }) else {
        throw Failure("`c` needs the number of a character")
      }
      return (false, "", String(scalar))
    default: throw Failure("`\(letter)` is no form of a number")
    }
  }

  private func split(_ text: String) -> (isNegative: Bool, String) {
    text.hasPrefix("-") ? (true, String(text.dropFirst())) : (false, text)
  }

  /// The digits before the point in groups.
  private func grouped(_ text: String) -> String {
    guard let grouping else { return text }
    let (isNegative, digits) = split(text)
    let whole = Array(digits.unicodeScalars.prefix { groupSize == 4 || ("0"..."9").contains($0) })
    var result = String.UnicodeScalarView()
    for (index, digit) in whole.enumerated() {
      if index > 0, (whole.count - index) % groupSize == 0 { result.append(grouping) }
      result.append(digit)
    }
    return (isNegative ? "-" : "") + String(result)
      + digits.unicodeScalars.dropFirst(whole.count).map { String($0) }.joined()
  }

  private func padded(_ sign: String, _ text: String, fill: Unicode.Scalar, align: Unicode.Scalar) -> String {
    let missing = width - sign.unicodeScalars.count - text.unicodeScalars.count
    guard missing > 0 else { return sign + text }
    func filling(_ count: Int) -> String { String(repeating: String(fill), count: count) }
    switch align {
    case "<": return sign + text + filling(missing)
    case "^": return filling(missing / 2) + sign + text + filling(missing - missing / 2)
    case "=": return sign + filling(missing) + text
    default: return filling(missing) + sign + text
    }
  }
}

extension BigInteger {
  /// The steps that writing the number to such a base takes: a few for each bit.
  var stepsToWriteBits: Int { digits.count * 256 }

  /// The number to a base that is a power of two.
  func text(radix: Int, uppercase: Bool = false) -> String {
    if let small { return String(small, radix: radix, uppercase: uppercase) }
    // Bit by bit, since the digits of the base 8 do not end where ours do.
    let width = radix == 16 ? 4 : radix == 8 ? 3 : 1
    let count = digits.count * 32
    var text = ""
    for start in stride(from: 0, to: count, by: width) {
      var digit = 0
      for bit in start..<min(count, start + width) {
        digit |= Int(digits[bit / 32] >> UInt32(bit % 32) & 1) << (bit - start)
      }
      text.append(String(digit, radix: radix, uppercase: uppercase))
    }
    while text.hasSuffix("0") { text.removeLast() }
    return (isNegative ? "-" : "") + String(text.reversed())
  }
}
