import Coding
import Text

extension Value {
  /// Writes the value for a fingerprint: two values that print alike anywhere are written alike, and others are not.
  func encode(to writer: inout BinaryWriter, depth: Int = 0) {
    if depth > Value.maximumDepth { return writer.put(99) }
    switch self {
    case .undefined: writer.put(0)
    case .none: writer.put(1)
    case .bool(let value):
      writer.put(2)
      writer.put(value)
    case .int(let value):
      writer.put(3)
      writer.put(value)
    case .double(let value):
      writer.put(4)
      writer.put(Int(Int64(bitPattern: value.bitPattern)))
    case .big(let value):
      writer.put(5)
      writer.put(value.description)
    case .text(let bytes):
      writer.put(6)
      writer.put(bytes)
    case .safe(let bytes):
      writer.put(7)
      writer.put(bytes)
    case .list(let list):
      writer.put(8)
      Value.encode(list, to: &writer, depth: depth + 1)
    case .tuple(let list):
      writer.put(9)
      Value.encode(list, to: &writer, depth: depth + 1)
    case .record(let record):
      writer.put(10)
      record.encode(to: &writer, depth: depth)
    case .map(let map):
      writer.put(11)
      writer.put(map.map.count)
      for (key, value) in zip(map.map.keys, map.map.values) {
        key.encode(to: &writer, depth: depth + 1)
        value.encode(to: &writer, depth: depth + 1)
      }
    case .callable, .namespace: writer.put(12)
    }
  }

  private static func encode(_ list: SharedList, to writer: inout BinaryWriter, depth: Int) {
    unsafe list.values.withUnsafeBufferPointer { values in
      writer.put(values.count)
      guard let first = values.baseAddress else { return }
      for index in 0..<values.count {
        unsafe Value.lend(at: first + index) { $0.encode(to: &writer, depth: depth) }
      }
    }
  }
}
