import Text

extension Value {
  /// Whether two values are the same, as Python has it: `1 == 1.0 == true`.
  func equals(_ other: Value) -> Bool {
    switch (self, other) {
    case (.undefined, .undefined), (.none, .none): true
    case (.list(let a), .list(let b)), (.tuple(let a), .tuple(let b)):
      a.count == b.count && zip(a, b).allSatisfy { $0.equals($1) }
    case (.record(let a), .record(let b)) where a === b: true
    case (.callable(let a), .callable(let b)): a === b
    case (.namespace(let a), .namespace(let b)): a === b
    case (.map, _), (.record, _): equalsMap(other)
    default:
      if let a = bytes, let b = other.bytes {
        a == b
      } else if case .int(let a) = self, case .int(let b) = other {
        a == b
      } else if let a = number, let b = other.number {
        a == b
      } else {
        false
      }
    }
  }

  /// Whether two values are one and the same: equal, and of one type.
  func isSame(as other: Value) -> Bool {
    switch (self, other) {
    case (.int, .int), (.double, .double), (.bool, .bool), (.none, .none), (.text, .text), (.safe, .safe),
      (.callable, .callable), (.namespace, .namespace), (.undefined, .undefined):
      equals(other)
    case (.record(let a), .record(let b)): a === b
    default: false
    }
  }

  private func equalsMap(_ other: Value) -> Bool {
    guard let a = pairs, let b = other.pairs, a.count == b.count else { return false }
    return a.allSatisfy { key, value in b.contains { $0.key.equals(key) && $0.value.equals(value) } }
  }

  /// The keys and values of a map or record.
  var pairs: [(key: Value, value: Value)]? {
    switch self {
    case .map(let map): map.pairs
    case .record(let record): zip(record.shape.fields, record.values).map { (Value($0.name), $1) }
    default: nil
    }
  }

  /// The number that the value is; truth values count as 0 and 1.
  var number: Double? {
    switch self {
    case .int(let value): Double(value)
    case .double(let value): value
    case .bool(let value): value ? 1 : 0
    default: nil
    }
  }

  /// Whether this value comes before another; `nil` where the two can't be compared.
  func precedes(_ other: Value) -> Bool? {
    if case .int(let a) = self, case .int(let b) = other { return a < b }
    if let a = number, let b = other.number { return a < b }
    // The order of UTF-8 bytes is the order of code points.
    if let a = bytes, let b = other.bytes { return a.lexicographicallyPrecedes(b) }
    switch (self, other) {
    case (.list(let a), .list(let b)), (.tuple(let a), .tuple(let b)):
      for (x, y) in zip(a, b) where !x.equals(y) { return x.precedes(y) }
      return a.count < b.count
    case (.record(let a), .record(let b)) where a.shape.isTuple && b.shape.isTuple:
      return Value.tuple(a.values).precedes(.tuple(b.values))
    default: return nil
    }
  }

  /// Whether this value holds another: an element, a key, a part of a text; `nil` where it can hold nothing.
  func contains(_ element: Value) -> Bool? {
    switch self {
    case .list(let values), .tuple(let values): values.contains { $0.equals(element) }
    case .map(let map): map[element] != nil
    case .record(let record):
      element.bytes.map { name in record.shape.fields.contains { Bytes($0.name.utf8) == name } } ?? false
    case .text(let bytes), .safe(let bytes):
      element.bytes.map { $0.isEmpty || bytes.firstOffset(of: $0) != nil }
    case .undefined: false
    default: nil
    }
  }
}
