import Text

extension Filter {
  /// Filters that put many things in order.
  static let ofOrder: [Filter] = [
    Filter(
      "sort",
      taking: [
        Parameter("reverse", default: .bool(false)), Parameter("case_sensitive", default: .bool(false)),
        Parameter("attribute", default: .none),
      ], result: .same, "The elements in order; texts without regard to case, unless told."
    ) { (value, input) throws(Failure) in
      .mutableList(
        try sorted(try elements(value), by: input[2], caseSensitive: input[1].isTrue, reversed: input[0].isTrue))
    },
    Filter(
      "unique", taking: [Parameter("case_sensitive", default: .bool(false)), Parameter("attribute", default: .none)],
      result: .same, "The elements, each once."
    ) { (value, input) throws(Failure) in
      var seen = ValueMap()
      var kept: [Value] = []
      for element in try elements(value) {
        let key = try sortKey(element, input[1], caseSensitive: input[0].isTrue)
        guard ValueMap.isHashable(key) else {
          throw Failure("\(key.kind) can't be told from others", help: "name an attribute: `unique(attribute=…)`")
        }
        if seen[key] == nil { kept.append(element) }
        seen[key] = .bool(true)
      }
      return .iterator(kept)
    },
    Filter(
      "groupby",
      taking: [
        Parameter("attribute"), Parameter("default", default: .undefined),
        Parameter("case_sensitive", default: .bool(false)),
      ],
      "Groups of elements whose attribute is the same, each with `grouper` and `list`."
    ) { (value, input) throws(Failure) in
      // Grouped by the key that sorting uses; the group is named as its first element has it.
      let keyed = try elements(value).map { (element) throws(Failure) in
        (key: try sortKey(element, input[0], caseSensitive: input[2].isTrue, default: input[1]), value: element)
      }
      var groups: [(key: Value, members: [Value])] = []
      for (key, element) in try ordered(keyed, reversed: false) {
        if let last = groups.last, last.key.equals(key) {
          groups[groups.count - 1].members.append(element)
        } else {
          groups.append((key, [element]))
        }
      }
      groups = try groups.map { (group) throws(Failure) in
        let name = try sortKey(group.members[0], input[0], caseSensitive: true, default: input[1])
        return (name, group.members)
      }
      return .mutableList(groups.map { .record(Record(groupShape, [$0.key, .mutableList($0.members)])) })
    },
    Filter(
      "dictsort",
      taking: [
        Parameter("case_sensitive", default: .bool(false)), Parameter("by", default: Value("key")),
        Parameter("reverse", default: .bool(false)),
      ],
      "The keys of a map with their values, in the order of the keys or of the values."
    ) { (value, input) throws(Failure) in
      guard let pairs = value.pairs else { throw Failure("\(value.kind) has no keys") }
      let position = input[1].printed.string == "value" ? 1 : 0
      let tuples = pairs.map { Value.tuple([$0.key, $0.value]) }
      return .mutableList(
        try sorted(tuples, by: .int(position), caseSensitive: input[0].isTrue, reversed: input[2].isTrue))
    },
  ]

  private static let groupShape = Shape(
    "a group", isTuple: true,
    [.init("grouper", .any, "What the elements have in common."), .init("list", .any, "The elements.")])

  static func sortKey(_ element: Value, _ attribute: Value, caseSensitive: Bool, default standard: Value = .undefined)
    throws(Failure) -> Value
  {
    var key = element
    if attribute.bytes != nil || attribute.integer != nil {
      key = try AttributePath.value(at: attribute.printed.string, of: element)
    }
    if key.isUndefined { key = standard }
    return caseSensitive || key.bytes == nil ? key : key.lowercased
  }

  static func sorted(
    _ elements: [Value], by attribute: Value, caseSensitive: Bool, reversed: Bool, default standard: Value = .undefined
  ) throws(Failure) -> [Value] {
    let keyed = try elements.map { (element) throws(Failure) in
      (key: try sortKey(element, attribute, caseSensitive: caseSensitive, default: standard), value: element)
    }
    return try ordered(keyed, reversed: reversed).map(\.value)
  }

  /// Values in the order of their keys; those with equal keys stay as they are.
  private static func ordered(
    _ keyed: [(key: Value, value: Value)], reversed: Bool
  ) throws(Failure) -> [(key: Value, value: Value)] {
    var failure: Failure?
    let result = keyed.enumerated().sorted { a, b in
      let (x, y) = reversed ? (b.element.key, a.element.key) : (a.element.key, b.element.key)
      if x.equals(y) { return a.offset < b.offset }
      if let precedes = x.precedes(y) { return precedes }
      failure = failure ?? Failure("\(x.kind) and \(y.kind) can't be put in order")
      return a.offset < b.offset
    }
    if let failure { throw failure }
    return result.map(\.element)
  }
}
