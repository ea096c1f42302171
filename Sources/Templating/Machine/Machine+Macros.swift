import Text

extension Machine {
  /// Runs a macro with the arguments that lie on the caller's stack, which it takes from there.
  func invoke(_ macro: Macro, _ use: Invocation, _ caller: inout Frame) throws(Failure) {
    let count = use.positional + use.named.count
    defer { caller.drop(to: caller.height - count) }
    try invoke(macro.function, of: macro.program, scope: macro.scope, chain: macro.chain) { (frame) throws(Failure) in
      frame.bindSelf(macro)
      let parameters = macro.function.parameters
      let implicits = macro.function.implicits
      for index in 0..<min(use.positional, parameters.count) {
        frame[parameters[index].slot] = caller.value(index, ofLast: count)
      }
      if let slot = implicits.varargs {
        try allowance.take(values: max(0, use.positional - parameters.count))
        let rest = (parameters.count..<max(parameters.count, use.positional)).map { caller.value($0, ofLast: count) }
        frame[slot] = .tuple(rest)
      } else if use.positional > parameters.count {
        throw tooMany(parameters.count, use.callee)
      }
      var others = ValueMap()
      for (index, name) in use.named.enumerated() {
        let value = caller.value(use.positional + index, ofLast: count)
        try bind(name, value, use.positional, macro.function, use.callee, &frame, &others)
      }
      if let slot = implicits.kwargs { frame[slot] = .mutableMap(others) }
    }
  }

  /// Runs a macro with arguments that were gathered from lists and maps.
  func invoke(_ macro: Macro, with input: Input, _ callee: String) throws(Failure) {
    try invoke(macro.function, of: macro.program, scope: macro.scope, chain: macro.chain) { (frame) throws(Failure) in
      frame.bindSelf(macro)
      let parameters = macro.function.parameters
      let implicits = macro.function.implicits
      for (parameter, value) in zip(parameters, input.values) { frame[parameter.slot] = value }
      if let slot = implicits.varargs {
        try allowance.take(values: input.values.count)
        frame[slot] = .tuple(Array(input.values.dropFirst(parameters.count)))
      } else if input.values.count > parameters.count {
        throw tooMany(parameters.count, callee)
      }
      var others = ValueMap()
      for (name, value) in input.named {
        try bind(name, value, input.values.count, macro.function, callee, &frame, &others)
      }
      if let slot = implicits.kwargs { frame[slot] = .mutableMap(others) }
    }
  }

  /// Gives a named argument to its parameter.
  private func bind(
    _ name: Symbol, _ value: Value, _ positional: Int, _ function: CompiledFunction, _ callee: String,
    _ frame: inout Frame, _ others: inout ValueMap
  ) throws(Failure) {
    if let index = function.parameters.firstIndex(where: { $0.name == name }) {
      guard index >= positional else { throw Failure("`\(callee)` is given `\(name)` twice") }
      frame[function.parameters[index].slot] = value
    } else if name == Machine.caller {
      guard let slot = function.implicits.caller else {
        throw Failure("`\(callee)` does not use `caller`", help: "call it with `{{ … }}` instead of `{% call %}`")
      }
      frame[slot] = value
    } else if function.implicits.kwargs != nil {
      try allowance.take(bytes: ValueMap.memberSize)
      others[name.description] = value
    } else {
      throw Failure(
        "`\(callee)` has no parameter `\(name)`",
        help: .suggestion(function.parameters.map(\.name.description).nearest(to: "\(name)")))
    }
  }

  private func tooMany(_ count: Int, _ callee: String) -> Failure {
    let arguments = count == 0 ? "no arguments" : count == 1 ? "one argument" : "\(count) arguments"
    return Failure("`\(callee)` takes \(arguments)")
  }

  private static let caller = Symbol("caller")
}
