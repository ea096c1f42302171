import Synchronization

/// A value that is made when somebody first asks for it. A class, because all copies of an edition share what was made.
final class Lazy<Value: Sendable>: Sendable {
  private let made: Mutex<Value?>
  private let make: @Sendable () -> Value

  init(_ make: @escaping @Sendable () -> Value) {
    made = Mutex(nil)
    self.make = make
  }

  /// A value that is there already.
  convenience init(of value: Value) { self.init { value } }

  var value: Value {
    made.withLock { made in
      if let value = made { return value }
      let value = make()
      made = value
      return value
    }
  }
}
