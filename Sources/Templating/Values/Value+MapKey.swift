import Coding

extension Value {
  /// Tuples that hold more than this, or a text as long, are no keys: a tuple could hold another twice, and so on.
  private static let mostKeyParts = 1_000

  /// The key of a map that the value is; `nil` for what can change.
  var mapKey: MapKey? {
    var parts = 0
    return Value.key(self, &parts)
  }

  private static func key(_ value: Value, _ parts: inout Int) -> MapKey? {
    parts += 1
    if parts > mostKeyParts { return nil }
    switch value {
    case .none: return MapKey.none
    case .undefined: return .undefined
    case .bool(let bool): return .whole(bool ? 1 : 0)
    case .int(let int): return .whole(int)
    case .double(let double): return Int(exactly: double).map { .whole($0) } ?? .number(double)
    case .big(let big): return .big(big)
    case .text(let bytes), .safe(let bytes): return .text(bytes)
    case .tuple(let list):
      var keys: [MapKey] = []
      for part in list.values {
        parts += (part.bytes?.count ?? 0) >> 6
        guard let key = key(part, &parts) else { return nil }
        keys.append(key)
      }
      return .tuple(keys)
    case .record(let record):
      if record.shape.isTuple { return key(.tuple(record.values), &parts) }
      guard record.shape.isClosed else { return nil }
      var writer = BinaryWriter()
      record.encode(to: &writer, depth: 0)
      let words = writer.fingerprint.words
      return .record(high: words.high, low: words.low)
    case .callable(let callable): return .callable(ObjectIdentifier(callable))
    case .list, .map, .namespace: return nil
    }
  }

  /// About how many steps it takes to look for the value among keys.
  var stepsAsKey: Int {
    switch self {
    case .text(let bytes), .safe(let bytes): 20 + bytes.count >> 2
    case .tuple, .big: 4_000
    default: 20
    }
  }
}
