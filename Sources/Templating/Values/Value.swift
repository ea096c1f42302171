import Text

/// What templates compute with.
///
/// Text is UTF-8 and counted in code points. Safe text is its own kind: it is printed as it is where other text is
/// escaped, and only filters that know what they do make it. A value is nine bytes, whatever it holds.
public enum Value: Sendable {
  /// A name or attribute that nothing gave a value; it prints nothing and is false.
  case undefined
  /// Python's `None`.
  case none
  /// `true` or `false`.
  case bool(Bool)
  /// A whole number.
  case int(Int)
  /// A number with a fraction.
  case double(Double)
  /// A whole number beyond 64 bits.
  case big(BigInteger)
  /// Text that is escaped where it is printed.
  case text(Bytes)
  /// Text that is markup already.
  case safe(Bytes)
  /// Values in order.
  case list(SharedList)
  /// Values in order that never change, written in round brackets.
  case tuple(SharedList)
  /// Fields of a known shape.
  case record(Record)
  /// Keys with values, in the order in which they were put in.
  case map(SharedMap)
  /// Something that can be called: a macro, a function, a method with its value.
  case callable(Callable)
  /// A map whose members templates can set across scopes, and read as attributes.
  case namespace(SharedMap)

  /// Text.
  public init(_ text: String) { self = .text(Bytes(text.utf8)) }

  /// Text, or `none`.
  public init(_ text: String?) { self = text.map { Value($0) } ?? .none }

  /// Whether a condition holds: empty and zero values do not.
  public var isTrue: Bool { unsafe withUnsafePointer(to: self) { unsafe Value.isTrue(at: $0) } }

  /// The same of the value at an address, for which no reference need be counted.
  @unsafe @inline(__always)
  static func isTrue(at value: UnsafePointer<Value>) -> Bool {
    switch unsafe value.pointee {
    case .undefined, .none: false
    case .bool(let value): value
    case .int(let value): value != 0
    case .double(let value): value != 0
    case .text(let bytes), .safe(let bytes): !bytes.isEmpty
    case .list(let values), .tuple(let values): !values.isEmpty
    case .map(let map): !map.map.isEmpty
    case .record(let record): !record.shape.fields.isEmpty
    case .big, .callable, .namespace: true
    }
  }

  /// Whether nothing gave it a value.
  public var isUndefined: Bool {
    if case .undefined = self { true } else { false }
  }

  /// Whether it is markup.
  var isSafe: Bool {
    if case .safe = self { true } else { false }
  }

  /// The bytes of text of either kind.
  public var bytes: Bytes? {
    switch self {
    case .text(let bytes), .safe(let bytes): bytes
    default: nil
    }
  }

  /// The elements, where the value can be gone through: a map gives its keys, a text its code points.
  func elements(within allowance: Allowance) throws(Failure) -> [Value]? {
    switch self {
    case .list(let list), .tuple(let list): return list.values
    case .map(let map): return map.map.keys
    case .record(let record): return record.shape.isTuple ? record.values : record.shape.names.map { .text($0) }
    case .text(let bytes), .safe(let bytes):
      // Each is a value, and beyond ASCII a text of its own in memory.
      try allowance.take(values: bytes.count)
      let others = bytes.count { $0 >= 0x80 }
      try allowance.take(bytes: 16 * others)
      try allowance.spend(10 * bytes.count + 30 * others)
      return bytes.string.unicodeScalars.map { Value($0) }
    case .undefined: return []
    default: return nil
    }
  }

  /// Whether the value can be gone through.
  var isIterable: Bool {
    switch self {
    case .list, .tuple, .map, .record, .text, .safe, .undefined: true
    default: false
    }
  }

  /// One character as a text; those of ASCII, which most are, share one text each.
  init(_ scalar: Unicode.Scalar) {
    self = scalar.value < 0x80 ? Value.ofASCII[Int(scalar.value)] : .text(Bytes(String(scalar).utf8))
  }

  private static let ofASCII: [Value] = (0..<0x80).map { .text([UInt8($0)]) }

  /// The value of a key or field; `undefined` where there is none.
  public subscript(name: String) -> Value {
    switch self {
    case .map(let map): map.map[name] ?? .undefined
    case .record(let record): Symbol(known: name).flatMap { record[$0] } ?? .undefined
    default: .undefined
    }
  }

  /// The variables that a map or record gives a template.
  public var variables: [Symbol: Value] {
    let named = (pairs ?? []).compactMap { pair in pair.key.bytes.map { (Symbol($0.string), pair.value) } }
    return Dictionary(named, uniquingKeysWith: { $1 })
  }

  /// The kind of value, as a message names it.
  var kind: String {
    switch self {
    case .undefined: "undefined"
    case .none: "none"
    case .bool: "a truth value"
    case .int, .double, .big: "a number"
    case .text, .safe: "text"
    case .list: "a list"
    case .tuple: "a tuple"
    case .record(let record): "a record (\(record.shape.name))"
    case .map: "a map"
    case .callable: "a function"
    case .namespace: "a namespace"
    }
  }
}
