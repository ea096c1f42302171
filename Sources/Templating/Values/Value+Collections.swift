extension Value {
  /// A list that belongs to a context: templates can read it and not change it.
  public static func list(_ values: [Value]) -> Value { .list(SharedList(values, isFrozen: true)) }

  /// A map that belongs to a context: templates can read it and not change it.
  public static func map(_ map: ValueMap) -> Value { .map(SharedMap(map, isFrozen: true)) }

  /// Values in order that nobody can change.
  public static func tuple(_ values: [Value]) -> Value { .tuple(SharedList(values, isFrozen: true)) }

  /// A list that a rendering made and may change.
  static func mutableList(_ values: [Value]) -> Value { .list(SharedList(values, isFrozen: false)) }

  /// Values that can be gone through but are no list to ask for elements, as Python's iterators.
  static func iterator(_ values: [Value]) -> Value { .list(SharedList(values, isFrozen: false, isSequence: false)) }

  /// A map that a rendering made and may change.
  static func mutableMap(_ map: ValueMap) -> Value { .map(SharedMap(map, isFrozen: false)) }

  /// The same value with copies of its lists and maps that a rendering may change.
  public var mutableCopy: Value {
    switch self {
    case .list(let list): return .mutableList(list.map(\.mutableCopy))
    case .tuple(let values): return .tuple(values.map(\.mutableCopy))
    case .map, .record:
      if case .record(let record) = self, record.shape.isClosed { return self }
      var map = ValueMap()
      for (key, value) in pairs ?? [] { map[key] = value.mutableCopy }
      return .mutableMap(map)
    default: return self
    }
  }
}
