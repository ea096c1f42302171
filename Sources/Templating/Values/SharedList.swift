/// A list that every value which holds it sees change, as in Python.
///
/// Unchecked, because only lists that a rendering makes for itself can change, and a rendering has one thread; lists of a
/// context are frozen, and many pages read them.
public final class SharedList: @unchecked Sendable, RandomAccessCollection {
  /// The elements.
  public internal(set) var values: [Value]
  /// Whether the list belongs to a context and stays as it is.
  let isFrozen: Bool
  /// Whether a template may take it for a sequence; what some filters give can only be gone through.
  let isSequence: Bool

  init(_ values: [Value], isFrozen: Bool, isSequence: Bool = true) {
    self.values = values
    self.isFrozen = isFrozen
    self.isSequence = isSequence
  }

  deinit {
    let held = values
    values = []
    Release.later(consume held)
  }

  /// 0.
  public var startIndex: Int { 0 }
  /// How many elements there are.
  public var endIndex: Int { values.count }
  /// The element at a place.
  public subscript(index: Int) -> Value { values[index] }

  /// Changes the elements, where that is allowed.
  func change(_ change: (inout [Value]) -> Void) throws(Failure) {
    guard !isFrozen else {
      throw Failure("a list of the page's data can't be changed", help: "change a copy: `{% set mine = … | list %}`")
    }
    // Taken out while it changes, so that reading it elsewhere needs no check.
    var changed = values
    values = []
    change(&changed)
    values = changed
  }
}

/// A map that every value which holds it sees change, as in Python.
///
/// Unchecked for the same reason as lists: what can change belongs to one rendering and its one thread.
public final class SharedMap: @unchecked Sendable {
  /// The keys with their values.
  public internal(set) var map: ValueMap
  /// Whether the map belongs to a context and stays as it is.
  let isFrozen: Bool

  init(_ map: ValueMap, isFrozen: Bool) {
    self.map = map
    self.isFrozen = isFrozen
  }

  deinit {
    let held = map.values
    map = ValueMap()
    Release.later(consume held)
  }

  /// Changes the members, where that is allowed.
  func change(_ change: (inout ValueMap) -> Void) throws(Failure) {
    guard !isFrozen else {
      throw Failure("a map of the page's data can't be changed", help: "change a copy: `{% set mine = dict(…) %}`")
    }
    var changed = map
    map = ValueMap()
    change(&changed)
    map = changed
  }
}

extension Value {
  /// A list that belongs to a context: templates can read it and not change it.
  public static func list(_ values: [Value]) -> Value { .list(SharedList(values, isFrozen: true)) }

  /// A map that belongs to a context: templates can read it and not change it.
  public static func map(_ map: ValueMap) -> Value { .map(SharedMap(map, isFrozen: true)) }

  /// Values in order that nobody can change.
  public static func tuple(_ values: [Value]) -> Value { .tuple(SharedList(values, isFrozen: true)) }

  /// A list that a rendering made and may change.
  static func ownList(_ values: [Value]) -> Value { .list(SharedList(values, isFrozen: false)) }

  /// Values that can be gone through but are no list to ask for elements, as Python's iterators.
  static func stream(_ values: [Value]) -> Value { .list(SharedList(values, isFrozen: false, isSequence: false)) }

  /// A map that a rendering made and may change.
  static func ownMap(_ map: ValueMap) -> Value { .map(SharedMap(map, isFrozen: false)) }

  /// The same value with copies of its lists and maps that a rendering may change.
  public var thawed: Value {
    switch self {
    case .list(let list): return .ownList(list.map(\.thawed))
    case .tuple(let values): return .tuple(values.map(\.thawed))
    case .map, .record:
      if case .record(let record) = self, record.shape.isClosed { return self }
      var map = ValueMap()
      for (key, value) in pairs ?? [] { map[key] = value.thawed }
      return .ownMap(map)
    default: return self
    }
  }
}
