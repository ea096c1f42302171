import Text

extension Machine {
  func filter(_ use: Invocation, _ frame: inout Frame) throws(Failure) {
    try allowance.spend(50)
    if let apply = use.readyFilter {
      frame.last = try apply(frame.last, allowance)
    } else {
      guard let filter = use.filter else { return }
      let input = try input(use, filter.parameters, isVariadic: filter.isVariadic, &frame)
      frame.last = try filter.apply(frame.last, input)
    }
    if use.isCounted { try count(frame.last) }
  }

  func test(_ use: Invocation, _ frame: inout Frame) throws(Failure) {
    try allowance.spend(50)
    if let holds = use.readyTest {
      frame.last = .bool(try holds(frame.last, allowance))
    } else {
      guard let test = use.test else { return }
      let input = try input(use, test.parameters, isVariadic: false, &frame)
      frame.last = .bool(try test.holds(frame.last, input))
    }
  }

  func makeMacro(_ instruction: Instruction, _ frame: inout Frame) throws(Failure) {
    try allowance.take(bytes: 100)
    let visible = instruction.b < 0 ? [] : frame.program.tables.scopes[Int(instruction.b)]
    let macro = Macro(
      program: frame.program, function: frame.program.functions[Int(instruction.a)],
      scope: visible.isEmpty ? frame.scope : try scope(of: visible, frame), chain: frame.chain)
    frame.push(.callable(macro))
  }

  /// The names visible at a location, as the scope of what is made there.
  func scope(of visible: [(name: Symbol, slot: Int)], _ frame: Frame) throws(Failure) -> Scope {
    try allowance.take(values: 2 * visible.count)
    let scope = try newScope(in: frame.scope)
    for (name, slot) in visible { scope.set(name, frame[slot]) }
    return scope
  }

  /// The same for what is called there, and is done with them when it returns.
  func withScope(
    of visible: [(name: Symbol, slot: Int)], _ frame: Frame, _ use: (Scope) throws(Failure) -> Void
  ) throws(Failure) {
    try allowance.spend(20 * visible.count)
    try withScope(in: frame.scope) { (scope) throws(Failure) in
      for (name, slot) in visible { scope.set(name, frame[slot]) }
      try use(scope)
    }
  }

  /// Pops the arguments of a use, and puts each where its parameter is.
  private func input(
    _ use: Invocation, _ parameters: [Parameter], isVariadic: Bool, _ frame: inout Frame
  ) throws(Failure) -> Input {
    if isVariadic { return try arguments(use, &frame) }
    let given = frame.pop(use.parameters.count)
    var values = parameters.map { $0.defaultValue ?? .undefined }
    for (parameter, value) in zip(use.parameters, given) { values[parameter] = value }
    return Input(GivenValues(values, escapes: use.escapes, library: library), allowance)
  }

  /// Pops the arguments of a call.
  private func arguments(_ use: Invocation, _ frame: inout Frame) throws(Failure) -> Input {
    let namedSpread = use.hasNamedSpread ? frame.pop() : nil
    let spread = use.hasSpread ? frame.pop() : nil
    var named = zip(use.named, frame.pop(use.named.count)).map { (name: $0, value: $1) }
    var values = frame.pop(use.positional)
    if let spread {
      guard let elements = try spread.elements(within: allowance) else {
        throw Failure("\(spread.kind) can't be given as arguments")
      }
      try allowance.take(values: elements.count)
      values += elements
    }
    if let namedSpread {
      guard let pairs = try namedSpread.pairs(within: allowance) else {
        throw Failure("\(namedSpread.kind) can't be given as named arguments")
      }
      for (key, value) in pairs { named.append((try symbol(of: key), value)) }
    }
    return Input(GivenValues(values, named: named, escapes: use.escapes, library: library), allowance)
  }

  /// The name of an argument. Names are kept as long as the process, so that a long text is none, and a new one is
  /// counted.
  private func symbol(of value: Value) throws(Failure) -> Symbol {
    guard let bytes = value.bytes else { throw Failure("the name of an argument must be a text, not \(value.kind)") }
    if let known = Symbol(known: bytes.string) { return known }
    guard bytes.count <= 200 else { throw Failure("this text is too long for the name of an argument") }
    try allowance.take(bytes: 1_000)
    return Symbol(bytes.string)
  }

