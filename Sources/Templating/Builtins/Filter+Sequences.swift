import Text

extension Filter {
  /// Filters that make one thing of many, or put many in order.
  static let ofSequences: [Filter] = [
    Filter("length", aliases: ["count"], "How many elements, keys or code points there are.") {
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
      if let bytes = value.bytes { return Value(bytes.string.unicodeScalars.first.map { String($0) }, like: value) }
      return try elements(value).first ?? .undefined
    },
    Filter("last", result: .element, "The last element.") { (value, _) throws(Failure) in
      if let bytes = value.bytes { return Value(bytes.string.unicodeScalars.last.map { String($0) }, like: value) }
      return try elements(value).last ?? .undefined
    },
    Filter("reverse", result: .same, "The elements, or the text, from the end.") { (value, _) throws(Failure) in
      if value.bytes != nil {
        return value.mapText { String(String.UnicodeScalarView($0.unicodeScalars.reversed())) }
      }
      return .iterator(try elements(value).reversed())
    },
    Filter("list", result: .same, "The elements as a list.") { (value, _) throws(Failure) in
      .mutableList(try elements(value))
    },
    Filter(
      "join", taking: [Parameter("d", default: Value("")), Parameter("attribute", default: .none)],
      "The elements as one text, with `d` between them."
    ) { (value, input) throws(Failure) in
      var parts = try elements(value)
      if let path = input[1].bytes {
        parts = try parts.map { (part) throws(Failure) in try AttributePath.value(at: path.string, of: part) }
      }
      return Value.joined(parts, separator: input[0], keepsMarkup: input.escapes)
    },
    Filter(
      "batch", taking: [Parameter("linecount"), Parameter("fill_with", default: .none)],
      "The elements in lists of a length."
    ) { (value, input) throws(Failure) in
      let length = max(1, input[0].integer ?? 1)
      let all = try elements(value)
      return .iterator(
        stride(from: 0, to: all.count, by: length).map { start in
          var part = Array(all[start..<min(all.count, start + length)])
          if case .none = input[1] { return .mutableList(part) }
          while part.count < length { part.append(input[1]) }
          return .mutableList(part)
        })
    },
    Filter(
      "slice", taking: [Parameter("slices"), Parameter("fill_with", default: .none)],
      "The elements in a number of lists."
    ) {
      (value, input) throws(Failure) in
      let all = try elements(value)
      let count = min(10_000, max(1, input[0].integer ?? 1))
      var at = 0
      return .iterator(
        (0..<count).map { number in
          let length = all.count / count + (number < all.count % count ? 1 : 0)
          var part = Array(all[at..<at + length])
          at += length
          if case .none = input[1] { return .mutableList(part) }
          if all.count % count != 0, number >= all.count % count { part.append(input[1]) }
          return .mutableList(part)
        })
    },
    Filter("attr", taking: [Parameter("name")], "An attribute or method of a value, never an element.") {
      (value, input) throws(Failure) in
      let name = input[0].printed.string
      if case .record(let record) = value, record.shape.isClosed { return record[Symbol(name)] ?? .undefined }
      if case .callable(let callable) = value {
        return (callable as? any AttributedCallable)?.attribute(Symbol(name)) ?? .undefined
      }
      if case .namespace(let space) = value { return space.map[name] ?? .undefined }
      return Methods.exists(name, of: value) ? .callable(BoundMethod(Symbol(name), of: value)) : .undefined
    },
    Filter("items", "The keys of a map with their values.") { (value, _) throws(Failure) in
      if value.isUndefined { return .iterator([]) }
      guard let pairs = value.pairs else { throw Failure("\(value.kind) has no keys") }
      return .iterator(pairs.map { .tuple([$0.key, $0.value]) })
    },
  ]

  static func elements(_ value: Value) throws(Failure) -> [Value] {
    guard let elements = value.elements else { throw Failure("\(value.kind) has no elements") }
    return elements
  }
}

extension Value {
  /// Text of the kind that another value is; `undefined` where there is none.
  fileprivate init(_ text: String?, like other: Value) {
    guard let text else {
      self = .undefined
      return
    }
    self = other.isSafe ? .safe(Bytes(text.utf8)) : Value(text)
  }
}
