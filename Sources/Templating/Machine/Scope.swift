/// The names that a template, block or macro sees from outside. A class, because a template's own names become visible
/// to its blocks and macros as they are set.
final class Scope {
  private(set) var values: [Symbol: Value]
  private let parent: Scope?

  init(_ values: [Symbol: Value], in parent: Scope? = nil) {
    self.values = values
    self.parent = parent
  }

  /// The value of a name, here or further out.
  func value(of name: Symbol) -> Value? {
    var scope: Scope? = self
    while let here = scope {
      if let value = here.values[name] { return value }
      scope = here.parent
    }
    return nil
  }

  func set(_ name: Symbol, _ value: Value) { values[name] = value }
}

/// A macro with the names that it sees.
///
/// Unchecked, because it refers to the scope of the one rendering that made it and never leaves that rendering's thread.
final class Macro: @unchecked Sendable {
  let program: Program
  let function: CompiledFunction
  let scope: Scope

  init(program: Program, function: CompiledFunction, scope: Scope) {
    self.program = program
    self.function = function
    self.scope = scope
  }
}