  /// Calls what lies under the arguments; the result is pushed or printed.
  func call(_ use: Invocation, printing: Bool, _ frame: inout Frame) throws(Failure) {
    let count = use.positional + use.named.count + (use.hasSpread ? 1 : 0) + (use.hasNamedSpread ? 1 : 0)
    if use.method == nil, case .callable(let callable) = frame.value(below: count), let macro = callable as? Macro {
      return try call(macro, use, printing: printing, &frame)
    }
    var callee = frame.value(below: count)
    if let method = use.method {
      guard let field = try field(method, of: callee) else {
        try allowance.spend(100)
        let input = try arguments(use, &frame)
        let result = try Methods.call(method.symbol, on: callee, input, callee: use.callee)
        frame.drop()
        return try finish(result, use, printing: printing, &frame)
      }
      callee = field
    }
    guard case .callable(let callable) = callee else {
      if callee.isUndefined { throw Failure(.undefinedCallee, "`\(use.callee)` is undefined") }
      throw Failure("`\(use.callee)` is \(callee.kind) and can't be called")
    }
    if let macro = callable as? Macro { return try call(macro, use, printing: printing, &frame) }
    let result = try value(of: callable, try arguments(use, &frame), frame)
    frame.drop()
    try finish(result, use, printing: printing, &frame)
  }

  /// Calls a macro; one that stands by its name, as most do, is called without taking it up first.
  private func call(
    _ macro: Macro, _ use: Invocation, printing: Bool, _ frame: inout Frame
  ) throws(Failure) {
    let start = out.count
    if use.hasSpread || use.hasNamedSpread {
      try invoke(macro, with: try arguments(use, &frame), use.callee)
    } else {
      try invoke(macro, use, &frame)
    }
    frame.drop()
    try finishMacro(macro, from: start, use, printing: printing, &frame)
  }

  private func finish(
    _ result: Value, _ use: Invocation, printing: Bool, _ frame: inout Frame
  ) throws(Failure) {
    guard printing else { return frame.push(result) }
    if undefined == .strict, result.isUndefined { throw Failure(.undefined) }
    try print(result, Int32((use.escapes ? PrintMode.markup : .raw).rawValue))
  }

  /// What a macro printed is markup where it is called, unless it comes from a template that does not escape.
  private func finishMacro(
    _ macro: Macro, from start: Int, _ use: Invocation, printing: Bool, _ frame: inout Frame
  ) throws(Failure) {
    let isMarkup = macro.function.escapes || macro.program === frame.program
    if printing, isMarkup || !use.escapes { return }
    try finish(try extract(from: start, isMarkup: isMarkup && use.escapes), use, printing: printing, &frame)
  }

  /// A field that is called like a method; `nil` where the method belongs to the value's kind.
  private func field(_ method: ProgramTables.Attribute, of receiver: Value) throws(Failure) -> Value? {
    switch receiver {
    case .map, .record:
      // As in Python, a map's own methods come before its keys.
      if Methods.ofMaps.contains(method.symbol) { return nil }
      let field = try attribute(method, of: receiver)
      return field.isUndefined ? nil : field
    case .namespace:
      let field = try attribute(method, of: receiver)
      return field.isUndefined ? nil : field
    default: return nil
    }
  }

  /// What something other than a macro gives when it is called.
  private func value(of callable: Callable, _ input: Input, _ frame: Frame) throws(Failure) -> Value {
    switch callable {
    case let native as NativeCallable:
      let result = try native.call(input)
      if native.isCounted { try count(result) }
      return result
    case let reference as LoopReference:
      guard reference.loop >= 0 else {
        throw Failure("only a loop marked `recursive` can be called", help: "write `recursive` at the end of its tag")
      }
      guard reference.function === frame.function else {
        throw Failure("a loop can be called only in the template, block or macro where it stands")
      }
      guard input.values.count == 1, input.named.isEmpty else {
        throw Failure("`loop` is called with the values to go through")
      }
      return try runRecursively(
        into: frame.program.tables.loops[reference.loop], over: input[0], frame, isMarkup: input.escapes)
    default: return .undefined
    }
  }
}
