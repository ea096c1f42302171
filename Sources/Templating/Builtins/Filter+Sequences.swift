import Text

extension Filter {
  /// Filters that make one thing of many, or put many in order.
  static let ofSequences: [Filter] = [
    Filter("length", also: ["count"], "How many elements, keys or code points there are.") {
      (value, _) throws(Failure) in
      switch value {
      case .list(let values), .tuple(let values): return .int(values.count)
      case .text(let bytes), .safe(let bytes): return .int(bytes.count { !$0.isUTF8Continuation })
      default:
        guard let elements = value.elements else { throw Failure("\(value.kind) has no length") }
        return .int(elements.count)
      }
    },
    Filter("first", result: .element, "The first element.") { (value, _) throws(Failure) in
      try elements(value).first ?? .undefined
    },
    Filter("last", result: .element, "The last element.") { (value, _) throws(Failure) in
      try elements(value).last ?? .undefined
    },
    Filter("reverse", result: .same, "The elements, or the text, from the end.") { (value, _) throws(Failure) in
      if value.bytes != nil {
        return value.changingText { String(String.UnicodeScalarView($0.unicodeScalars.reversed())) }
      }
      return .list(try elements(value).reversed())
    },
    Filter("list", result: .same, "The elements as a list.") { (value, _) throws(Failure) in .list(try elements(value))
    },
    Filter(
      "join", taking: [Parameter("d", standard: Value("")), Parameter("attribute", standard: .none)],
      "The elements as one text, with `d` between them."
    ) { (value, input) throws(Failure) in
      var parts = try elements(value)
      if let path = input[1].bytes {
        parts = try parts.map { (part) throws(Failure) in try pick(path.string, of: part) }
      }
      let separator = input[0]
      let isMarkup = input.escapes && (parts + [separator]).contains { if case .safe = $0 { true } else { false } }
      var bytes = Bytes()
      for (index, part) in parts.enumerated() {
        if index > 0 { isMarkup ? separator.writeEscaped(to: &bytes) : separator.write(to: &bytes) }
        isMarkup ? part.writeEscaped(to: &bytes) : part.write(to: &bytes)
      }
      return isMarkup ? .safe(bytes) : .text(bytes)
    },
    Filter(
      "sort",
      taking: [
        Parameter("reverse", standard: .bool(false)), Parameter("case_sensitive", standard: .bool(false)),
        Parameter("attribute", standard: .none),
      ], result: .same, "The elements in order; texts without regard to case, unless told."
    ) { (value, input) throws(Failure) in
      .list(try sorted(try elements(value), by: input[2], caseSensitive: input[1].isTrue, reversed: input[0].isTrue))
    },
    Filter(
      "unique", taking: [Parameter("case_sensitive", standard: .bool(false)), Parameter("attribute", standard: .none)],
      result: .same, "The elements, each once."
    ) { (value, input) throws(Failure) in
      var seen = ValueMap()
      var kept: [Value] = []
      for element in try elements(value) {
        let key = try sortKey(element, input[1], caseSensitive: input[0].isTrue)
        if seen[key] == nil { kept.append(element) }
        seen[key] = .bool(true)
      }
      return .list(kept)
    },
    Filter(
      "batch", taking: [Parameter("linecount"), Parameter("fill_with", standard: .none)],
      "The elements in lists of a length."
    ) { (value, input) throws(Failure) in
      let length = max(1, input[0].whole ?? 1)
      let all = try elements(value)
      return .list(
        stride(from: 0, to: all.count, by: length).map { start in
          var part = Array(all[start..<min(all.count, start + length)])
          if case .none = input[1] { return .list(part) }
          while part.count < length { part.append(input[1]) }
          return .list(part)
        })
    },
    Filter(
      "groupby",
      taking: [
        Parameter("attribute"), Parameter("default", standard: .undefined),
        Parameter("case_sensitive", standard: .bool(false)),
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
      return .list(groups.map { .record(Record(groupShape, [$0.key, .list($0.members)])) })
    },
    Filter(
      "slice", taking: [Parameter("slices"), Parameter("fill_with", standard: .none)],
      "The elements in a number of lists."
    ) {
      (value, input) throws(Failure) in
      let all = try elements(value)
      let count = min(10_000, max(1, input[0].whole ?? 1))
      var at = 0
      return .list(
        (0..<count).map { number in
          let length = all.count / count + (number < all.count % count ? 1 : 0)
          var part = Array(all[at..<at + length])
          at += length
          if case .none = input[1] { return .list(part) }
          if all.count % count != 0, number >= all.count % count { part.append(input[1]) }
          return .list(part)
        })
    },
    Filter("attr", taking: [Parameter("name")], "An attribute of a value.") { (value, input) throws(Failure) in
      guard case .record(let record) = value else { return .undefined }
      return record[Symbol(input[0].printed.string)] ?? .undefined
    },
    Filter("items", "The keys of a map with their values.") { (value, _) throws(Failure) in
      if value.isUndefined { return .list([]) }
      guard let pairs = value.pairs else { throw Failure("\(value.kind) has no keys") }
      return .list(pairs.map { .tuple([$0.key, $0.value]) })
    },
    Filter(
      "dictsort",
      taking: [
        Parameter("case_sensitive", standard: .bool(false)), Parameter("by", standard: Value("key")),
        Parameter("reverse", standard: .bool(false)),
      ],
      "The keys of a map with their values, in the order of the keys or of the values."
    ) { (value, input) throws(Failure) in
      guard let pairs = value.pairs else { throw Failure("\(value.kind) has no keys") }
      let place = input[1].printed.string == "value" ? 1 : 0
      let tuples = pairs.map { Value.tuple([$0.key, $0.value]) }
      return .list(try sorted(tuples, by: .int(place), caseSensitive: input[0].isTrue, reversed: input[2].isTrue))
    },
  ]

  private static let groupShape = Shape(
    "a group", isTuple: true,
    [.init("grouper", .any, "What the elements have in common."), .init("list", .any, "The elements.")])

  static func elements(_ value: Value) throws(Failure) -> [Value] {
    guard let elements = value.elements else { throw Failure("\(value.kind) has no elements") }
    return elements
  }

  /// The value of an attribute; dots lead into attributes of attributes.
  static func pick(_ path: String, of value: Value) throws(Failure) -> Value {
    var value = value
    for part in path.split(separator: ".") {
      switch value {
      case .list(let values), .tuple(let values):
        guard let index = Int(part) else { return .undefined }
        value = values.indices.contains(index) ? values[index] : .undefined
      case .record(let record):
        guard let found = record[Symbol(String(part))] else {
          if record.shape.isClosed {
            throw Failure(
              "\(record.shape.name) has no attribute `\(part)`",
              help: .suggestion(record.shape.fields.map(\.name).nearest(to: String(part))))
          }
          return .undefined
        }
        value = found
      case .map(let map): value = map[String(part)] ?? .undefined
      default: return .undefined
      }
    }
    return value
  }

  static func sortKey(_ element: Value, _ attribute: Value, caseSensitive: Bool, default standard: Value = .undefined)
    throws(Failure) -> Value
  {
    var key = element
    if attribute.bytes != nil || attribute.whole != nil { key = try pick(attribute.printed.string, of: element) }
    if key.isUndefined { key = standard }
    return caseSensitive || key.bytes == nil ? key : key.changingText { $0.lowercased() }
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
