import Text

/// Keys with values in the order in which the keys came.
public struct ValueMap: Sendable {
  /// The keys in order.
  public private(set) var keys: [Value] = []
  private(set) var values: [Value] = []
  /// Where each key stands, in maps that are too large to look through.
  private var places: [Key: Int] = [:]

  private static let small = 8

  /// What tells keys apart: numbers by value, texts by bytes, as in Python.
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
    get { place(of: key).map { values[$0] } }
    set {
      switch (place(of: key), newValue) {
      case (let place?, let value?): values[place] = value
      case (let place?, nil): remove(at: place)
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
  subscript(bytes key: Bytes) -> Value? { place(ofText: key).map { values[$0] } }

  /// Whether there is no key.
  public var isEmpty: Bool { keys.isEmpty }

  /// How many keys there are.
  public var count: Int { keys.count }

  /// Each key with its value.
  public var pairs: [(key: Value, value: Value)] { zip(keys, values).map { ($0, $1) } }

  /// Whether a value can tell members apart: what can change can't.
  static func takes(_ key: Value) -> Bool {
    switch key {
    case .list, .map, .namespace: false
    case .tuple(let parts): parts.allSatisfy(takes)
    default: true
    }
  }

  private mutating func append(_ key: Value, _ value: Value) {
    keys.append(key)
    values.append(value)
    if keys.count == ValueMap.small + 1 {
      for (place, key) in keys.enumerated() { places[Key(key)] = place }
    } else if keys.count > ValueMap.small {
      places[Key(key)] = keys.count - 1
    }
  }

  private mutating func remove(at place: Int) {
    keys.remove(at: place)
    values.remove(at: place)
    places = [:]
    guard keys.count > ValueMap.small else { return }
    for (place, key) in keys.enumerated() { places[Key(key)] = place }
  }

  private func place(of key: Value) -> Int? {
    if let text = key.bytes { return place(ofText: text) }
    if keys.count > ValueMap.small { return places[Key(key)] }
    return keys.firstIndex { $0.equals(key) }
  }

  private func place(ofText key: Bytes) -> Int? {
    if keys.count > ValueMap.small { return places[.text(key)] }
    for place in keys.indices {
      switch keys[place] {
      case .text(let bytes), .safe(let bytes): if bytes == key { return place }
      default: break
      }
    }
    return nil
  }
}
