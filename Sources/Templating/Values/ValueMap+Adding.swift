extension ValueMap {
  /// Adds keys with values, each counted.
  mutating func add(_ pairs: [(key: Value, value: Value)], within allowance: Allowance) throws(Failure) {
    try allowance.take(bytes: ValueMap.memberSize, times: pairs.count)
    for (key, value) in pairs {
      try allowance.spend(key.stepsAsKey)
      guard ValueMap.isHashable(key) else { throw Failure("\(key.kind) can't be a key") }
      self[key] = value
    }
  }
}

extension Value {
  /// The keys and values of a map, or of what holds two values each time; `nil` for anything else.
  func pairsOrPairsOfTwo(within allowance: Allowance) throws(Failure) -> [(key: Value, value: Value)]? {
    if let pairs = try pairs(within: allowance) { return pairs }
    guard let elements = try elements(within: allowance) else { return nil }
    try allowance.take(values: 2 * elements.count)
    var pairs: [(key: Value, value: Value)] = []
    for element in elements {
      guard let parts = try element.elements(within: allowance), parts.count == 2 else { return nil }
      pairs.append((parts[0], parts[1]))
    }
    return pairs
  }
}
