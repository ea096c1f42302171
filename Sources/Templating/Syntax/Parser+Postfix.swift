import Text

extension Parser {
  /// Attributes, elements and calls behind a value.
  mutating func parsePostfix(_ value: Expression) throws(TemplateMistake) -> Expression {
    var value = value
    while true {
      let start = value.span.lowerBound
      if skip(".") {
        let token = advance()
        switch token.kind {
        case .name:
          value = try link(
            Expression(kind: .attribute(value, Symbol(text(token))), span: start..<token.range.upperBound))
        case .integer:
          let index = Expression(kind: .constant(.int(Int(text(token)) ?? 0)), span: token.range)
          value = try link(Expression(kind: .item(value, index), span: start..<token.range.upperBound))
        case .float:
          // `.1.0` is two indices.
          for part in text(token).split(separator: ".") {
            let index = Expression(kind: .constant(.int(Int(part) ?? 0)), span: token.range)
            value = try link(Expression(kind: .item(value, index), span: start..<token.range.upperBound))
          }
        default: throw TemplateMistake("the name of an attribute is expected after the dot", at: token.range)
        }
      } else if isAt("[") {
        value = try link(try parseSubscript(of: value))
      } else if isAt("(") {
        let (arguments, end) = try parseArguments()
        value = try link(Expression(kind: .call(value, arguments), span: start..<end))
      } else {
        return value
      }
    }
  }

  private mutating func parseSubscript(of value: Expression) throws(TemplateMistake) -> Expression {
    advance()
    var parts: [Expression?] = [nil]
    while !isAt("]") {
      if skip(":") {
        parts.append(nil)
      } else if parts[parts.count - 1] == nil {
        parts[parts.count - 1] = try parseTuple()
      } else {
        throw unexpected("`]`")
      }
    }
    let span = value.span.lowerBound..<advance().range.upperBound
    switch parts.count {
    case 1:
      guard let index = parts[0] else { throw TemplateMistake("an index is expected in the brackets", at: span) }
      return Expression(kind: .item(value, index), span: span)
    case 2, 3:
      let step = parts.count == 3 ? parts[2] : nil
      return Expression(kind: .slice(value, from: parts[0], to: parts[1], step: step), span: span)
    default: throw TemplateMistake("a slice has at most three parts", at: span)
    }
  }

  /// Filters and tests behind a value.
  mutating func parseFilters(_ value: Expression) throws(TemplateMistake) -> Expression {
    var value = value
    while true {
      let start = value.span.lowerBound
      if skip("|") {
        let use = try parseNamedCall("the name of a filter")
        value = try link(
          Expression(kind: .filter(value, use), span: start..<(endOfLast ?? use.span.upperBound)))
      } else if isAt("is"), current.kind == .name {
        if case .test = value.kind {
          throw TemplateMistake("a test can't follow a test", at: current.range, help: "join the two with `and`")
        }
        advance()
        let negated = skip("not")
        var use = try parseNamedCall("the name of a test")
        if use.arguments.isEmpty, beginsTestArgument {
          let argument = try parseTestArgument()
          use = NamedCall(name: use.name, arguments: Arguments(positional: [argument]), span: use.span)
        }
        value = try link(
          Expression(kind: .test(value, use, negated: negated), span: start..<(endOfLast ?? use.span.upperBound)))
      } else if isAt("(") {
        let (arguments, end) = try parseArguments()
        value = try link(Expression(kind: .call(value, arguments), span: start..<end))
      } else {
        return value
      }
    }
  }

  /// The end of the token before the current one.
  private var endOfLast: Int? { peek(-1).range.upperBound }

  /// `name`, `name.part` or `name(arguments)`
  mutating func parseNamedCall(_ what: String) throws(TemplateMistake) -> NamedCall {
    var (name, span) = try expectName(what)
    while isAt("."), peek().kind == .name {
      advance()
      let part = advance()
      name += "." + text(part)
      span = span.lowerBound..<part.range.upperBound
    }
    let arguments = isAt("(") ? try parseArguments().0 : Arguments()
    return NamedCall(name: name, arguments: arguments, span: span)
  }

  /// `is divisibleby 3`: one argument may stand without brackets.
  private var beginsTestArgument: Bool {
    switch current.kind {
    case .string, .integer, .float: true
    case .name: !["else", "or", "and", "is", "if", "not", "in"].contains(text(current))
    case .symbol: isAt("[") || isAt("{")
    default: false
    }
  }

  private mutating func parseTestArgument() throws(TemplateMistake) -> Expression {
    switch current.kind {
    case .name, .string, .integer, .float, .symbol: try parseWithoutFilters()
    default: throw unexpected("a value")
    }
  }

  /// The arguments of a call, and where its brackets end.
  mutating func parseArguments() throws(TemplateMistake) -> (Arguments, end: Int) {
    try expect("(")
    var arguments = Arguments()
    var isFirst = true
    while !isAt(")") {
      if !isFirst { try expect(",") }
      isFirst = false
      if isAt(")") { break }
      if skip("*") {
        arguments.spread = try parseExpression()
      } else if skip("**") {
        arguments.namedSpread = try parseExpression()
      } else if current.kind == .name, peek().kind == .symbol, text(peek()) == "=" {
        let name = advance()
        advance()
        arguments.named.append((Symbol(text(name)), try parseExpression(), name.range))
      } else if arguments.named.isEmpty, arguments.namedSpread == nil {
        arguments.positional.append(try parseExpression())
      } else {
        throw TemplateMistake("an argument without a name can't follow one with a name", at: current.range)
      }
    }
    return (arguments, advance().range.upperBound)
  }
}

/// The text that a literal in quotation marks means.
enum StringLiteral {
  static func value(of literal: ArraySlice<UInt8>) -> Bytes {
    let inside = literal.dropFirst().dropLast()
    guard inside.contains(UInt8(ascii: "\\")) else { return Array(inside) }
    var value = Bytes()
    var rest = inside[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "\\"), let letter = rest.popFirst() else {
        value.append(byte)
        continue
      }
      switch letter {
      case UInt8(ascii: "n"): value.append(0x0A)
      case UInt8(ascii: "t"): value.append(0x09)
      case UInt8(ascii: "r"): value.append(0x0D)
      case UInt8(ascii: "\\"), UInt8(ascii: "'"), UInt8(ascii: "\""): value.append(letter)
      case UInt8(ascii: "x"): value += code(&rest, 2) ?? [UInt8(ascii: "\\"), letter]
      case UInt8(ascii: "u"): value += code(&rest, 4) ?? [UInt8(ascii: "\\"), letter]
      case UInt8(ascii: "U"): value += code(&rest, 8) ?? [UInt8(ascii: "\\"), letter]
      default: value += [UInt8(ascii: "\\"), letter]
      }
    }
    return value
  }

  private static func code(_ rest: inout ArraySlice<UInt8>, _ digits: Int) -> Bytes? {
    guard let code = UInt32(Array(rest.prefix(digits)).string, radix: 16), rest.count >= digits,
      let scalar = Unicode.Scalar(code)
    else { return nil }
    rest = rest.dropFirst(digits)
    return Bytes(String(scalar).utf8)
  }
}
