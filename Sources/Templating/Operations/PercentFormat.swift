import Text

/// Texts with `%` specifiers for values, as Python fills them: `'%s: %.2f' % (a, b)`.
enum PercentFormat {
  /// Fills `%` specifiers from a tuple, a map, or one value.
  static func apply(_ template: Value, _ values: Value, within allowance: Allowance) throws(Failure) -> Value {
    var rest: ArraySlice<Value>
    var isTuple = false
    switch values {
    case .tuple(let elements): (rest, isTuple) = (elements.values[...], true)
    default: rest = [values]
    }
    let bytes = try template.printed(within: allowance)
    try allowance.take(bytes: 4 * bytes.count)
    try allowance.spend(40 * bytes.count)
    let text = Array(bytes.string.unicodeScalars)
    let isMarkup = template.isSafe
    var out = ""
    var at = 0
    while at < text.count {
      guard text[at] == "%" else {
        out.unicodeScalars.append(text[at])
        at += 1
        continue
      }
      at += 1
      var specifier = Specifier()
      func next() throws(Failure) -> Value {
        guard let value = rest.popFirst() else { throw Failure("there are more places than values") }
        return value
      }
      let name = try specifier.read(text, &at, next)
      if specifier.conversion == "%" {
        out += "%"
        continue
      }
      var value: Value
      if let name {
        if isTuple { throw Failure("a name in brackets needs a map of values") }
        let found = values[name]
        if found.isUndefined { throw Failure("there is no value for `\(name)`") }
        value = found
      } else {
        value = try next()
      }
      if isMarkup, specifier.conversion == "s" {
        var escaped = Bytes()
        try value.writeEscaped(to: &escaped, within: allowance)
        value = .safe(escaped)
      }
      out += try specifier.text(of: value, within: allowance)
    }
    if !rest.isEmpty, !values.hasMembers { throw Failure("there are more values than places") }
    return isMarkup ? .safe(Bytes(out.utf8)) : .text(Bytes(out.utf8))
  }

  /// How one value is written: `%05.2f` and its like.
  private struct Specifier {
    var flags: Set<Unicode.Scalar> = []
    var width = 0
    var precision: Int?
    var conversion: Unicode.Scalar = "s"

    /// Reads what follows the percent sign; the result is the name in brackets, if any.
    mutating func read(
      _ text: [Unicode.Scalar], _ at: inout Int, _ next: () throws(Failure) -> Value
    ) throws(Failure) -> String? {
      var name: String?
      if at < text.count, text[at] == "(", let close = text[at...].firstIndex(of: ")") {
        name = String(String.UnicodeScalarView(text[(at + 1)..<close]))
        at = close + 1
      }
      while at < text.count, "-+ 0#".unicodeScalars.contains(text[at]) {
        flags.insert(text[at])
        at += 1
      }
      width = try number(text, &at, next) ?? 0
      if width < 0 {
        flags.insert("-")
        width = -width
      }
      if at < text.count, text[at] == "." {
        at += 1
        precision = max(0, try number(text, &at, next) ?? 0)
      }
      // The size of C's number, which means nothing here.
      while at < text.count, "hlL".unicodeScalars.contains(text[at]) { at += 1 }
      guard at < text.count else {
        throw Failure("the form of a value ends behind `%`", help: "write `%%` for one that is printed")
      }
      conversion = text[at]
      at += 1
      return name
    }

    private func number(
      _ text: [Unicode.Scalar], _ at: inout Int, _ next: () throws(Failure) -> Value
    ) throws(Failure) -> Int? {
      if at < text.count, text[at] == "*" {
        at += 1
        guard let width = try next().extent else { throw Failure("`*` needs a whole number") }
        return width
      }
      var number: Int?
      while at < text.count, ("0"..."9").contains(text[at]) {
        number = min(Value.reach, (number ?? 0) * 10 + Int(text[at].value - 48))
        at += 1
      }
      return number
    }

