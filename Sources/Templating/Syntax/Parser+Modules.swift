import Text

extension Parser {
  mutating func parseBlock(_ span: Range<Int>) throws(TemplateMistake) -> Block {
    let (name, nameSpan) = try expectName("the name of a block")
    if isAt("-") {
      throw TemplateMistake("the name of a block has no hyphens", at: current.range, help: "write an underscore")
    }
    let isScoped = skip("scoped")
    let isRequired = skip("required")
    try endTag()
    let body = try parseBody(of: "block", span, until: "endblock").body
    if current.kind == .name {
      let (end, endSpan) = try expectName("the name of the block")
      if end != name {
        throw TemplateMistake("the block that ends here is `\(name)`, not `\(end)`", at: endSpan)
      }
    }
    try endTag()
    if isRequired, body.contains(where: { !isBlank($0) }) {
      throw TemplateMistake("a required block has no content of its own", at: nameSpan)
    }
    return Block(name: Symbol(name), nameSpan: nameSpan, isScoped: isScoped, isRequired: isRequired, body: body)
  }

  private func isBlank(_ statement: Statement) -> Bool {
    guard case .text = statement.kind else { return false }
    return source[statement.span].allSatisfy(\.isASCIISpace)
  }

  mutating func parseMacro(_ span: Range<Int>) throws(TemplateMistake) -> MacroDefinition {
    let (name, _) = try expectName("the name of the macro")
    let parameters = try parseParameters()
    try endTag()
    let body = try parseBody(of: "macro", span, until: "endmacro").body
    if current.kind == .name { advance() }
    try endTag()
    return MacroDefinition(name: Symbol(name), parameters: parameters, body: body)
  }

  mutating func parseCall(_ span: Range<Int>) throws(TemplateMistake) -> Statement.Kind {
    let parameters = isAt("(") ? try parseParameters() : []
    let call = try parseExpression()
    guard case .call = call.kind else { throw TemplateMistake("a call is expected here", at: call.span) }
    try endTag()
    let body = try parseBody(of: "call", span, until: "endcall").body
    try endTag()
    return .call(MacroDefinition(name: Symbol("caller"), parameters: parameters, body: body), call)
  }

  private mutating func parseParameters() throws(TemplateMistake) -> [(
    name: Symbol, defaultValue: Expression?, span: Range<Int>
  )] {
    try expect("(")
    var parameters: [(name: Symbol, defaultValue: Expression?, span: Range<Int>)] = []
    while !isAt(")") {
      if !parameters.isEmpty { try expect(",") }
      if isAt(")") { break }
      let (name, span) = try expectName("the name of a parameter")
      if parameters.contains(where: { $0.name == Symbol(name) }) {
        throw TemplateMistake("there are two parameters `\(name)`", at: span)
      }
      let defaultValue = skip("=") ? try parseExpression() : nil
      if defaultValue == nil, parameters.last?.defaultValue != nil {
        throw TemplateMistake("a parameter without a default can't follow one with a default", at: span)
      }
      parameters.append((Symbol(name), defaultValue, span))
    }
    advance()
    return parameters
  }

  mutating func parseWith(_ span: Range<Int>) throws(TemplateMistake) -> Statement.Kind {
    var assignments: [(target: Target, value: Expression)] = []
    while current.kind != .tagEnd {
      if !assignments.isEmpty { try expect(",") }
      let target: Target
      if skip("(") {
        target = try parseTarget()
        try expect(")")
      } else {
        target = .name(Symbol(try expectName("a name").name))
      }
      try expect("=")
      assignments.append((target, try parseExpression()))
    }
    try endTag()
    let body = try parseBody(of: "with", span, until: "endwith").body
    try endTag()
    return .with(assignments, body)
  }

  mutating func parseInclude() throws(TemplateMistake) -> Statement.Kind {
    let name = try parseExpression()
    var ignoreMissing = false
    if isAt("ignore"), text(peek()) == "missing" {
      advance()
      advance()
      ignoreMissing = true
    }
    let withContext = parseContextChoice() ?? true
    try endTag()
    return .include(name, ignoreMissing: ignoreMissing, withContext: withContext)
  }

  /// `with context` or `without context`
  private mutating func parseContextChoice() -> Bool? {
    guard isAt("with") || isAt("without"), text(peek()) == "context" else { return nil }
    let with = isAt("with")
    advance()
    advance()
    return with
  }

  mutating func parseImport() throws(TemplateMistake) -> Statement.Kind {
    let name = try parseExpression()
    try expect("as")
    let alias = Symbol(try expectName("a name").name)
    let withContext = parseContextChoice() ?? false
    try endTag()
    return .importing(name, as: alias, withContext: withContext)
  }

  mutating func parseFromImport() throws(TemplateMistake) -> Statement.Kind {
    let name = try parseExpression()
    try expect("import")
    var names: [(name: Symbol, alias: Symbol)] = []
    var withContext = false
    while current.kind == .name {
      if let choice = parseContextChoice() {
        withContext = choice
        break
      }
      let (imported, span) = try expectName("a name")
      if imported.hasPrefix("_") {
        throw TemplateMistake("names that begin with an underscore are not imported", at: span)
      }
      let alias = skip("as") ? try expectName("a name").name : imported
      names.append((Symbol(imported), Symbol(alias)))
      if !skip(",") {
        if let choice = parseContextChoice() { withContext = choice }
        break
      }
    }
    if names.isEmpty { throw unexpected("a name") }
    try endTag()
    return .importingNames(name, names, withContext: withContext)
  }
}
