import Text

/// Attributes that are named by a text, as filters and formats do.
struct AttributePath {
  private let parts: [(name: String, index: Int?)]

  /// Dots lead into attributes of attributes, and digits are places of elements.
  init(_ path: String) {
    // Most are one name.
    guard path.has(ascii: ".") || path.utf8.first?.isASCIIDigit != false else {
      parts = [(path, nil)]
      return
    }
    parts = path.split(separator: ".", omittingEmptySubsequences: false).map { part in
      let isIndex = !part.isEmpty && part.utf8.count < 10 && part.utf8.allSatisfy(\.isASCIIDigit)
      return (String(part), isIndex ? Int(part) : nil)
    }
  }

  private init(parts: [(name: String, index: Int?)]) { self.parts = parts }

  /// The path that an argument names: by a text, or by a place.
  ///
  /// - Returns: `nil` where the argument is none.
  init?(argument: Value) throws(Failure) {
    switch argument {
    case .none, .undefined: return nil
    case .int(let index): self.init(parts: [("\(index)", argument.extent ?? index)])
    case .text(let bytes), .safe(let bytes): self.init(bytes.string)
    default: throw Failure("an attribute is named by a text or a whole number, not by \(argument.kind)")
    }
  }

  /// Several paths with commas between them.
  static func several(_ argument: Value) throws(Failure) -> [AttributePath]? {
    guard let bytes = argument.bytes else { return try AttributePath(argument: argument).map { [$0] } }
    return bytes.string.split(separator: ",", omittingEmptySubsequences: false).map { AttributePath(String($0)) }
  }

  /// The value of the attribute; where a part of the way is undefined, `standard` stands for it.
  func value(
    of value: Value, default standard: Value? = nil, within allowance: Allowance
  ) throws(Failure) -> Value {
    var value = value
    for part in parts {
      if value.isUndefined { throw Failure("this is undefined, so there is no `\(part.name)` of it") }
      value = try AttributePath.value(part.name, part.index, of: value, allowance)
      if let standard, value.isUndefined { value = standard }
    }
    return value
  }

  private static func value(
    _ name: String, _ index: Int?, of value: Value, _ allowance: Allowance
  ) throws(Failure) -> Value {
    switch value {
    case .text, .safe:
      guard let index else { return .undefined }
      return try Slicing.element(index, of: value, within: allowance)
    case .list(let list), .tuple(let list):
      guard let index else { return .undefined }
      let position = index < 0 ? list.count + index : index
      return list.indices.contains(position) ? list[position] : .undefined
    case .record(let record):
      if record.shape.isTuple, let index {
        return record.values.indices.contains(index) ? record.values[index] : .undefined
      }
      return try record.attribute(named: name)
    case .map(let map): return (index.flatMap { map.map[.int($0)] }) ?? map.map[name] ?? .undefined
    case .namespace(let space): return space.map[name] ?? .undefined
    default: return .undefined
    }
  }
}
