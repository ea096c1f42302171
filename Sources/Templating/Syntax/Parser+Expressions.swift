import Text

extension Parser {
  /// An expression, or several with commas between: a tuple.
  mutating func parseTuple() throws(TemplateMistake) -> Expression {
    let first = try parseExpression()
    guard isAt(",") else { return first }
    var elements = [first]
    while skip(",") {
      if endsTuple { break }
      elements.append(try parseExpression())
    }
    return Expression(kind: .tuple(elements), span: first.span.lowerBound..<(elements.last ?? first).span.upperBound)
  }

  private var endsTuple: Bool {
    current.kind == .tagEnd || current.kind == .outputEnd || current.kind == .end || isAt(")") || isAt("]")
      || isAt("in")
  }

  /// `value if condition else other`
  mutating func parseExpression() throws(TemplateMistake) -> Expression {
    try nested { parser throws(TemplateMistake) in
      var value = try parser.parseOr()
      while parser.skip("if") {
        let condition = try parser.parseOr()
        let other = parser.skip("else") ? try parser.parseExpression() : nil
        let end = (other ?? condition).span.upperBound
        value = try parser.link(
          Expression(kind: .conditional(value, if: condition, else: other), span: value.span.lowerBound..<end))
      }
      return value
    }
  }

  /// An expression without `if … else` around it, as the values of a loop are.
  mutating func parseOr() throws(TemplateMistake) -> Expression {
    var left = try parseAnd()
    while skip("or") {
      let right = try parseAnd()
      left = try link(Expression(kind: .or(left, right), span: left.span.lowerBound..<right.span.upperBound))
    }
    return left
  }

  private mutating func parseAnd() throws(TemplateMistake) -> Expression {
    var left = try parseNot()
    while skip("and") {
      let right = try parseNot()
      left = try link(Expression(kind: .and(left, right), span: left.span.lowerBound..<right.span.upperBound))
    }
    return left
  }

  private mutating func parseNot() throws(TemplateMistake) -> Expression {
    guard isAt("not") else { return try parseComparison() }
    let start = advance().range
    return try nested { parser throws(TemplateMistake) in
      let value = try parser.parseNot()
      return Expression(kind: .unary(.not, value), span: start.lowerBound..<value.span.upperBound)
    }
  }

  private mutating func parseComparison() throws(TemplateMistake) -> Expression {
    let left = try parseBinary(0)
    var rest: [(Comparison, Expression)] = []
    while let comparison = skipComparison() { rest.append((comparison, try parseBinary(0))) }
    guard let last = rest.last else { return left }
    return Expression(kind: .comparison(left, rest), span: left.span.lowerBound..<last.1.span.upperBound)
  }

  private mutating func skipComparison() -> Comparison? {
    if isAt("not"), text(peek()) == "in", peek().kind == .name {
      advance()
      advance()
      return .notIn
    }
    guard current.kind == .symbol || isAt("in"), let comparison = Comparison(rawValue: text(current)) else {
      return nil
    }
    advance()
    return comparison
  }

  /// Sums, then concatenations, then products, then powers: each level binds tighter.
  private mutating func parseBinary(_ level: Int) throws(TemplateMistake) -> Expression {
    if level == 1 { return try parseConcatenation() }
    guard level < 4 else { return try parseUnary() }
    let operators = [0: ["+", "-"], 2: ["*", "/", "//", "%"], 3: ["**"]][level] ?? []
    var left = try parseBinary(level + 1)
    while current.kind == .symbol, operators.contains(text(current)),
      let operation = BinaryOperator(rawValue: text(current))
    {
      advance()
      let right = try parseBinary(level + 1)
      left = try link(
        Expression(kind: .binary(operation, left, right), span: left.span.lowerBound..<right.span.upperBound))
    }
    return left
  }

  private mutating func parseConcatenation() throws(TemplateMistake) -> Expression {
    let first = try parseBinary(2)
    var parts = [first]
    while skip("~") { parts.append(try parseBinary(2)) }
    guard let last = parts.last, parts.count > 1 else { return first }
    return Expression(kind: .concatenation(parts), span: first.span.lowerBound..<last.span.upperBound)
  }

