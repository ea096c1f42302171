import Text

extension Machine {
  func callStep(_ instruction: Instruction, _ frame: inout Frame) throws(Failure) {
    let a = Int(instruction.a)
    switch instruction.operation {
    case .filter:
      let use = frame.program.tables.uses[a]
      guard let filter = use.filter else { return }
      let input = try input(use, parameters: filter.parameters, isVariadic: filter.isVariadic)
      let value = pop()
      if filter.name != "default" { try demand(value) }
      stack.append(try filter.apply(value, input))
    case .test:
      let use = frame.program.tables.uses[a]
      guard let test = use.test else { return }
      let input = try input(use, parameters: test.parameters, isVariadic: false)
      stack.append(.bool(try test.holds(pop(), input)))
    case .macro:
      let visible = instruction.b < 0 ? [] : frame.program.tables.scopes[Int(instruction.b)]
      let scope = visible.isEmpty ? frame.scope : self.scope(of: visible, frame)
      let macro = Macro(program: frame.program, function: frame.program.functions[a], scope: scope)
      stack.append(.callable(Callable(.macro(macro))))
    case .call, .method: try call(frame.program.tables.uses[a], printing: instruction.b)
    default: break
    }
  }

  /// The names visible at a place, as the scope of what is called there.
  func scope(of visible: [(name: Symbol, slot: Int)], _ frame: Frame) -> Scope {
    Scope(Dictionary(visible.map { ($0.name, frame.slots[$0.slot]) }, uniquingKeysWith: { $1 }), in: frame.scope)
  }

  /// Pops the arguments of a use, and puts each where its parameter is.
  private func input(_ use: ProgramTables.Use, parameters: [Parameter], isVariadic: Bool) throws(Failure) -> Input {
    if isVariadic { return try arguments(use) }
    let given = pop(use.parameters.count)
    if given.isEmpty, parameters.isEmpty { return Input(values: [], named: [], escapes: use.escapes, library: library) }
    var values = parameters.map { $0.standard ?? .undefined }
    for (parameter, value) in zip(use.parameters, given) { values[parameter] = value }
    return Input(values: values, named: [], escapes: use.escapes, library: library)
  }

  private func arguments(_ use: ProgramTables.Use) throws(Failure) -> Input {
    let namedSpread = use.hasNamedSpread ? pop() : nil
    let spread = use.hasSpread ? pop() : nil
    var named = Array(zip(use.named, pop(use.named.count))).map { (name: $0, value: $1) }
    var values = pop(use.positional)
    if let spread {
      guard let elements = spread.elements else { throw Failure("\(spread.kind) can't be given as arguments") }
      values += elements
    }
    if let namedSpread {
      guard let pairs = namedSpread.pairs else {
        throw Failure("\(namedSpread.kind) can't be given as named arguments")
      }
      named += pairs.map { (Symbol($0.key.printed.string), $0.value) }
    }
    return Input(values: values, named: named, escapes: use.escapes, library: library)
  }

  /// Calls what lies under the arguments. A result is pushed, or printed when `printing` is 1, escaped when it is 2.
  private func call(_ use: ProgramTables.Use, printing: Int32) throws(Failure) {
    let input = try arguments(use)
    var callee = pop()
    if let method = use.method {
      let receiver = callee
      // As in Python, a map's own methods come before its keys.
      let isOwn = receiver.pairs != nil && Methods.ofMaps.contains(method)
      let field = Machine.hasFields(receiver) && !isOwn ? try attribute(method, of: receiver) : .undefined
      if field.isUndefined {
        let result = try Methods.call(method, on: receiver, input, callee: use.callee)
        stack.append(result)
        return
      }
      callee = field
    }
    guard case .callable(let callable) = callee else {
      throw Failure(
        callee.isUndefined ? "`\(use.callee)` is undefined" : "`\(use.callee)` is \(callee.kind) and can't be called")
    }
    switch callable.body {
    case .function, .joiner, .cycler:
      let result = try Machine.result(of: callable, input)
      if printing > 0 { try print(result, escaped: printing == 2) } else { stack.append(result) }
    case .macro(let macro):
      // What a macro prints goes straight to the output where nothing else is done with it.
      if printing == (macro.program.escapes ? 2 : 1) { return try run(macro, input, callee: use.callee) }
      beginCapture()
      try run(macro, input, callee: use.callee)
      let result = endCapture(isMarkup: macro.program.escapes)
      if printing > 0 { try print(result, escaped: printing == 2) } else { stack.append(result) }
    }
  }

  private static func result(of callable: Callable, _ input: Input) throws(Failure) -> Value {
    switch callable.body {
    case .function(let function): return try function.call(input)
    case .joiner(let joiner): return joiner.next()
    case .cycler: throw Failure("a cycler is asked for its `next()` value")
    case .macro: return .undefined
    }
  }

  private static func hasFields(_ value: Value) -> Bool {
    switch value {
    case .map, .namespace: true
    default: false
    }
  }

  private func run(_ macro: Macro, _ input: Input, callee: String) throws(Failure) {
    let function = macro.function
    var arguments: [(slot: Int, value: Value)] = []
    for (parameter, value) in zip(function.parameters, input.values) { arguments.append((parameter.slot, value)) }
    var kwargs = ValueMap()
    for (name, value) in input.named {
      if let index = function.parameters.firstIndex(where: { $0.name == name }) {
        if index < input.values.count { throw Failure("`\(callee)` is given `\(name)` twice") }
        arguments.append((function.parameters[index].slot, value))
      } else if name == Symbol("caller"), let extras = function.extras {
        guard function.readsCaller else { throw Failure("`\(callee)` has no place for what `call` gives it") }
        arguments.append((extras.caller, value))
      } else {
        kwargs[name.description] = value
      }
    }
    try check(function, input, kwargs, callee)
    if let extras = function.extras {
      arguments.append((extras.varargs, .tuple(Array(input.values.dropFirst(function.parameters.count)))))
      arguments.append((extras.kwargs, .map(kwargs)))
    }
    try enter(function, of: macro.program, scope: macro.scope, tree: BlockTree(), arguments: arguments)
  }

  /// A macro that does not ask for more takes no more than it declares.
  private func check(
    _ function: CompiledFunction, _ input: Input, _ kwargs: ValueMap, _ callee: String
  ) throws(Failure) {
    if input.values.count > function.parameters.count, !function.readsVarargs {
      throw Failure("`\(callee)` takes \(function.parameters.count) arguments, not \(input.values.count)")
    }
    if let name = kwargs.keys.first, !function.readsKwargs {
      let names = function.parameters.map(\.name.description)
      throw Failure(
        "`\(callee)` has no parameter `\(name.printed.string)`",
        help: .suggestion(names.nearest(to: name.printed.string)))
    }
  }
}
