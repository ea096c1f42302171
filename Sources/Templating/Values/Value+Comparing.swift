import Text

extension Value {
  /// How deep values inside values are compared, printed and written as JSON; deeper ones are taken for their likes.
  static let maximumDepth = 200

  /// Whether two values are the same, as Python has it: `1 == 1.0 == true`.
  func equals(_ other: Value, depth: Int = 0) -> Bool {
    if depth > Value.maximumDepth { return false }
    switch (self, other) {
    case (.undefined, .undefined), (.none, .none): return true
    case (.int(let a), .int(let b)): return a == b
    case (.text(let a), .text(let b)), (.text(let a), .safe(let b)), (.safe(let a), .text(let b)),
      (.safe(let a), .safe(let b)):
      return a == b
    case (.list(let a), .list(let b)), (.tuple(let a), .tuple(let b)):
      return a === b || a.count == b.count && zip(a, b).allSatisfy { $0.equals($1, depth: depth + 1) }
    case (.record(let a), .record(let b)) where a === b: return true
    case (.map(let a), .map(let b)) where a === b: return true
    case (.callable(let a), .callable(let b)): return a === b
    case (.namespace(let a), .namespace(let b)): return a === b
    case (.map, _), (.record, _): return equalsMap(other, depth: depth)
    case (.big(let a), .big(let b)): return a.equals(b)
    default:
      guard let a = number, let b = other.number else { return false }
      return a == b
    }
  }

  /// Whether two values are one and the same: equal, and of one type.
  func isSame(as other: Value) -> Bool {
    switch (self, other) {
    case (.int, .int), (.double, .double), (.bool, .bool), (.none, .none), (.text, .text), (.safe, .safe),
      (.callable, .callable), (.namespace, .namespace), (.undefined, .undefined), (.big, .big):
      equals(other)
    case (.record(let a), .record(let b)): a === b
    case (.list(let a), .list(let b)), (.tuple(let a), .tuple(let b)): a === b
    case (.map(let a), .map(let b)): a === b
    default: false
    }
  }

  private func equalsMap(_ other: Value, depth: Int) -> Bool {
    guard let a = pairs, let b = other.pairs, a.count == b.count else { return false }
    return a.allSatisfy { key, value in
      b.contains { $0.key.equals(key) && $0.value.equals(value, depth: depth + 1) }
    }
  }

  /// The keys and values of a map or record.
  var pairs: [(key: Value, value: Value)]? {
    switch self {
    case .map(let map): map.map.pairs
    case .record(let record): zip(record.shape.names, record.values).map { (.text($0), $1) }
    default: nil
    }
  }

  /// Whether this value comes before another; `nil` where the two can't be compared.
  func precedes(_ other: Value, depth: Int = 0) -> Bool? {
    if depth > Value.maximumDepth { return nil }
    switch (self, other) {
    case (.int(let a), .int(let b)): return a < b
    // The order of UTF-8 bytes is the order of code points.
    case (.text(let a), .text(let b)), (.text(let a), .safe(let b)), (.safe(let a), .text(let b)),
      (.safe(let a), .safe(let b)):
      return a.lexicographicallyPrecedes(b)
    case (.list(let a), .list(let b)), (.tuple(let a), .tuple(let b)):
      for (x, y) in zip(a, b) where !x.equals(y) { return x.precedes(y, depth: depth + 1) }
      return a.count < b.count
    case (.record(let a), .record(let b)) where a.shape.isTuple && b.shape.isTuple:
      return Value.tuple(a.values).precedes(.tuple(b.values), depth: depth + 1)
    case (.big, _), (_, .big):
      if let a = bigInteger, let b = other.bigInteger { return a.isLess(than: b) }
    default: break
    }
    guard let a = number, let b = other.number else { return nil }
    return a < b
  }

  /// Whether this value holds another: an element, a key, a part of a text; `nil` where it can hold nothing.
  func contains(_ element: Value) -> Bool? {
    switch self {
    case .list(let values), .tuple(let values): values.contains { $0.equals(element) }
    case .map(let map): map.map[element] != nil
    case .record(let record): element.bytes.map { record.shape.names.contains($0) } ?? false
    case .text(let bytes), .safe(let bytes):
      element.bytes.map { $0.isEmpty || bytes.firstOffset(of: $0) != nil }
    case .undefined: false
    default: nil
    }
  }
}
