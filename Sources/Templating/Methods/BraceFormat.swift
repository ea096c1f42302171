import Text

/// Texts with fields in braces, as Python fills them: `'{0}: {x}'.format(a, x=b)`.
enum BraceFormat {
  /// Fills `{}` fields by order, number or name, each in the form that it asks for.
  static func apply(_ template: Value, _ input: Input) throws(Failure) -> Value {
    let text = Array(template.printed.string.unicodeScalars)
    var out = Bytes()
    var (at, next) = (0, 0)
    while at < text.count {
      let scalar = text[at]
      guard scalar == "{" || scalar == "}" else {
        out += Bytes(String(scalar).utf8)
        at += 1
        continue
      }
      if at + 1 < text.count, text[at + 1] == scalar {
        out += Bytes(String(scalar).utf8)
        at += 2
        continue
      }
      guard scalar == "{", let close = text[at...].firstIndex(of: "}") else {
        throw Failure("a brace in the text has no other one", help: "write `{{` for one that is printed")
      }
      let field = Field(String(String.UnicodeScalarView(text[(at + 1)..<close])))
      let value = try field.value(input, &next)
      let filled = try field.filled(with: value)
      if template.isSafe { filled.writeEscaped(to: &out) } else { filled.write(to: &out) }
      at = close + 1
    }
    return template.isSafe ? .safe(out) : .text(out)
  }

  /// What stands between two braces: `name.part[key]!r:>8.2f`.
  private struct Field {
    let path: String
    let conversion: Character?
    let form: String

    init(_ text: String) {
      let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      let named = parts[0].split(separator: "!", maxSplits: 1, omittingEmptySubsequences: false)
      path = String(named[0])
      conversion = named.count > 1 ? named[1].first : nil
      form = parts.count > 1 ? String(parts[1]) : ""
    }

    func value(_ input: Input, _ next: inout Int) throws(Failure) -> Value {
      let name = path.prefix { $0 != "." && $0 != "[" }
      let index = name.isEmpty ? next : Int(name)
      if name.isEmpty { next += 1 }
      let found = index.map { $0 >= 0 && $0 < input.values.count ? input.values[$0] : nil } ?? input.named(String(name))
      guard let found else { throw Failure("there is no value for `{\(path)}`") }
      let rest = path.dropFirst(name.count).split(whereSeparator: { ".[]".contains($0) })
      return try AttributePath.value(at: rest.joined(separator: "."), of: found)
    }

    func filled(with value: Value) throws(Failure) -> Value {
      if conversion == "r" || conversion == "a" {
        return Value(try FormatSpecifier(form).text(of: Value(BraceFormat.quoted(value))))
      }
      if form.isEmpty { return value }
      return Value(try FormatSpecifier(form).text(of: conversion == "s" ? .text(value.printed) : value))
    }
  }

  /// A value as it stands inside a list.
  static func quoted(_ value: Value) -> String {
    var bytes = Bytes()
    value.writeElement(to: &bytes, depth: 0)
    return bytes.string
  }
}

/// Python's language for the form of a value: `[[fill]align][sign][#][0][width][,][.precision][type]`.
private struct FormatSpecifier {
  private var fill: Unicode.Scalar = " "
  private var align: Unicode.Scalar?
  private var sign: Unicode.Scalar = "-"
  private var hasPrefix = false
  private var width = 0
  private var grouping: Unicode.Scalar?
  private var precision: Int?
  private var type: Unicode.Scalar?

  init(_ text: String) throws(Failure) {
    var rest = Array(text.unicodeScalars)[...]
    let aligns = "<>=^".unicodeScalars
    if let second = rest.dropFirst().first, aligns.contains(second) {
      fill = rest.removeFirst()
      align = rest.removeFirst()
    } else if let first = rest.first, aligns.contains(first) {
      align = rest.removeFirst()
    }
    if let first = rest.first, "+- ".unicodeScalars.contains(first) { sign = rest.removeFirst() }
    if rest.first == "#" {
      hasPrefix = true
      rest.removeFirst()
    }
    if rest.first == "0" {
      rest.removeFirst()
      if align == nil { (fill, align) = ("0", "=") }
    }
    width = FormatSpecifier.number(&rest) ?? 0
    if let first = rest.first, first == "," || first == "_" { grouping = rest.removeFirst() }
    if rest.first == "." {
      rest.removeFirst()
      precision = FormatSpecifier.number(&rest) ?? 0
    }
    type = rest.popFirst()
    if !rest.isEmpty { throw Failure("`\(text)` is no form of a value", help: "write it like `>8.2f`") }
  }

