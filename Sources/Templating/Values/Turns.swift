/// A separator that prints nothing the first time.
///
/// Unchecked, because one rendering makes it and uses it on its one thread.
final class Joiner: @unchecked Sendable {
  private var separator: Value
  private var isFirst = true

  init(_ separator: Value) { self.separator = separator }

  deinit {
    let held = [separator]
    separator = .none
    Release.later(consume held)
  }

  func next() -> Value {
    defer { isFirst = false }
    return isFirst ? .text([]) : separator
  }
}

/// Values that come one after the other, and again from the start.
///
/// Unchecked, because one rendering makes it and uses it on its one thread.
final class Cycler: @unchecked Sendable {
  private var values: [Value]
  private var index = 0

  init(_ values: [Value]) { self.values = values }

  deinit {
    let held = values
    values = []
    Release.later(consume held)
  }

  var current: Value { values[index] }

  func next() -> Value {
    defer { index = (index + 1) % values.count }
    return current
  }

  func reset() { index = 0 }
}