    func text(of value: Value, within allowance: Allowance) throws(Failure) -> String {
      // What is filled up is put together of parts.
      try allowance.take(bytes: 4 * width)
      try allowance.spend(4 * width)
      var body = try written(value, within: allowance)
      if flags.contains("#"), let prefix = ["x": "0x", "X": "0X", "o": "0o"][conversion] {
        let sign = body.hasPrefix("-") || body.hasPrefix("+") || body.hasPrefix(" ") ? String(body.removeFirst()) : ""
        body = sign + prefix + body
      }
      let missing = width - body.unicodeScalars.count
      guard missing > 0 else { return body }
      if flags.contains("-") { return body + String(repeating: " ", count: missing) }
      if flags.contains("0"), !"srac".unicodeScalars.contains(conversion) {
        let sign = body.hasPrefix("-") || body.hasPrefix("+") || body.hasPrefix(" ") ? String(body.prefix(1)) : ""
        return sign + String(repeating: "0", count: missing) + body.dropFirst(sign.count)
      }
      return String(repeating: " ", count: missing) + body
    }

    /// The value without what fills the width.
    private func written(_ value: Value, within allowance: Allowance) throws(Failure) -> String {
      switch conversion {
      case "s", "r", "a":
        let text =
          conversion == "s"
          ? try value.printed(within: allowance).string
          : try value.quoted(isASCII: conversion == "a", within: allowance)
        try allowance.take(bytes: 2 * text.utf8.count)
        try allowance.spend(2 * text.utf8.count)
        return precision.map { String(String.UnicodeScalarView(text.unicodeScalars.prefix($0))) } ?? text
      case "d", "i", "u":
        let whole = try whole(value, truncating: true)
        try allowance.spend(whole.stepsToWrite)
        return signed(try padded(whole.description, within: allowance))
      case "x", "X", "o":
        let whole = try whole(value, truncating: false)
        try allowance.spend(whole.stepsToWriteBits)
        let digits = whole.text(radix: conversion == "o" ? 8 : 16, uppercase: conversion == "X")
        return signed(try padded(digits, within: allowance))
      case "f", "F", "e", "E", "g", "G":
        guard let number = value.number else { throw Failure("\(value.kind) is no number") }
        return signed(
          try PrintfFormat.text(
            number, digits: precision ?? 6, form: conversion, isAlternate: flags.contains("#"), within: allowance))
      case "c":
        if let text = value.bytes?.string, text.unicodeScalars.count == 1 { return text }
        guard let code = value.integer, let scalar = UInt32(exactly: code).flatMap({ Unicode.Scalar($0) }) else {
          throw Failure("`%c` needs one character, or its number")
        }
        return String(scalar)
      default: throw Failure("`%\(conversion)` is no form of a value")
      }
    }

    /// Digits with as many zeroes before them as the precision asks for.
    private func padded(_ digits: String, within allowance: Allowance) throws(Failure) -> String {
      guard let precision else { return digits }
      let sign = digits.hasPrefix("-") ? "-" : ""
      let missing = precision - (digits.utf8.count - sign.count)
      guard missing > 0 else { return digits }
      // The text is put together of parts, with a sign and a prefix.
      try allowance.take(bytes: 4 * missing)
      return sign + String(repeating: "0", count: missing) + digits.dropFirst(sign.count)
    }

    private func whole(_ value: Value, truncating: Bool) throws(Failure) -> BigInteger {
      if truncating, case .double(let number) = value, let whole = BigInteger(exactly: number.rounded(.towardZero)) {
        return whole
      }
      guard let whole = value.bigInteger else { throw Failure("\(value.kind) is no whole number") }
      return whole
    }

    private func signed(_ digits: String) -> String {
      digits.hasPrefix("-") ? digits : flags.contains("+") ? "+" + digits : flags.contains(" ") ? " " + digits : digits
    }
  }
}

extension Value {
  /// Whether values can be asked for by name, so that some may be left over.
  fileprivate var hasMembers: Bool {
    switch self {
    case .map, .record, .list: true
    default: false
    }
  }
}
