import Text

extension Compiler {
  /// Calls what an expression gives, or a method of it.
  mutating func compile(_ callee: Expression, _ arguments: Arguments, at span: Range<Int>) -> Shape.FieldType {
    if let type = compileSpecialCall(callee, arguments, at: span) { return type }
    var use = InvocationDraft()
    use.callee = Array(source.bytes[callee.span]).string
    use.escapes = escapes
    recordCall(callee, arguments, use.callee, at: span)
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
    function.emit(operation, add(use), at: span)
    return .any
  }

  /// Keeps a call by name for the check of macros.
  private mutating func recordCall(_ callee: Expression, _ arguments: Arguments, _ text: String, at span: Range<Int>) {
    if arguments.spread != nil || arguments.namedSpread != nil { return }
    let positional = arguments.positional.map(\.span)
    let named = arguments.named.map { (name: $0.name, span: $0.span) }
    switch callee.kind {
    case .name(let name):
      macros.add(
        MacroCall(module: nil, name: name, callee: text, positional: positional, named: named, span: callee.span))
    case .attribute(let base, let name):
      guard case .name(let module) = base.kind else { return }
      macros.add(
        MacroCall(module: module, name: name, callee: text, positional: positional, named: named, span: callee.span))
    default: return
    }
  }

  private mutating func add(_ use: InvocationDraft, constants: GivenValues? = nil) -> Int {
    tables.invocations.append(Invocation(use, constants: constants))
    return tables.invocations.count - 1
  }

  private func isLoop(_ expression: Expression) -> Bool {
    guard case .name(let name) = expression.kind, case .loop? = function.binding(of: name) else { return false }
    return true
  }

  /// `super()`, `self.block()`, `loop(values)`, `loop.cycle(…)` and `loop.changed(…)` are no ordinary calls.
  private mutating func compileSpecialCall(
    _ callee: Expression, _ arguments: Arguments, at span: Range<Int>
  ) -> Shape.FieldType? {
    if let levels = parents(callee) {
      capture(at: span) { $0.function.emit(.parentBlock, levels, at: span) }
      return .scalar
    }
    switch callee.kind {
    case .attribute(let base, let part):
      guard case .name(let name) = base.kind else { return nil }
      if name == Symbol("self"), function.binding(of: name) == nil {
        capture(at: span) { $0.function.emit(.block, Int(part.id), -1, at: span) }
        return .scalar
      }
      guard case .loop(let depth, _)? = function.binding(of: name) else { return nil }
      return compileLoopMethod(part, arguments, function.loops.count - depth, at: span)
    case .name(let name):
      guard case .loop(_, let frame)? = function.binding(of: name) else { return nil }
      guard frame >= 0 else {
        report(
          "only a loop marked `recursive` can be called", at: span, help: "write `recursive` at the end of its tag")
        return .scalar
      }
      guard arguments.positional.count == 1 else {
        report("`loop` is called with the values to go through", at: span)
        return .scalar
      }
      _ = compile(arguments.positional[0])
      function.emit(.loopRecursion, frame, escapes ? 1 : 0, at: span)
      return .scalar
    default: return nil
    }
  }

  /// How many parents up `super`, `super.super` and so on stand; `nil` for anything else.
  private func parents(_ callee: Expression) -> Int? {
    let word = Symbol("super")
    switch callee.kind {
    case .name(word) where function.binding(of: word) == nil: return 1
    case .attribute(let base, word): return parents(base).map { $0 + 1 }
    default: return nil
    }
  }

  private mutating func compileLoopMethod(
    _ part: Symbol, _ arguments: Arguments, _ level: Int, at span: Range<Int>
  ) -> Shape.FieldType? {
    let isCycle = part.description == "cycle"
    guard isCycle || part.description == "changed" else { return nil }
    if let named = arguments.named.first?.span ?? arguments.namedSpread?.span {
      report("`loop.\(part)` takes values without names", at: named)
    } else if isCycle, arguments.positional.isEmpty, arguments.spread == nil {
      report("`loop.cycle` needs at least one value", at: span)
    }
    pushList(arguments, at: span)
    function.emit(isCycle ? .loopCycle : .loopChanged, 0, level, at: span)
    return isCycle ? .any : .scalar
  }

  /// Pushes the arguments as one list.
  private mutating func pushList(_ arguments: Arguments, at span: Range<Int>) {
    guard let spread = arguments.spread else {
      return _ = compile(Expression(kind: .tuple(arguments.positional), span: span))
    }
    let own = Expression(kind: .list(arguments.positional), span: span)
    let others = Expression(
      kind: .filter(spread, NamedCall(name: "list", arguments: Arguments(), span: span)), span: span)
    _ = compile(arguments.positional.isEmpty ? others : Expression(kind: .binary(.add, own, others), span: span))
  }

  private mutating func push(_ arguments: Arguments, _ use: inout InvocationDraft) {
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
    filter named: NamedCall, on type: Shape.FieldType = .any, at span: Range<Int>
  ) -> Shape.FieldType {
    guard let filter = environment.library.filters[named.name] else {
      let words = environment.library.filters.keys
      missing(
        TemplateMistake(
          "there is no filter `\(named.name)`", at: named.span, help: .suggestion(words.nearest(to: named.name))))
      return .any
    }
    var use = InvocationDraft()
    if !filter.isPure { uses.isPure = false }
    use.filter = filter
    use.callee = named.name
    apply(.filter, named, filter.parameters, isVariadic: filter.isVariadic, &use, at: span)
    return filter.result(type)
  }

