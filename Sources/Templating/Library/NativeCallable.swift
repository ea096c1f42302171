/// A callable that is no part of a template: code of the program computes what it gives.
///
/// Unchecked, because its subclasses may hold what one rendering makes and uses on its one thread.
class NativeCallable: Callable, @unchecked Sendable {
  /// What a call gives; each subclass has its own.
  func call(_ input: Input) throws(Failure) -> Value { .undefined }

  /// Whether what it gives is counted when it is there, because nobody took it from the allowance before.
  var isCounted: Bool { false }
}

/// A function of a library. Unchecked as all callables are; a function itself can be shared.
final class FunctionCallable: NativeCallable, @unchecked Sendable {
  let function: Function

  init(_ function: Function) { self.function = function }

  override func call(_ input: Input) throws(Failure) -> Value { try function.call(input) }

  override var isCounted: Bool { function.isCounted }
}

/// A callable with attributes that templates can read.
protocol AttributedCallable: Callable {
  /// The value of an attribute; `undefined` where there is none.
  func attribute(_ name: Symbol) -> Value
}
