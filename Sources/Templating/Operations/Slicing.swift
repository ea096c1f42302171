import Text

/// Slices as Python takes them: negative positions count from the end, out of range is cut.
enum Slicing {
  static func slice(_ value: Value, from: Value, to: Value, step: Value) throws(Failure) -> Value {
    switch value {
    case .list(let list): return .mutableList(try pick(list.values, from, to, step))
    case .tuple(let list): return .tuple(try pick(list.values, from, to, step))
    case .text(let bytes): return .text(try pick(bytes, from, to, step))
    case .safe(let bytes): return .safe(try pick(bytes, from, to, step))
    case .undefined: return .undefined
    default: throw Failure("\(value.kind) can't be sliced")
    }
  }

  /// The code point at a position of a text.
  static func element(_ index: Value, of value: Value) throws(Failure) -> Value {
    guard let bytes = value.bytes, let index = index.integer else { return .undefined }
    let scalars = Array(bytes.string.unicodeScalars)
    let position = index < 0 ? scalars.count + index : index
    return scalars.indices.contains(position) ? Value(String(scalars[position])) : .undefined
  }

  private static func pick(_ bytes: Bytes, _ from: Value, _ to: Value, _ step: Value) throws(Failure) -> Bytes {
    let scalars = try pick(Array(bytes.string.unicodeScalars), from, to, step)
    return Bytes(String(String.UnicodeScalarView(scalars)).utf8)
  }

  private static func pick<Element>(
    _ values: [Element], _ from: Value, _ to: Value, _ step: Value
  ) throws(Failure) -> [Element] {
    let step = try number(step) ?? 1
    guard step != 0 else { throw Failure("the step of a slice can't be zero") }
    func bound(_ index: Int?, else standard: Int, _ lowest: Int, _ highest: Int) -> Int {
      guard let index else { return standard }
      let fromStart = index < 0 ? max(index, -values.count - 1) + values.count : index
      return min(max(fromStart, lowest), highest)
    }
    let (start, end) = (try number(from), try number(to))
    let positions =
      step > 0
      ? stride(
        from: bound(start, else: 0, 0, values.count), to: bound(end, else: values.count, 0, values.count), by: step)
      : stride(
        from: bound(start, else: values.count - 1, -1, values.count - 1),
        to: bound(end, else: -1, -1, values.count - 1),
        by: step)
    return positions.map { values[$0] }
  }

  private static func number(_ value: Value) throws(Failure) -> Int? {
    if case .none = value { return nil }
    guard let number = value.integer else {
      throw Failure("a place in a slice must be a whole number, not \(value.kind)")
    }
    return number
  }
}
