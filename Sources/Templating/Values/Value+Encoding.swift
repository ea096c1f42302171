import Text

extension Value {
  /// Writes the value for a fingerprint: two values that print alike anywhere are written alike, and others are not.
  func encode(to writer: inout BinaryWriter) { withUnsafePointer(to: self) { Value.encode($0, to: &writer, depth: 0) } }

  /// The same for a value that lies somewhere in memory; no reference to a text is counted.
  static func encode(_ value: UnsafePointer<Value>, to writer: inout BinaryWriter, depth: Int) {
    if depth > Value.maximumDepth { return writer.put(99) }
    switch value.pointee {
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
    case .text:
      writer.put(6)
      writer.put(memory(of: value))
    case .safe:
      writer.put(7)
      writer.put(memory(of: value))
    case .list(let list):
      writer.put(8)
      encode(list, to: &writer, depth: depth + 1)
    case .tuple(let list):
      writer.put(9)
      encode(list, to: &writer, depth: depth + 1)
    case .record(let record):
      writer.put(10)
      record.encode(to: &writer, depth: depth)
    case .map(let map):
      writer.put(11)
      writer.put(map.map.count)
      for (key, value) in zip(map.map.keys, map.map.values) {
        withUnsafePointer(to: key) { encode($0, to: &writer, depth: depth + 1) }
        withUnsafePointer(to: value) { encode($0, to: &writer, depth: depth + 1) }
      }
    case .callable, .namespace: writer.put(12)
    }
  }

  private static func encode(_ list: SharedList, to writer: inout BinaryWriter, depth: Int) {
    list.values.withUnsafeBufferPointer { values in
      writer.put(values.count)
      guard let first = values.baseAddress else { return }
      for place in 0..<values.count { encode(first + place, to: &writer, depth: depth) }
    }
  }

  /// Where the bytes of a text lie, which the place in memory holds.
  @inline(__always)
  static func memory(of value: UnsafePointer<Value>) -> UnsafeBufferPointer<UInt8> {
    switch value.pointee {
    case .text(let bytes), .safe(let bytes): bytes.withUnsafeBufferPointer { $0 }
    default: UnsafeBufferPointer(start: nil, count: 0)
    }
  }
}
