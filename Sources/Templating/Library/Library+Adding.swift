extension Library {
  /// Adds filters, tests and functions, in the place of those with the same names.
  public mutating func add(filters: [Filter] = [], tests: [Test] = [], functions: [Function] = []) {
    let callables = functions.map { (Symbol($0.name), Value.callable(FunctionCallable($0))) }
    add(filters: filters, tests: tests, globals: Dictionary(callables, uniquingKeysWith: { $1 }))
  }

  /// Adds a filter, in the place of one with the same name.
  public mutating func add(_ filter: Filter) { add(filters: [filter]) }

  /// Adds a test.
  public mutating func add(_ test: Test) { add(tests: [test]) }

  /// Adds a function.
  public mutating func add(_ function: Function) { add(functions: [function]) }
}
