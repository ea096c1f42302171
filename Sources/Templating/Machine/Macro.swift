/// A macro with the names that it sees.
///
/// Unchecked, because it refers to the scope of the one rendering that made it and never leaves that rendering's thread.
final class Macro: Callable, AttributedCallable, @unchecked Sendable {
  let program: TemplateProgram
  let function: CompiledFunction
  let scope: Scope
  let chain: InheritanceChain

  init(program: TemplateProgram, function: CompiledFunction, scope: Scope, chain: InheritanceChain) {
    self.program = program
    self.function = function
    self.scope = scope
    self.chain = chain
  }

  func attribute(_ name: Symbol) -> Value {
    switch name.description {
    case "name": function.title == "call" ? .none : Value(String(function.title.dropFirst("macro ".count)))
    case "arguments": .tuple(function.parameters.map { Value($0.name.description) })
    case "caller": .bool(function.implicits.caller != nil)
    case "catch_varargs": .bool(function.implicits.varargs != nil)
    case "catch_kwargs": .bool(function.implicits.kwargs != nil)
    default: .undefined
    }
  }
}