  private static func number(_ rest: inout ArraySlice<Unicode.Scalar>) -> Int? {
    var number: Int?
    while let digit = rest.first, ("0"..."9").contains(digit), (number ?? 0) < 100_000 {
      number = (number ?? 0) * 10 + Int(digit.value - 48)
      rest.removeFirst()
    }
    return number
  }

  /// The type, as a message names it.
  private var letter: Unicode.Scalar { type ?? "d" }

  func text(of value: Value) throws(Failure) -> String {
    guard value.number != nil, type != "s" else {
      guard type == nil || type == "s" else { throw Failure("`\(letter)` is no form of \(value.kind)") }
      let text = value.printed.string.unicodeScalars
      return padded("", String(String.UnicodeScalarView(precision.map { text.prefix($0) } ?? text[...])), standard: "<")
    }
    let (isNegative, digits) = try written(value)
    let mark = isNegative ? "-" : sign == "-" ? "" : String(sign)
    return padded(mark, digits, standard: ">")
  }

  /// The number without its sign.
  private func written(_ value: Value) throws(Failure) -> (isNegative: Bool, String) {
    let isWhole = value.bigInteger != nil
    switch type {
    case nil, "d", "n":
      if isWhole {
        let text = String(
          decoding: Value.list([value.integer.map { .int($0) } ?? value]).printed.dropFirst().dropLast(), as: UTF8.self)
        return split(grouped(text))
      }
      if type == "d" { throw Failure("`d` is a form of whole numbers") }
      guard let precision else { return split(value.printed.string) }
      return split(PrintfFormat.text(value.number ?? 0, digits: precision, form: "g"))
    case "x", "X", "o", "b":
      guard let whole = value.integer else {
        throw Failure("only whole numbers of 64 bits have the form `\(letter)`")
      }
      let radix = type == "o" ? 8 : type == "b" ? 2 : 16
      let digits = String(whole.magnitude, radix: radix, uppercase: type == "X")
      return (whole < 0, (hasPrefix ? "0\(type ?? "x")" : "") + digits)
    case "f", "F", "e", "E", "g", "G":
      return split(grouped(PrintfFormat.text(value.number ?? 0, digits: precision ?? 6, form: type ?? "f")))
    case "%": return split(PrintfFormat.text((value.number ?? 0) * 100, digits: precision ?? 6) + "%")
    case "c": return (false, value.integer.flatMap { Unicode.Scalar(UInt32(clamping: $0)) }.map { String($0) } ?? "")
    default: throw Failure("`\(letter)` is no form of a number")
    }
  }

  private func split(_ text: String) -> (isNegative: Bool, String) {
    text.hasPrefix("-") ? (true, String(text.dropFirst())) : (false, text)
  }

  /// The digits before the point in groups of three.
  private func grouped(_ text: String) -> String {
    guard let grouping else { return text }
    let (isNegative, digits) = split(text)
    let whole = digits.prefix { $0.isNumber }
    var result = ""
    for (index, digit) in whole.enumerated() {
      if index > 0, (whole.count - index) % 3 == 0 { result += String(grouping) }
      result.append(digit)
    }
    return (isNegative ? "-" : "") + result + digits.dropFirst(whole.count)
  }

  private func padded(_ sign: String, _ text: String, standard: Unicode.Scalar) -> String {
    let missing = min(100_000, width) - sign.unicodeScalars.count - text.unicodeScalars.count
    guard missing > 0 else { return sign + text }
    func filling(_ count: Int) -> String { String(repeating: String(fill), count: count) }
    switch align ?? standard {
    case "<": return sign + text + filling(missing)
    case "^": return filling(missing / 2) + sign + text + filling(missing - missing / 2)
    case "=": return sign + filling(missing) + text
    default: return filling(missing) + sign + text
    }
  }
}
