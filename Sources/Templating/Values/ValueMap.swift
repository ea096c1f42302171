import Text

/// Keys with values in the order in which the keys came.
public struct ValueMap: Sendable {
  /// The keys in order.
  public private(set) var keys: [Value] = []
  private(set) var values: [Value] = []
  /// The index of each key, in maps that are too large to look through.
  private var indices: [Key: Int] = [:]

  private static let small = 8

  /// How keys are compared: numbers by value, texts by bytes, as in Python.
  private enum Key: Hashable {
    case number(Double)
    case text(Bytes)
    case other(String)

    init(_ value: Value) {
      switch value {
      case .bool(let bool): self = .number(bool ? 1 : 0)
      case .int(let int): self = .number(Double(int))
      case .double(let double): self = .number(double)
      case .text(let bytes), .safe(let bytes): self = .text(bytes)
      default: self = .other(value.printed.string)
      }
    }
  }

  /// No keys.
  public init() {}

  /// The value of a key.
  public subscript(key: Value) -> Value? {
    get { index(of: key).map { values[$0] } }
    set {
      switch (index(of: key), newValue) {
      case (let index?, let value?): values[index] = value
      case (let index?, nil): remove(at: index)
      case (nil, let value?): append(key, value)
      case (nil, nil): break
      }
    }
  }

  /// The value of a name.
  public subscript(name: String) -> Value? {
    get { self[Value(name)] }
    set { self[Value(name)] = newValue }
  }

  /// The value of a text key.
  subscript(bytes key: Bytes) -> Value? { index(ofText: key).map { values[$0] } }

  /// Whether there is no key.
  public var isEmpty: Bool { keys.isEmpty }

  /// How many keys there are.
  public var count: Int { keys.count }

  /// Each key with its value.
  public var pairs: [(key: Value, value: Value)] { zip(keys, values).map { ($0, $1) } }

  /// Whether a value can be a key: what can change can't.
  static func isHashable(_ key: Value) -> Bool {
    switch key {
    case .list, .map, .namespace: false
    case .tuple(let parts): parts.allSatisfy(isHashable)
    default: true
    }
  }

  private mutating func append(_ key: Value, _ value: Value) {
    keys.append(key)
    values.append(value)
    if keys.count == ValueMap.small + 1 {
      for (index, key) in keys.enumerated() { indices[Key(key)] = index }
    } else if keys.count > ValueMap.small {
      indices[Key(key)] = keys.count - 1
    }
  }

  private mutating func remove(at index: Int) {
    keys.remove(at: index)
    values.remove(at: index)
    indices = [:]
    guard keys.count > ValueMap.small else { return }
    for (index, key) in keys.enumerated() { indices[Key(key)] = index }
  }

  private func index(of key: Value) -> Int? {
    if let text = key.bytes { return index(ofText: text) }
    if keys.count > ValueMap.small { return indices[Key(key)] }
    return keys.firstIndex { $0.equals(key) }
  }

  private func index(ofText key: Bytes) -> Int? {
    if keys.count > ValueMap.small { return indices[.text(key)] }
    for index in keys.indices {
      switch keys[index] {
      case .text(let bytes), .safe(let bytes): if bytes == key { return index }
      default: break
      }
    }
    return nil
  }
}