  private mutating func parseUnary(withFilters: Bool = true) throws(TemplateMistake) -> Expression {
    let start = current.range
    var value: Expression
    if isAt("-") || isAt("+") {
      let operation: UnaryOperator = isAt("-") ? .negative : .positive
      advance()
      let operand = try nested { parser throws(TemplateMistake) in try parser.parseUnary(withFilters: false) }
      value = Expression(kind: .unary(operation, operand), span: start.lowerBound..<operand.span.upperBound)
    } else {
      value = try parsePrimary()
    }
    value = try parsePostfix(value)
    return withFilters ? try parseFilters(value) : value
  }

  /// A value with what stands behind it, but no filters or tests.
  mutating func parseWithoutFilters() throws(TemplateMistake) -> Expression {
    try parsePostfix(try parsePrimary())
  }

  private mutating func parsePrimary() throws(TemplateMistake) -> Expression {
    let token = current
    switch token.kind {
    case .name:
      advance()
      return Expression(
        kind: Parser.constants[text(token)].map { .constant($0) } ?? .name(Symbol(text(token))), span: token.range)
    case .string:
      advance()
      var bytes = StringLiteral.value(of: source[token.range])
      var end = token.range.upperBound
      while current.kind == .string {
        bytes += StringLiteral.value(of: source[current.range])
        end = advance().range.upperBound
      }
      return Expression(kind: .constant(.text(bytes)), span: token.range.lowerBound..<end)
    case .integer, .float:
      advance()
      guard let number = Parser.number(text(token)) else {
        throw TemplateMistake("this is no number", at: token.range)
      }
      return Expression(kind: .constant(number), span: token.range)
    case .symbol where isAt("("): return try parseBrackets()
    case .symbol where isAt("["): return try parseList()
    case .symbol where isAt("{"): return try parseMap()
    default: throw unexpected("a value")
    }
  }

  private static let constants: [String: Value] = [
    "true": .bool(true), "True": .bool(true), "false": .bool(false), "False": .bool(false), "none": Value.none,
    "None": Value.none,
  ]

  private static func number(_ text: String) -> Value? {
    // Digits may be grouped by single underscores between them.
    if text.hasSuffix("_") || text.contains("__") || text.contains("_.") { return nil }
    let digits = text.replacing("_", with: "").lowercased()
    for (prefix, radix) in [("0x", 16), ("0o", 8), ("0b", 2)] where digits.hasPrefix(prefix) {
      return BigInteger(digits.utf8.dropFirst(2), radix: UInt32(radix)).map { Value($0) }
    }
    return Value(number: digits)
  }

  private mutating func parseBrackets() throws(TemplateMistake) -> Expression {
    let start = advance().range
    if skip(")") { return Expression(kind: .tuple([]), span: start) }
    let inside = try parseTuple()
    let end = current.range.upperBound
    try expect(")")
    return Expression(kind: inside.kind, span: start.lowerBound..<end)
  }

  private mutating func parseList() throws(TemplateMistake) -> Expression {
    let start = advance().range
    var elements: [Expression] = []
    while !isAt("]") {
      if !elements.isEmpty { try expect(",") }
      if isAt("]") { break }
      elements.append(try parseExpression())
    }
    let end = advance().range.upperBound
    return Expression(kind: .list(elements), span: start.lowerBound..<end)
  }

  private mutating func parseMap() throws(TemplateMistake) -> Expression {
    let start = advance().range
    var members: [(key: Expression, value: Expression)] = []
    while !isAt("}") {
      if !members.isEmpty { try expect(",") }
      if isAt("}") { break }
      let key = try parseExpression()
      try expect(":")
      members.append((key, try parseExpression()))
    }
    let end = advance().range.upperBound
    return Expression(kind: .map(members), span: start.lowerBound..<end)
  }
}
