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
    Value.release(consume held)
  }

  /// 0.
  public var startIndex: Int { 0 }
  /// How many elements there are.
  public var endIndex: Int { values.count }
  /// The element at an index.
  public subscript(index: Int) -> Value { values[index] }

  /// Changes the elements, where that is allowed.
  func mutate(_ change: (inout [Value]) -> Void) throws(Failure) {
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
    Value.release(consume held)
  }

  /// Changes the members, where that is allowed.
  func mutate(_ change: (inout ValueMap) -> Void) throws(Failure) {
    guard !isFrozen else {
      throw Failure("a map of the page's data can't be changed", help: "change a copy: `{% set mine = dict(…) %}`")
    }
    var changed = map
    map = ValueMap()
    change(&changed)
    map = changed
  }
}