  /// Applies a test to the top of the stack.
  mutating func use(test named: NamedCall, at span: Range<Int>) {
    guard let test = environment.library.tests[named.name] else {
      let words = environment.library.tests.keys.filter { $0.first?.isLetter == true }
      return missing(
        TemplateMistake(
          "there is no test `\(named.name)`", at: named.span, help: .suggestion(words.nearest(to: named.name))))
    }
    var use = InvocationDraft()
    use.test = test
    use.callee = named.name
    apply(.test, named, test.parameters, isVariadic: false, &use, at: span)
  }

  /// Something that does not exist is a mistake; without a declared context only where it is reached for certain, since
  /// a condition may ask for it first.
  private mutating func missing(_ mistake: TemplateMistake) {
    if environment.schema != nil || branches == 0 { return report(mistake) }
    tables.mistakes.append(mistake)
    function.emit(.fail, tables.mistakes.count - 1, at: mistake.span)
  }

  /// Pushes arguments, notes for which parameter each is, and applies the filter or test.
  private mutating func apply(
    _ operation: Operation, _ named: NamedCall, _ parameters: [Parameter], isVariadic: Bool,
    _ use: inout InvocationDraft,
    at span: Range<Int>
  ) {
    use.escapes = escapes
    checkInner(named)
    if !isVariadic { use.parameters = bind(named, to: parameters) }
    if let constants = constantInput(named, parameters, isVariadic: isVariadic, use) {
      function.emit(operation, add(use, constants: constants), at: span)
    } else {
      push(named.arguments, &use)
      function.emit(operation, add(use), at: span)
    }
  }

  /// Checks the names of filters and tests that other filters are given.
  private mutating func checkInner(_ named: NamedCall) {
    let position = ["map": 0, "select": 0, "reject": 0, "selectattr": 1, "rejectattr": 1][named.name]
    guard let position, named.arguments.positional.indices.contains(position),
      case .constant(.text(let bytes)) = named.arguments.positional[position].kind
    else { return }
    let (name, span) = (bytes.string, named.arguments.positional[position].span)
    let isFilter = named.name == "map"
    let known = isFilter ? Set(environment.library.filters.keys) : Set(environment.library.tests.keys)
    if known.contains(name) || branches > 0 && environment.schema == nil { return }
    let kind = isFilter ? "filter" : "test"
    report(
      "there is no \(kind) `\(name)`", at: span,
      help: .suggestion(known.filter { $0.first?.isLetter == true }.nearest(to: name)))
  }

  /// What the filter or test is given, where all of it is written out.
  private func constantInput(
    _ named: NamedCall, _ parameters: [Parameter], isVariadic: Bool, _ use: InvocationDraft
  ) -> GivenValues? {
    let arguments = named.arguments
    if arguments.spread != nil || arguments.namedSpread != nil { return nil }
    let values = (arguments.positional + arguments.named.map(\.value)).compactMap { argument -> Value? in
      if case .constant(let value) = argument.kind { value } else { nil }
    }
    guard values.count == arguments.positional.count + arguments.named.count else { return nil }
    let library = environment.library
    if isVariadic {
      let named = zip(arguments.named, values.dropFirst(arguments.positional.count)).map { ($0.name, $1) }
      return GivenValues(
        Array(values.prefix(arguments.positional.count)), named: named, escapes: escapes, library: library)
    }
    guard use.parameters.count == values.count else { return nil }
    var given = parameters.map { $0.defaultValue ?? .undefined }
    for (parameter, value) in zip(use.parameters, values) { given[parameter] = value }
    return GivenValues(given, escapes: escapes, library: library)
  }

  /// The parameter that each argument is for.
  private mutating func bind(_ named: NamedCall, to parameters: [Parameter]) -> [Int] {
    let arguments = named.arguments
    if arguments.spread != nil || arguments.namedSpread != nil {
      report("`\(named.name)` can't be given arguments with `*`", at: named.span)
      return []
    }
    if arguments.positional.count > parameters.count {
      report(
        "`\(named.name)` takes \(Parameter.atMost(parameters.count))", at: arguments.positional[parameters.count].span)
    }
    var given = Array(arguments.positional.indices.prefix(parameters.count))
    for argument in arguments.named {
      guard let index = parameters.firstIndex(where: { $0.name == argument.name.description }) else {
        report(
          "`\(named.name)` has no parameter `\(argument.name)`", at: argument.span,
          help: .suggestion(parameters.map(\.name).nearest(to: "\(argument.name)")))
        continue
      }
      if given.contains(index) { report("`\(argument.name)` is given twice", at: argument.span) }
      given.append(index)
    }
    for (index, parameter) in parameters.enumerated() where parameter.defaultValue == nil && !given.contains(index) {
      report("`\(named.name)` needs the argument `\(parameter.name)`", at: named.span)
    }
    return given
  }
}
