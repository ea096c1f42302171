/// What a macro can be given, as far as its definition tells.
struct MacroSignature {
  let parameters: [Symbol]
  let acceptsVarargs: Bool
  let acceptsKwargs: Bool
  let acceptsCaller: Bool

  init(_ macro: MacroDefinition, _ function: CompiledFunction?) {
    parameters = macro.parameters.map(\.name)
    acceptsVarargs = function?.implicits.varargs != nil
    acceptsKwargs = function?.implicits.kwargs != nil
    acceptsCaller = function?.implicits.caller != nil || parameters.contains(Symbol("caller"))
  }

  /// What is wrong with a call, if anything.
  func mistake(in call: MacroCall) -> TemplateMistake? {
    if call.positional.count > parameters.count, !acceptsVarargs {
      let count =
        parameters.isEmpty
        ? "no arguments" : parameters.count == 1 ? "one argument" : "\(parameters.count) arguments"
      return TemplateMistake("`\(call.callee)` takes \(count)", at: call.positional[parameters.count])
    }
    for (name, span) in call.named where !acceptsKwargs {
      if name.description == "caller" {
        if acceptsCaller { continue }
        return TemplateMistake(
          "`\(call.callee)` does not use `caller`", at: call.span,
          help: "call it with `{{ … }}` instead of `{% call %}`")
      }
      guard let index = parameters.firstIndex(of: name) else {
        return TemplateMistake(
          "`\(call.callee)` has no parameter `\(name)`", at: span,
          help: .suggestion(parameters.map(\.description).nearest(to: "\(name)")))
      }
      if index < call.positional.count {
        return TemplateMistake("`\(call.callee)` is given `\(name)` twice", at: span)
      }
    }
    return nil
  }
}

/// A call of something that may be a macro of this template or of an imported one.
struct MacroCall {
  /// The name under which a module was imported; `nil` for a name by itself.
  let module: Symbol?
  let name: Symbol
  /// The call as the source writes it, without its arguments.
  let callee: String
  /// Where the arguments stand.
  let positional: [Range<Int>]
  let named: [(name: Symbol, span: Range<Int>)]
  let span: Range<Int>
}

/// The macros of a template and those that it imports, as far as names that are given a value once tell.
struct MacroTable {
  /// The macros at the top of the template.
  private(set) var own: [Symbol: MacroSignature] = [:]
  /// Modules by the names under which they were imported.
  private(set) var modules: [Symbol: String] = [:]
  /// Names that were imported from a template, with their names there.
  private(set) var imported: [Symbol: (template: String, name: Symbol)] = [:]
  private(set) var calls: [MacroCall] = []

  mutating func add(_ name: Symbol, _ signature: MacroSignature) { own[name] = signature }
  mutating func add(_ call: MacroCall) { calls.append(call) }
  mutating func add(module: String, as name: Symbol) { modules[name] = module }
  mutating func add(_ name: Symbol, from template: String, as alias: Symbol) { imported[alias] = (template, name) }
}
