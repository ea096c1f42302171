import Text

extension Compiler {
  /// Calls what an expression gives, or a method of it.
  mutating func compile(_ callee: Expression, _ arguments: Arguments, at span: Range<Int>) -> Shape.FieldType {
    var use = ProgramTables.Use()
    use.callee = Array(source.bytes[callee.span]).string
    use.escapes = escapes
    if let type = compileSpecialCall(callee, arguments, at: span) { return type }
    var operation = Operation.call
    if case .attribute(let base, let method) = callee.kind, !isLoop(base) {
      let type = compile(base)
      if case .record = type { _ = check(method, of: type, in: base, at: callee.span) }
      use.method = method
      operation = .method
    } else {
      _ = compile(callee)
    }
    push(arguments, &use)
    tables.uses.append(use)
    function.emit(operation, tables.uses.count - 1, at: span)
    return .any
  }

  private func isLoop(_ expression: Expression) -> Bool {
    guard case .name(let name) = expression.kind, case .loop? = function.binding(of: name) else { return false }
    return true
  }

  /// `super()`, `self.block()`, `loop(values)`, `loop.cycle(…)` and `loop.changed(…)` are no ordinary calls.
  private mutating func compileSpecialCall(
    _ callee: Expression, _ arguments: Arguments, at span: Range<Int>
  ) -> Shape.FieldType? {
    switch callee.kind {
    case .name(let name) where name == Symbol("super") && function.binding(of: name) == nil:
      capture(at: span) { $0.function.emit(.parentBlock, at: span) }
      return .scalar
    case .attribute(let base, let block):
      guard case .name(let name) = base.kind else { return nil }
      if name == Symbol("self"), function.binding(of: name) == nil {
        capture(at: span) { $0.function.emit(.block, Int(block.id), -1, at: span) }
        return .scalar
      }
      guard case .loop(let depth, _)? = function.binding(of: name) else { return nil }
      guard block == Symbol("cycle") || block == Symbol("changed") else { return nil }
      for argument in arguments.positional { _ = compile(argument) }
      function.emit(.list, arguments.positional.count, at: span)
      if block == Symbol("changed") {
        function.emit(.loopChanged, 0, function.loops.count - depth, at: span)
        return .scalar
      }
      if arguments.positional.isEmpty { note("`loop.cycle` needs at least one value", at: span) }
      function.emit(.duplicate, at: span)
      tables.uses.append(use(ofFilter: "length"))
      function.emit(.filter, tables.uses.count - 1, at: span)
      function.emit(.loopPart, LoopPart.index0.rawValue, function.loops.count - depth, at: span)
      function.emit(.swap, at: span)
      function.emit(.binary, Operators.number(of: .remainder), at: span)
      function.emit(.element, at: span)
      return .any
    case .name(let name):
      guard case .loop(_, let frame)? = function.binding(of: name) else { return nil }
      guard frame >= 0 else {
        note("only a loop marked `recursive` can be called", at: span, help: "write `recursive` at the end of its tag")
        return .scalar
      }
      for argument in arguments.positional.prefix(1) { _ = compile(argument) }
      function.emit(.loopRecursion, frame, escapes ? 1 : 0, at: span)
      return .scalar
    default: return nil
    }
  }

  private func use(ofFilter name: String) -> ProgramTables.Use {
    var use = ProgramTables.Use()
    use.filter = library.filters[name]
    return use
  }

  private mutating func push(_ arguments: Arguments, _ use: inout ProgramTables.Use) {
    for argument in arguments.positional { _ = compile(argument) }
    for argument in arguments.named { _ = compile(argument.value) }
    if let spread = arguments.spread { _ = compile(spread) }
    if let spread = arguments.namedSpread { _ = compile(spread) }
    use.positional = arguments.positional.count
    use.named = arguments.named.map(\.name)
    use.hasSpread = arguments.spread != nil
    use.hasNamedSpread = arguments.namedSpread != nil
  }

  /// Applies a filter to the top of the stack.
  @discardableResult
  mutating func use(
    filter named: NamedUse, on type: Shape.FieldType = .any, at span: Range<Int>
  ) -> Shape.FieldType {
    guard let filter = library.filters[named.name] else {
      note(
        "there is no filter `\(named.name)`", at: named.span,
        help: .suggestion(library.filters.keys.sorted().nearest(to: named.name)))
      return .any
    }
    var use = ProgramTables.Use()
    use.filter = filter
    use.callee = named.name
    use.escapes = escapes
    bind(named, to: filter.parameters, isVariadic: filter.isVariadic, &use)
    tables.uses.append(use)
    function.emit(.filter, tables.uses.count - 1, at: span)
    return filter.result(type)
  }

  /// Applies a test to the top of the stack.
  mutating func use(test named: NamedUse, at span: Range<Int>) {
    guard let test = library.tests[named.name] else {
      return note(
        "there is no test `\(named.name)`", at: named.span,
        help: .suggestion(library.tests.keys.sorted().nearest(to: named.name)))
    }
    var use = ProgramTables.Use()
    use.test = test
    use.callee = named.name
    bind(named, to: test.parameters, isVariadic: false, &use)
    tables.uses.append(use)
    function.emit(.test, tables.uses.count - 1, at: span)
  }

  /// Pushes arguments and notes for which parameter each is.
  private mutating func bind(
    _ named: NamedUse, to parameters: [Parameter], isVariadic: Bool, _ use: inout ProgramTables.Use
  ) {
    let arguments = named.arguments
    push(arguments, &use)
    if isVariadic { return }
    if arguments.spread != nil || arguments.namedSpread != nil {
      return note("`\(named.name)` can't be given arguments with `*`", at: named.span)
    }
    if arguments.positional.count > parameters.count {
      let count = parameters.isEmpty ? "no arguments" : "at most \(parameters.count) arguments"
      note("`\(named.name)` takes \(count)", at: arguments.positional[parameters.count].span)
    }
    var given = Array(arguments.positional.indices.prefix(parameters.count))
    for argument in arguments.named {
      guard let index = parameters.firstIndex(where: { $0.name == argument.name.description }) else {
        note(
          "`\(named.name)` has no parameter `\(argument.name)`", at: argument.span,
          help: .suggestion(parameters.map(\.name).nearest(to: "\(argument.name)")))
        continue
      }
      given.append(index)
    }
    for (index, parameter) in parameters.enumerated() where parameter.standard == nil && !given.contains(index) {
      note("`\(named.name)` needs the argument `\(parameter.name)`", at: named.span)
    }
    use.parameters = given
  }
}
