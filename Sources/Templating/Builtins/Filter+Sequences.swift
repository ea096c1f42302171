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
      if let bytes = value.bytes { return Value(bytes.string.unicodeScalars.first.map { String($0) }, like: value) }
      return try elements(value).first ?? .undefined
    },
    Filter("last", result: .element, "The last element.") { (value, _) throws(Failure) in
      if let bytes = value.bytes { return Value(bytes.string.unicodeScalars.last.map { String($0) }, like: value) }
      return try elements(value).last ?? .undefined
    },
    Filter("reverse", result: .same, "The elements, or the text, from the end.") { (value, _) throws(Failure) in
      if value.bytes != nil {
        return value.changingText { String(String.UnicodeScalarView($0.unicodeScalars.reversed())) }
      }
      return .stream(try elements(value).reversed())
    },
    Filter("list", result: .same, "The elements as a list.") { (value, _) throws(Failure) in
      .ownList(try elements(value))
    },
    Filter(
      "join", taking: [Parameter("d", standard: Value("")), Parameter("attribute", standard: .none)],
      "The elements as one text, with `d` between them."
    ) { (value, input) throws(Failure) in
      var parts = try elements(value)
      if let path = input[1].bytes {
        parts = try parts.map { (part) throws(Failure) in try pick(path.string, of: part) }
      }
      return Value.joined(parts, separator: input[0], keepsMarkup: input.escapes)
    },
    Filter(
      "batch", taking: [Parameter("linecount"), Parameter("fill_with", standard: .none)],
      "The elements in lists of a length."
    ) { (value, input) throws(Failure) in
      let length = max(1, input[0].whole ?? 1)
      let all = try elements(value)
      return .stream(
        stride(from: 0, to: all.count, by: length).map { start in
          var part = Array(all[start..<min(all.count, start + length)])
          if case .none = input[1] { return .ownList(part) }
          while part.count < length { part.append(input[1]) }
          return .ownList(part)
        })
    },
    Filter(
      "slice", taking: [Parameter("slices"), Parameter("fill_with", standard: .none)],
      "The elements in a number of lists."
    ) {
      (value, input) throws(Failure) in
      let all = try elements(value)
      let count = min(10_000, max(1, input[0].whole ?? 1))
      var at = 0
      return .stream(
        (0..<count).map { number in
          let length = all.count / count + (number < all.count % count ? 1 : 0)
          var part = Array(all[at..<at + length])
          at += length
          if case .none = input[1] { return .ownList(part) }
          if all.count % count != 0, number >= all.count % count { part.append(input[1]) }
          return .ownList(part)
        })
    },
    Filter("attr", taking: [Parameter("name")], "An attribute or method of a value, never an element.") {
      (value, input) throws(Failure) in
      let name = input[0].printed.string
      if case .record(let record) = value, record.shape.isClosed { return record[Symbol(name)] ?? .undefined }
      if case .callable(let callable) = value { return Methods.attribute(Symbol(name), of: callable) }
      if case .namespace(let space) = value { return space.fields[name] ?? .undefined }
      return Methods.exists(name, of: value) ? .callable(Callable(.method(value, Symbol(name)))) : .undefined
    },
    Filter("items", "The keys of a map with their values.") { (value, _) throws(Failure) in
      if value.isUndefined { return .stream([]) }
      guard let pairs = value.pairs else { throw Failure("\(value.kind) has no keys") }
      return .stream(pairs.map { .tuple([$0.key, $0.value]) })
    },
  ]

  static func elements(_ value: Value) throws(Failure) -> [Value] {
    guard let elements = value.elements else { throw Failure("\(value.kind) has no elements") }
    return elements
  }

  /// The value of an attribute; dots lead into attributes of attributes.
  static func pick(_ path: String, of value: Value) throws(Failure) -> Value {
    var value = value
    for part in path.split(separator: ".") {
      switch value {
      case .text, .safe:
        guard let index = Int(part) else { return .undefined }
        value = try Slicing.element(.int(index), of: value)
      case .list(let values), .tuple(let values):
        guard let index = Int(part) else { return .undefined }
        value = values.indices.contains(index) ? values[index] : .undefined
      case .record(let record):
        if record.shape.isTuple, let index = Int(part) {
          value = record.values.indices.contains(index) ? record.values[index] : .undefined
          continue
        }
        guard let found = record[Symbol(String(part))] else {
          if record.shape.isClosed {
            throw Failure(
              "\(record.shape.name) has no attribute `\(part)`",
              help: .suggestion(record.shape.fields.map(\.name).nearest(to: String(part))))
          }
          return .undefined
        }
        value = found
      case .map(let map): value = map.map[String(part)] ?? Int(part).flatMap { map.map[.int($0)] } ?? .undefined
      case .namespace(let space): value = space.fields[String(part)] ?? .undefined
      default: return .undefined
      }
    }
    return value
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
