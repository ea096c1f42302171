import Coding
import Text

/// Keys with values in the order in which the keys came.
public struct ValueMap: Sendable {
  /// The keys in order.
  public private(set) var keys: [Value] = []
  private(set) var values: [Value] = []
  /// The index of each key, in maps that are too large to look through.
  private var indices: [MapKey: Int] = [:]

  private static let small = 8

  /// About how many bytes a key with its value needs.
  static let memberSize = 96

  /// No keys.
  public init() {}

  /// A map of pairs; what can't be a key is left out.
  init(_ pairs: [(key: Value, value: Value)]) {
    self.init()
    for (key, value) in pairs { self[key] = value }
  }

  /// The value of a key; what can't be a key has none.
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
  static func isHashable(_ key: Value) -> Bool { key.mapKey != nil }

  private mutating func append(_ key: Value, _ value: Value) {
    guard let hashed = key.mapKey else { return }
    keys.append(key)
    values.append(value)
    if keys.count == ValueMap.small + 1 {
      index()
    } else if keys.count > ValueMap.small {
      indices[hashed] = keys.count - 1
    }
  }

  private mutating func index() {
    indices = [:]
    for (index, key) in keys.enumerated() { if let hashed = key.mapKey { indices[hashed] = index } }
  }

  private mutating func remove(at index: Int) {
    let key = keys.remove(at: index)
    values.remove(at: index)
    if keys.count > ValueMap.small {
      // The last key is what is taken out most: the others keep their places then.
      if index < keys.count { self.index() } else if let hashed = key.mapKey { indices[hashed] = nil }
    } else {
      indices = [:]
    }
  }

  private func index(of key: Value) -> Int? {
    if let text = key.bytes { return index(ofText: text) }
    guard let hashed = key.mapKey else { return nil }
    return keys.count > ValueMap.small ? indices[hashed] : keys.firstIndex { $0.mapKey == hashed }
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
