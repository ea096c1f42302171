/// A filter, a test or a call with its arguments as they lie on the stack. A class, so that using it copies nothing.
final class Invocation: Sendable {
  let filter: Filter?
  let test: Test?
  /// The name of a method.
  let method: ProgramTables.Attribute?
  /// How many values lie on the stack without and with names.
  let positional: Int
  let named: [Symbol]
  let hasSpread: Bool
  let hasNamedSpread: Bool
  /// For filters and tests: the parameter that each value on the stack is for, in the order of the stack.
  let parameters: [Int]
  /// What is called, as the source writes it.
  let callee: String
  /// Whether markup is escaped where this stands.
  let escapes: Bool
  /// The filter or test, where it is given the same each time; nothing lies on the stack then. Made ready once, since
  /// taking it apart for each use would copy a dozen references.
  let readyFilter: (@Sendable (Value, Allowance) throws(Failure) -> Value)?
  let readyTest: (@Sendable (Value, Allowance) throws(Failure) -> Bool)?
  /// Whether the filter's results are counted when they are there.
  let isCounted: Bool

  init(_ draft: InvocationDraft, constants: GivenValues?) {
    filter = draft.filter
    test = draft.test
    isCounted = draft.filter?.countsItself == false
    if let constants, let apply = draft.filter?.apply {
      readyFilter = { (value, allowance) throws(Failure) in try apply(value, Input(constants, allowance)) }
    } else {
      readyFilter = nil
    }
    if let constants, let holds = draft.test?.holds {
      readyTest = { (value, allowance) throws(Failure) in try holds(value, Input(constants, allowance)) }
    } else {
      readyTest = nil
    }
    method = draft.method.map { ProgramTables.Attribute($0) }
    positional = draft.positional
    named = draft.named
    hasSpread = draft.hasSpread
    hasNamedSpread = draft.hasNamedSpread
    parameters = draft.parameters
    callee = draft.callee
    escapes = draft.escapes
  }
}

/// An invocation while it is compiled.
struct InvocationDraft {
  var filter: Filter?
  var test: Test?
  var method: Symbol?
  var positional = 0
  var named: [Symbol] = []
  var hasSpread = false
  var hasNamedSpread = false
  var parameters: [Int] = []
  var callee = ""
  var escapes = false
}
