/// Values that come one after the other, and again from the start.
///
/// Unchecked, because one rendering makes it and uses it on its one thread.
final class Cycler: NativeCallable, AttributedCallable, MethodOwner, @unchecked Sendable {
  private var values: [Value]
  private var index = 0

  init(_ values: [Value]) { self.values = values }

  deinit {
    let held = values
    values = []
    Value.release(consume held)
  }

  func attribute(_ name: Symbol) -> Value { name.description == "current" ? values[index] : .undefined }

  func callMethod(_ name: String, _ input: Input) throws(Failure) -> Value? {
    switch name {
    case "next":
      try MethodSignature.nothing.check(input, for: name)
      defer { index = (index + 1) % values.count }
      return values[index]
    case "reset":
      try MethodSignature.nothing.check(input, for: name)
      index = 0
      return Value.none
    default: return nil
    }
  }

  override func call(_ input: Input) throws(Failure) -> Value {
    throw Failure("a cycler is asked for its `next()` value")
  }
}
