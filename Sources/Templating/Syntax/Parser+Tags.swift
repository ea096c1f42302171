import Text

extension Parser {
  /// The statement of a tag, whose opening is read; `nil` where the tag leaves none.
  mutating func parseTag(from start: Int) throws(TemplateMistake) -> Statement? {
    let (name, span) = try expectName("the name of a tag")
    return try nested { parser throws(TemplateMistake) in
      let kind = try parser.parseTag(named: name, span)
      return Statement(kind: kind, span: start..<max(span.upperBound, parser.peek(-1).range.upperBound))
    }
  }

  private mutating func parseTag(named name: String, _ span: Range<Int>) throws(TemplateMistake) -> Statement.Kind {
    switch name {
    case "if": return try parseConditional(span)
    case "for": return .loop(try parseLoop(span))
    case "set": return try parseSet(span)
    case "block": return .block(try parseBlock(span))
    case "macro": return .macro(try parseMacro(span))
    case "call": return try parseCall(span)
    case "with": return try parseWith(span)
    case "filter":
      let filters = try parseFilterChain()
      try endTag()
      return .filterBlock(filters, try parseSimpleBody("filter", span))
    case "autoescape":
      let value = try parseExpression()
      try endTag()
      return .autoescape(value, try parseSimpleBody("autoescape", span))
    case "do": return try alone(.run(try parseTuple()))
    case "break": return try alone(.breakLoop)
    case "continue": return try alone(.continueLoop)
    case "extends": return try alone(.extends(try parseExpression()))
    case "include": return try parseInclude()
    case "import": return try parseImport()
    case "from": return try parseFromImport()
    default:
      throw TemplateMistake(
        "there is no tag `\(name)`", at: span, help: .suggestion(Parser.tags.nearest(to: name)))
    }
  }

  private static let tags = [
    "if", "for", "set", "block", "macro", "call", "with", "filter", "autoescape", "do", "break", "continue", "extends",
    "include", "import", "from", "raw", "else", "elif",
  ]

  private mutating func alone(_ kind: Statement.Kind) throws(TemplateMistake) -> Statement.Kind {
    try endTag()
    return kind
  }

  mutating func endTag() throws(TemplateMistake) { _ = try expect(.tagEnd, "`%}`") }

  /// A body up to one of its ends; the name of the end is read, what follows it is not.
  mutating func parseBody(of tag: String, _ span: Range<Int>, until ends: String...) throws(TemplateMistake) -> (
    body: [Statement], end: String
  ) {
    let (body, end) = parseBody(until: ends)
    guard let end else {
      throw TemplateMistake(
        "this `\(tag)` is never closed", at: span, help: "write `{% \(ends.last ?? "") %}` where it ends")
    }
    guard ends.contains(end.name) else {
      throw TemplateMistake(
        "`\(end.name)` can't end the `\(tag)` that is open", at: end.span,
        help: .suggestion(ends.count == 1 ? ends[0] : ends.nearest(to: end.name)))
    }
    return (body, end.name)
  }

  private mutating func parseSimpleBody(_ tag: String, _ span: Range<Int>) throws(TemplateMistake) -> [Statement] {
    let body = try parseBody(of: tag, span, until: "end\(tag)").body
    try endTag()
    return body
  }

  private mutating func parseConditional(_ span: Range<Int>) throws(TemplateMistake) -> Statement.Kind {
    var branches: [(condition: Expression, body: [Statement])] = []
    var otherwise: [Statement] = []
    var condition = try parseTuple()
    try endTag()
    while true {
      let (body, end) = try parseBody(of: "if", span, until: "elif", "else", "endif")
      branches.append((condition, body))
      if end == "elif" {
        condition = try parseTuple()
        try endTag()
        continue
      }
      try endTag()
      if end == "else" {
        otherwise = try parseBody(of: "if", span, until: "endif").body
        try endTag()
      }
      return .conditional(branches, else: otherwise)
    }
  }

  private mutating func parseLoop(_ span: Range<Int>) throws(TemplateMistake) -> Loop {
    let targetSpan = current.range
    let target = try parseTarget()
    if target.names.contains(Symbol("loop")) {
      throw TemplateMistake("`loop` is the state of the loop and can't be its variable", at: targetSpan)
    }
    try expect("in")
    let values = try parseLoopValues()
    let condition = skip("if") ? try parseExpression() : nil
    let isRecursive = skip("recursive")
    try endTag()
    let (body, end) = try parseBody(of: "for", span, until: "else", "endfor")
    try endTag()
    var otherwise: [Statement] = []
    if end == "else" {
      otherwise = try parseBody(of: "for", span, until: "endfor").body
      try endTag()
    }
    return Loop(
      target: target, values: values, condition: condition, isRecursive: isRecursive, body: body, otherwise: otherwise)
  }

  private mutating func parseLoopValues() throws(TemplateMistake) -> Expression {
    let first = try parseOr()
    guard isAt(",") else { return first }
    var elements = [first]
    while skip(",") {
      if current.kind == .tagEnd { break }
      elements.append(try parseOr())
    }
    return Expression(kind: .tuple(elements), span: first.span.lowerBound..<(elements.last ?? first).span.upperBound)
  }

  /// One name, several with commas between, in brackets or not, or a field of a namespace.
  mutating func parseTarget(fields: Bool = false) throws(TemplateMistake) -> Target {
    var targets: [Target] = []
    var isTuple = false
    repeat {
      if !targets.isEmpty { isTuple = true }
      if current.kind != .name, !isAt("(") { break }
      if skip("(") {
        targets.append(try nested { parser throws(TemplateMistake) in try parser.parseTarget() })
        try expect(")")
        continue
      }
      let (name, span) = try expectName("a name")
      if Parser.reserved.contains(name) {
        throw TemplateMistake("`\(name)` is a word of the language and can't be given a value", at: span)
      }
      if fields, skip(".") {
        targets.append(.field(Symbol(try expectName("the name of a field").name), of: Symbol(name)))
      } else {
        targets.append(.name(Symbol(name)))
      }
    } while skip(",")
    guard let first = targets.first else { throw unexpected("a name") }
    return isTuple ? .tuple(targets) : first
  }

  private static let reserved: Set<String> = [
    "true", "false", "none", "True", "False", "None", "and", "or", "not", "in", "is", "if", "else",
  ]

  private mutating func parseSet(_ span: Range<Int>) throws(TemplateMistake) -> Statement.Kind {
    let target = try parseTarget(fields: true)
    if skip("=") { return try alone(.set(target, try parseTuple())) }
    let filters = skip("|") ? try parseFilterChain() : []
    try endTag()
    return .setBlock(target, filters: filters, body: try parseSimpleBody("set", span))
  }

  private mutating func parseFilterChain() throws(TemplateMistake) -> [NamedCall] {
    var filters: [NamedCall] = []
    repeat { filters.append(try parseNamedCall("the name of a filter")) } while skip("|")
    return filters
  }
}
