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
      let key = try SortKey(attributes: input[2], caseSensitive: input[1].isTrue)
      let keyed = try keyed(try elements(value, input), by: key, input)
      let order = try SortKey.ordered(keyed, reversed: input[0].isTrue, equalsAreOrdered: true, input.allowance)
      return .mutableList(order.map(\.value))
    },
    Filter(
      "unique", taking: [Parameter("case_sensitive", default: .bool(false)), Parameter("attribute", default: .none)],
      result: .same, "The elements, each once."
    ) { (value, input) throws(Failure) in
      let key = try SortKey(attribute: input[1], caseSensitive: input[0].isTrue)
      var seen: Set<MapKey> = []
      var kept: [Value] = []
      for element in try elements(value, input) {
        let key = try key.value(of: element, input)
        try input.allowance.spend(key.stepsAsKey)
        guard let hashed = key.mapKey else {
          throw Failure("\(key.kind) can't be told from others", help: "name an attribute: `unique(attribute=…)`")
        }
        try input.allowance.take(bytes: 64)
        if seen.insert(hashed).inserted { kept.append(element) }
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
      let standard = input[1].isUndefined ? nil : input[1]
      let key = try SortKey(attribute: input[0], caseSensitive: input[2].isTrue, default: standard)
      let name = try SortKey(attribute: input[0], caseSensitive: true, default: standard)
      let keyed = try keyed(try elements(value, input), by: key, input)
      var groups: [(key: Value, members: [Value])] = []
      for (key, element) in try SortKey.ordered(keyed, reversed: false, input.allowance) {
        try input.allowance.take(values: 2)
        if let last = groups.last, try last.key.equals(key, within: input.allowance) {
          groups[groups.count - 1].members.append(element)
        } else {
          try input.allowance.take(bytes: 200)
          groups.append((key, [element]))
        }
      }
      var records: [Value] = []
      for (_, members) in groups {
        let name = try name.value(of: members[0], input)
        records.append(.record(Record(groupShape, [name, .mutableList(members)])))
      }
      return .mutableList(records)
    },
    Filter(
      "dictsort",
      taking: [
        Parameter("case_sensitive", default: .bool(false)), Parameter("by", default: Value("key")),
        Parameter("reverse", default: .bool(false)),
      ],
      "The keys of a map with their values, in the order of the keys or of the values."
    ) { (value, input) throws(Failure) in
      guard let pairs = try value.pairs(within: input.allowance) else { throw Failure("\(value.kind) has no keys") }
      let by = input[1].excerpt
      guard by == "key" || by == "value" else { throw Failure("a map is sorted by `key` or by `value`") }
      try input.allowance.take(bytes: 100, times: pairs.count)
      let key = try SortKey(attribute: .int(by == "key" ? 0 : 1), caseSensitive: input[0].isTrue)
      let keyed = try keyed(pairs.map { .tuple([$0.key, $0.value]) }, by: key, input)
      let order = try SortKey.ordered(keyed, reversed: input[2].isTrue, input.allowance)
      return .mutableList(order.map(\.value))
    },
  ]

  private static let groupShape = Shape(
    "a group", isTuple: true,
    [.init("grouper", .any, "What the elements have in common."), .init("list", .any, "The elements.")])

  /// Elements with their keys.
  static func keyed(
    _ elements: [Value], by key: SortKey, _ input: Input
  ) throws(Failure) -> [(key: Value, value: Value)] {
    try input.allowance.take(values: 3 * elements.count)
    var keyed: [(key: Value, value: Value)] = []
    for element in elements { keyed.append((try key.value(of: element, input), element)) }
    return keyed
  }
}
