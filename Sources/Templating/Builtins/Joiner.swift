/// A separator that prints nothing the first time.
///
/// Unchecked, because one rendering makes it and uses it on its one thread.
final class Joiner: NativeCallable, @unchecked Sendable {
  private var separator: Value
  private var isFirst = true

  init(_ separator: Value) { self.separator = separator }

  deinit {
    let held = [separator]
    separator = .none
    Value.release(consume held)
  }

  override func call(_ input: Input) throws(Failure) -> Value {
    guard input.values.isEmpty, input.named.isEmpty else { throw Failure("a joiner is called without arguments") }
    defer { isFirst = false }
    return isFirst ? .text([]) : separator
  }
}
