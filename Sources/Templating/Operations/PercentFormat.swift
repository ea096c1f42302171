import Text

/// Texts with `%` specifiers for values, as Python fills them: `'%s: %.2f' % (a, b)`.
enum PercentFormat {
  /// Fills `%` specifiers from a tuple, a map, or one value.
  static func apply(_ template: Value, _ values: Value) throws(Failure) -> Value {
    var rest: [Value]
    switch values {
    case .tuple(let elements): rest = elements.values
    default: rest = [values]
    }
    let text = Array(template.printed.string.unicodeScalars)
    var isMarkup = false
    if case .safe = template { isMarkup = true }
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
      let name = specifier.read(text, &at)
      if specifier.conversion == "%" {
        out += "%"
        continue
      }
      var value: Value
      if let name {
        guard let found = values.pairs?.first(where: { $0.key.printed.string == name })?.value else {
          throw Failure("there is no value for `\(name)`")
        }
        value = found
      } else {
        guard !rest.isEmpty else { throw Failure("there are more places than values") }
        value = rest.removeFirst()
      }
      if isMarkup, specifier.conversion == "s" {
        var escaped = Bytes()
        value.writeEscaped(to: &escaped)
        value = .safe(escaped)
      }
      out += try specifier.text(of: value)
    }
    if !rest.isEmpty, values.pairs == nil { throw Failure("there are more values than places") }
    return isMarkup ? .safe(Bytes(out.utf8)) : .text(Bytes(out.utf8))
  }

  /// How one value is written: `%05.2f` and its like.
  private struct Specifier {
    var flags: Set<Unicode.Scalar> = []
    var width = 0
    var precision: Int?
    var conversion: Unicode.Scalar = "s"

    /// Reads what follows the percent sign; the result is the name in brackets, if any.
    mutating func read(_ text: [Unicode.Scalar], _ at: inout Int) -> String? {
      var name: String?
      if at < text.count, text[at] == "(", let close = text[at...].firstIndex(of: ")") {
        name = String(String.UnicodeScalarView(text[(at + 1)..<close]))
        at = close + 1
      }
      while at < text.count, "-+ 0#".unicodeScalars.contains(text[at]) {
        flags.insert(text[at])
        at += 1
      }
      width = number(text, &at) ?? 0
      if at < text.count, text[at] == "." {
        at += 1
        precision = number(text, &at) ?? 0
      }
      if at < text.count {
        conversion = text[at]
        at += 1
      }
      return name
    }

    private func number(_ text: [Unicode.Scalar], _ at: inout Int) -> Int? {
      var digits = ""
      while at < text.count, ("0"..."9").contains(text[at]), digits.count < 4 {
        digits.unicodeScalars.append(text[at])
        at += 1
      }
      return Int(digits)
    }

    func text(of value: Value) throws(Failure) -> String {
      let body: String
      switch conversion {
      case "s":
        let text = value.printed.string
        body = precision.map { String(String.UnicodeScalarView(text.unicodeScalars.prefix($0))) } ?? text
      case "r": body = String(Value.list([value]).printed.string.dropFirst().dropLast())
      case "d", "i", "u": body = signed(String(try whole(value)))
      case "x": body = signed(String(try whole(value), radix: 16))
      case "X": body = signed(String(try whole(value), radix: 16, uppercase: true))
      case "o": body = signed(String(try whole(value), radix: 8))
      case "f", "F", "e", "E", "g", "G":
        guard let number = value.number else { throw Failure("\(value.kind) is no number") }
        body = signed(PrintfFormat.text(number, digits: precision ?? 6, form: conversion))
      case "c":
        body = value.integer.flatMap { Unicode.Scalar(UInt32(clamping: $0)) }.map { String($0) } ?? value.printed.string
      default: throw Failure("`%\(conversion)` is no form of a value")
      }
      let missing = width - body.unicodeScalars.count
      guard missing > 0 else { return body }
      if flags.contains("-") { return body + String(repeating: " ", count: missing) }
      if flags.contains("0"), conversion != "s", conversion != "r" {
        let sign = body.hasPrefix("-") || body.hasPrefix("+") ? String(body.prefix(1)) : ""
        return sign + String(repeating: "0", count: missing) + body.dropFirst(sign.count)
      }
      return String(repeating: " ", count: missing) + body
    }

    private func whole(_ value: Value) throws(Failure) -> Int {
      if case .double(let number) = value, abs(number) < 9e18 { return Int(number) }
      guard let whole = value.integer else { throw Failure("\(value.kind) is no number") }
      return whole
    }

    private func signed(_ digits: String) -> String {
      digits.hasPrefix("-") ? digits : flags.contains("+") ? "+" + digits : flags.contains(" ") ? " " + digits : digits
    }
  }
}
