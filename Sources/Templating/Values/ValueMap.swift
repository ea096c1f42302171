import Text

/// Keys with values in the order in which the keys came.
public struct ValueMap: Sendable {
  /// The keys in order.
  public private(set) var keys: [Value] = []
  private var values: [Value] = []
  private var places: [Key: Int] = [:]

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
    get { places[Key(key)].map { values[$0] } }
    set {
      guard let newValue else { return }
      if let place = places[Key(key)] {
        values[place] = newValue
      } else {
        places[Key(key)] = keys.count
        keys.append(key)
        values.append(newValue)
      }
    }
  }

  /// The value of a name.
  public subscript(name: String) -> Value? {
    get { self[Value(name)] }
    set { self[Value(name)] = newValue }
  }

  /// Whether there is no key.
  public var isEmpty: Bool { keys.isEmpty }

  /// Each key with its value.
  public var pairs: [(key: Value, value: Value)] { Array(zip(keys, values)).map { ($0, $1) } }
}
