import Text

extension Value {
  /// How deep values inside values are compared, printed and written as JSON; deeper ones are taken for their likes.
  static let maximumDepth = 200

  /// Whether two values are the same, as Python has it: `1 == 1.0 == true`.
  func equals(_ other: Value, within allowance: Allowance, depth: Int = 0) throws(Failure) -> Bool {
    if depth > Value.maximumDepth { return false }
    switch (self, other) {
    case (.undefined, .undefined), (.none, .none): return true
    case (.int(let a), .int(let b)): return a == b
    case (.text(let a), .text(let b)), (.text(let a), .safe(let b)), (.safe(let a), .text(let b)),
      (.safe(let a), .safe(let b)):
      guard a.count == b.count else { return false }
      try allowance.spend(a.count >> 3)
      return a == b
    case (.list(let a), .list(let b)), (.tuple(let a), .tuple(let b)):
      if a === b { return true }
      return try Value.equal(a.values, b.values, within: allowance, depth: depth + 1)
    case (.record(let a), .record(let b)) where a === b: return true
    case (.map(let a), .map(let b)) where a === b: return true
    case (.callable(let a), .callable(let b)): return a === b
    case (.namespace(let a), .namespace(let b)): return a === b
    case (.map, _), (.record, _): return try equalsMap(other, within: allowance, depth: depth)
    default: return isSameNumber(as: other)
    }
  }

  private static func equal(
    _ a: [Value], _ b: [Value], within allowance: Allowance, depth: Int
  ) throws(Failure) -> Bool {
    guard a.count == b.count else { return false }
    for index in a.indices {
      try allowance.spend(100)
      if try !a[index].equals(b[index], within: allowance, depth: depth) { return false }
    }
    return true
  }

  private func equalsMap(_ other: Value, within allowance: Allowance, depth: Int) throws(Failure) -> Bool {
    if case .record(let a) = self, a.shape.isTuple, case .tuple(let b) = other {
      return try Value.equal(a.values, b.values, within: allowance, depth: depth + 1)
    }
    guard let a = pairs, let b = other.pairs, a.count == b.count else { return false }
    try allowance.take(values: 4 * a.count)
    let others = ValueMap(b)
    for (key, value) in a {
      try allowance.spend(20)
      guard let found = others[key], try value.equals(found, within: allowance, depth: depth + 1) else { return false }
    }
    return true
  }

  /// Whether two values are one and the same: equal, and of one type.
  func isSame(as other: Value, within allowance: Allowance) throws(Failure) -> Bool {
    switch (self, other) {
    case (.int, .int), (.double, .double), (.bool, .bool), (.none, .none), (.text, .text), (.safe, .safe),
      (.callable, .callable), (.namespace, .namespace), (.undefined, .undefined), (.big, .big):
      try equals(other, within: allowance)
    case (.record(let a), .record(let b)): a === b
    case (.list(let a), .list(let b)), (.tuple(let a), .tuple(let b)): a === b
    case (.map(let a), .map(let b)): a === b
    default: false
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

  /// The same where a template may have made it, taken from what a rendering may make.
  func pairs(within allowance: Allowance) throws(Failure) -> [(key: Value, value: Value)]? {
    if case .map(let map) = self { try allowance.take(values: 2 * map.map.count) }
    return pairs
  }

  /// Whether this value comes before another; `nil` where the two can't be compared.
  func precedes(_ other: Value, within allowance: Allowance, depth: Int = 0) throws(Failure) -> Bool? {
    if depth > Value.maximumDepth { return nil }
    switch (self, other) {
    case (.int(let a), .int(let b)): return a < b
    // The order of UTF-8 bytes is the order of code points.
    case (.text(let a), .text(let b)), (.text(let a), .safe(let b)), (.safe(let a), .text(let b)),
      (.safe(let a), .safe(let b)):
      try allowance.spend(min(a.count, b.count))
      return a.lexicographicallyPrecedes(b)
    case (.list(let a), .list(let b)), (.tuple(let a), .tuple(let b)):
      for index in 0..<min(a.count, b.count) {
        try allowance.spend(100)
        if try !a[index].equals(b[index], within: allowance, depth: depth + 1) {
          return try a[index].precedes(b[index], within: allowance, depth: depth + 1)
        }
      }
      return a.count < b.count
    case (.record(let a), .record(let b)) where a.shape.isTuple && b.shape.isTuple:
      return try Value.tuple(a.values).precedes(.tuple(b.values), within: allowance, depth: depth + 1)
    default: return isLessNumber(than: other)
    }
  }

  /// Whether this value holds another: an element, a key, a part of a text; `nil` where it can hold nothing.
  func contains(_ element: Value, within allowance: Allowance) throws(Failure) -> Bool? {
    switch self {
    case .list(let list), .tuple(let list):
      for value in list.values {
        try allowance.spend(60)
        if try value.equals(element, within: allowance) { return true }
      }
      return false
    case .map(let map):
      guard ValueMap.isHashable(element) else { throw Failure("\(element.kind) can't be a key") }
      return map.map[element] != nil
    case .record(let record): return element.bytes.map { record.shape.names.contains($0) } ?? false
    case .text(let bytes), .safe(let bytes):
      guard let part = element.bytes else { return nil }
      return try bytes.firstOffset(of: part, within: allowance) != nil
    case .undefined: return false
    default: return nil
    }
  }
}
