import Text

extension Filter {
  /// Filters that make one thing of many, or put many in order.
  static let ofSequences: [Filter] = [
    Filter("length", aliases: ["count"], "How many elements, keys or code points there are.") {
      (value, input) throws(Failure) in
      switch value {
      case .list(let values), .tuple(let values): return .int(values.count)
      case .text(let bytes), .safe(let bytes):
        try input.allowance.spend(bytes.count >> 1)
        return .int(bytes.count { !$0.isUTF8Continuation })
      case .map(let map): return .int(map.map.count)
      case .record(let record): return .int(record.shape.fields.count)
      case .undefined: return .int(0)
      default: throw Failure("\(value.kind) has no length")
      }
    },
    Filter("first", result: .element, "The first element.") { (value, input) throws(Failure) in
      // A character by itself is no markup any more.
      if let bytes = value.bytes {
        return Array(bytes.prefix(4)).string.unicodeScalars.first.map { Value($0) } ?? .undefined
      }
      return try elements(value, input).first ?? .undefined
    },
    Filter("last", result: .element, "The last element.") { (value, input) throws(Failure) in
      if value.bytes != nil { return try Slicing.element(-1, of: value, within: input.allowance) }
      return try elements(value, input).last ?? .undefined
    },
    Filter("reverse", result: .same, "The elements, or the text, from the end.") { (value, input) throws(Failure) in
      if value.bytes != nil {
        return try value.mapText(input) { String(String.UnicodeScalarView($0.unicodeScalars.reversed())) }
      }
      let elements = try elements(value, input)
      try input.allowance.take(values: elements.count)
      return .iterator(elements.reversed())
    },
    Filter("list", result: .same, "The elements as a list.") { (value, input) throws(Failure) in
      let elements = try elements(value, input)
      // Copied as soon as the template changes the list.
      try input.allowance.take(values: elements.count)
      return .mutableList(elements)
    },
    Filter(
      "join", taking: [Parameter("d", default: Value("")), Parameter("attribute", default: .none)],
      "The elements as one text, with `d` between them."
    ) { (value, input) throws(Failure) in
      var parts = try elements(value, input)
      if let path = try AttributePath(argument: input[1]) {
        try input.allowance.take(values: parts.count)
        parts = try parts.map { (part) throws(Failure) in
          try input.allowance.spend(20)
          return try path.value(of: part, within: input.allowance)
        }
      }
      return try Value.joined(parts, separator: input[0], keepsMarkup: input.escapes, within: input.allowance)
    },
    Filter(
      "batch", taking: [Parameter("linecount"), Parameter("fill_with", default: .none)],
      "The elements in lists of a length.", apply: batch),
    Filter(
      "slice", taking: [Parameter("slices"), Parameter("fill_with", default: .none)],
      "The elements in a number of lists.", apply: slice),
    Filter("attr", taking: [Parameter("name")], "An attribute or method of a value, never an element.") {
      (value, input) throws(Failure) in
      guard let bytes = input[0].bytes else {
        throw Failure("an attribute is named by a text, not by \(input[0].kind)")
      }
      if case .namespace(let space) = value { return space.map[bytes: bytes] ?? .undefined }
      // The name of a method may be one that no template has written yet.
      let isMethod = Methods.exists(bytes.string, of: value)
      guard let name = isMethod ? Symbol(bytes.string) : Symbol(known: bytes.string) else { return .undefined }
      if case .record(let record) = value, record.shape.isClosed { return record[name] ?? .undefined }
      if case .callable(let callable) = value {
        return (callable as? any AttributedCallable)?.attribute(name) ?? .undefined
      }
      try input.allowance.take(bytes: 100)
      return isMethod ? .callable(BoundMethod(name, of: value)) : .undefined
    },
    Filter("items", "The keys of a map with their values.") { (value, input) throws(Failure) in
      if value.isUndefined { return .iterator([]) }
      guard let pairs = try value.pairs(within: input.allowance) else { throw Failure("\(value.kind) has no keys") }
      try input.allowance.take(bytes: 100, times: pairs.count)
      return .iterator(pairs.map { .tuple([$0.key, $0.value]) })
    },
  ]

  static func elements(_ value: Value, _ input: Input) throws(Failure) -> [Value] {
    guard let elements = try value.elements(within: input.allowance) else {
      throw Failure("\(value.kind) has no elements")
    }
    return elements
  }

  @Sendable private static func batch(_ value: Value, _ input: Input) throws(Failure) -> Value {
    let length = try input.extent(0)
    let all = try elements(value, input)
    try input.allowance.take(bytes: 80, times: all.count)
    var parts: [Value] = []
    var start = 0
    // As in Jinja: no list has a length below one, so that all but the first element stand in one.
    if length == 0, !all.isEmpty { parts.append(.mutableList([])) }
    while start < all.count {
      var part = Array(all[start..<min(all.count, length < 1 ? all.count : start + length)])
      start += part.count
      if part.count < length, !input[1].isNone {
        try input.allowance.take(values: length - part.count)
        part += repeatElement(input[1], count: length - part.count)
      }
      parts.append(.mutableList(part))
    }
    return .iterator(parts)
  }

  @Sendable private static func slice(_ value: Value, _ input: Input) throws(Failure) -> Value {
    let all = try elements(value, input)
    let count = try input.extent(0)
    if count == 0 { throw Failure("elements can't be put into no list") }
    if count < 0 { return .iterator([]) }
    try input.allowance.take(bytes: 96, times: count)
    try input.allowance.take(values: all.count)
    let (length, extra) = (all.count / count, all.count % count)
    var at = 0
    return .iterator(
      (0..<count).map { number in
        let end = at + length + (number < extra ? 1 : 0)
        var part = Array(all[at..<end])
        at = end
        if !input[1].isNone, number >= extra { part.append(input[1]) }
        return .mutableList(part)
      })
  }
}

extension Value {
  /// Whether it is Python's `None`.
  fileprivate var isNone: Bool {
    if case .none = self { true } else { false }
  }
}
