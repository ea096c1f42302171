import Text

/// Texts with fields in braces, as Python fills them: `'{0}: {x}'.format(a, x=b)`.
enum BraceFormat {
  /// Fills `{}` fields by order, number or name, each in the form that it asks for.
  static func apply(_ template: Value, _ input: Input) throws(Failure) -> Value {
    let bytes = try input.printed(template)
    try input.allowance.take(bytes: 8 * bytes.count)
    try input.allowance.spend(100 * bytes.count)
    let text = Array(bytes.string.unicodeScalars)
    var out = Bytes()
    var order = FieldOrder()
    var at = 0
    while at < text.count {
      let scalar = text[at]
      guard scalar == "{" || scalar == "}" else {
        out.append(contentsOf: String(scalar).utf8)
        at += 1
        continue
      }
      if at + 1 < text.count, text[at + 1] == scalar {
        out.append(contentsOf: String(scalar).utf8)
        at += 2
        continue
      }
      guard scalar == "{", let close = closing(text, from: at) else {
        throw Failure("a brace in the text has no other one", help: "write `{{` for one that is printed")
      }
      let field = Field(String(String.UnicodeScalarView(text[(at + 1)..<close])))
      let filled = try field.filled(from: input, &order)
      if template.isSafe {
        try filled.writeEscaped(to: &out, within: input.allowance)
      } else {
        try filled.write(to: &out, within: input.allowance)
      }
      at = close + 1
    }
    return template.isSafe ? .safe(out) : .text(out)
  }

  /// Where the field ends that begins at a place; its form may hold fields in braces.
  private static func closing(_ text: [Unicode.Scalar], from start: Int) -> Int? {
    var depth = 0
    for at in start..<text.count {
      if text[at] == "{" { depth += 1 }
      if text[at] == "}" { depth -= 1 }
      if depth == 0 { return at }
    }
    return nil
  }

  /// How fields find their values: in order, or by numbers, but not both.
  private struct FieldOrder {
    var next = 0
    var isNumbered: Bool?

    mutating func index(of name: String) throws(Failure) -> Int? {
      let number = name.isEmpty || !name.utf8.allSatisfy(\.isASCIIDigit) ? nil : Int(name) ?? Value.reach
      guard name.isEmpty || number != nil else { return nil }
      if let isNumbered, isNumbered == name.isEmpty {
        throw Failure("fields are filled by their order or by numbers, not both")
      }
      isNumbered = !name.isEmpty
      if let number { return number }
      next += 1
      return next - 1
    }
  }

  /// What stands between two braces: `name.part[key]!r:>8.2f`.
  private struct Field {
    private let path: String
    private let conversion: String?
    private let form: String

    init(_ text: String) {
      let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      let named = parts[0].split(separator: "!", maxSplits: 1, omittingEmptySubsequences: false)
      path = String(named[0])
      conversion = named.count > 1 ? String(named[1]) : nil
      form = parts.count > 1 ? String(parts[1]) : ""
    }

    func value(_ input: Input, _ order: inout FieldOrder) throws(Failure) -> Value {
      let name = path.prefix { $0 != "." && $0 != "[" }
      let found: Value?
      if let index = try order.index(of: String(name)) {
        found = input.values.indices.contains(index) ? input.values[index] : nil
      } else {
        found = input.named(String(name))
      }
      guard let found else { throw Failure("there is no value for `{\(path)}`") }
      let rest = path.dropFirst(name.count).split(whereSeparator: { ".[]".contains($0) })
      if rest.isEmpty { return found }
      let part = try AttributePath(rest.joined(separator: ".")).value(of: found, within: input.allowance)
      if part.isUndefined { throw Failure("there is no value for `{\(path)}`") }
      return part
    }

    func filled(from input: Input, _ order: inout FieldOrder) throws(Failure) -> Value {
      let value = try value(input, &order)
      var form = form
      // A form may have fields of its own: `{:>{width}}`.
      while let open = form.firstIndex(of: "{"), let close = form[open...].firstIndex(of: "}") {
        let inner = Field(String(form[form.index(after: open)..<close]))
        let filling = try input.printed(try inner.value(input, &order))
        guard filling.count <= 100, form.utf8.count <= 1_000 else { throw Failure("the form of a value is too long") }
        guard !filling.contains(UInt8(ascii: "{")) else { throw Failure("the form of a value holds a brace") }
        form.replaceSubrange(open...close, with: filling.string)
      }
      switch conversion {
      case "r", "a":
        let text = try value.quoted(isASCII: conversion == "a", within: input.allowance)
        return Value(try FormatSpecifier(form).text(of: Value(text), within: input.allowance))
      case "s":
        return Value(try FormatSpecifier(form).text(of: .text(try input.printed(value)), within: input.allowance))
      case .none:
        return form.isEmpty ? value : Value(try FormatSpecifier(form).text(of: value, within: input.allowance))
      case .some(let other): throw Failure("`!\(other)` is no way to write a value", help: "write `!r` or `!s`")
      }
    }
  }
}
