/// A method with the value to which it belongs.
///
/// Unchecked, because nobody changes the receiver but its own end, which hands it over to be released.
final class BoundMethod: NativeCallable, @unchecked Sendable {
  private var receiver: Value
  private let name: Symbol

  init(_ name: Symbol, of receiver: Value) {
    self.receiver = receiver
    self.name = name
  }

  deinit {
    let held = [receiver]
    receiver = .none
    Value.release(consume held)
  }

  override func call(_ input: Input) throws(Failure) -> Value {
    try Methods.call(name, on: receiver, input, callee: name.description)
  }
}
