import Synchronization
import Text

/// A value with the fields of its shape. A class, so that many pages share one without copying.
///
/// Unchecked, because its fields are written before anyone else sees them, and emptied at its end.
public final class Record: @unchecked Sendable {
  /// Which fields there are.
  public let shape: Shape
  private let table: FieldTable
  private var held: [Value]
  /// A value for each field, in the shape's order: the memory of `held`, which stays where it is as long as nobody changes
  /// the array.
  let fields: UnsafeMutablePointer<Value>
  /// The fingerprint's halves, once somebody asked: records are shared, and lists of them are compared often.
  private let high = Atomic<UInt64>(0)
  private let low = Atomic<UInt64>(0)
  /// The digest of each field, as far as somebody asked; for records that all pages read.
  private let digests: UnsafeMutablePointer<Atomic<UInt64>>?
  private let lazy: LazyText?
  /// The index of the field that is fetched when somebody reads it; -1 where there is none.
  let lazyIndex: Int

  /// A record; the number of values must be the number of fields.
  ///
  /// - Parameters:
  ///   - lazy: The text of one field, which may have any value among the others.
  ///   - keepsDigests: Whether all pages read the record, so that it pays to keep the digests of its fields.
  public init(
    _ shape: Shape, _ values: consuming [Value], lazy: (field: Symbol, text: LazyText)? = nil,
    keepsDigests: Bool = false
  ) {
    precondition(values.count == shape.names.count, "a \(shape.name) has \(shape.names.count) fields")
    self.shape = shape
    table = shape.table
    self.lazy = lazy?.text
    lazyIndex = lazy.flatMap { shape.index(of: $0.field) } ?? -1
    let digests = keepsDigests ? UnsafeMutablePointer<Atomic<UInt64>>.allocate(capacity: values.count) : nil
    if let digests { for index in 0..<values.count { (digests + index).initialize(to: Atomic(0)) } }
    self.digests = digests
    held = values
    // Also an array without elements has memory.
    guard let memory = held.withUnsafeBufferPointer({ $0.baseAddress }) else { preconditionFailure() }
    fields = UnsafeMutablePointer(mutating: memory)
  }

  deinit {
    digests?.deallocate()
    let last = held
    held = []
    Value.release(consume last)
  }

  /// Writes the record's fingerprint.
  func encode(to writer: inout BinaryWriter, depth: Int) {
    let known = high.load(ordering: .acquiring)
    if known != 0 { return writer.put(Fingerprint(high: known, low: low.load(ordering: .relaxed))) }
    let start = writer.count
    writer.put(shape.identity)
    for index in 0..<shape.names.count { encode(index, to: &writer, depth: depth + 1) }
    let fingerprint = writer.takeFingerprint(from: start)
    low.store(fingerprint.words.low, ordering: .relaxed)
    high.store(fingerprint.words.high, ordering: .releasing)
    writer.put(fingerprint)
  }

  /// A digest of a field; no text is fetched for it.
  ///
  /// - Parameter writer: Memory to work with; what is in it is overwritten.
  func digest(of field: Symbol, using writer: inout BinaryWriter) -> UInt64 {
    let known = digests.flatMap { digests in shape.index(of: field).map { digests + $0 } }
    if let digest = known?.pointee.load(ordering: .relaxed), digest != 0 { return digest }
    writer.clear()
    encode(field, to: &writer)
    let digest = writer.fingerprint.words.low
    known?.pointee.store(digest, ordering: .relaxed)
    return digest
  }

  private func encode(_ field: Symbol, to writer: inout BinaryWriter) {
    if let index = shape.index(of: field) {
      encode(index, to: &writer, depth: 0)
    } else {
      Value.undefined.encode(to: &writer)
    }
  }

  private func encode(_ index: Int, to writer: inout BinaryWriter, depth: Int) {
    if index == lazyIndex, let lazy {
      writer.put(lazy.token)
    } else {
      Value.encode(fields + index, to: &writer, depth: depth)
    }
  }

  /// Where the value of a field lies; `nil` where there is none, or where it is fetched when somebody reads it.
  @inline(__always)
  func field(_ symbol: Symbol) -> UnsafeMutablePointer<Value>? {
    guard let index = table[symbol], index != lazyIndex else { return nil }
    return fields + index
  }

  /// A value for each field, in the shape's order.
  public var values: [Value] {
    var values = held
    if let lazy { values[lazyIndex] = Value(fetching: lazy) }
    return values
  }

  @inline(__always)
  subscript(symbol: Symbol) -> Value? {
    guard let index = table[symbol] else { return nil }
    if index == lazyIndex, let lazy { return Value(fetching: lazy) }
    return fields[index]
  }
}

extension Value {
  fileprivate init(fetching text: LazyText) {
    let bytes = text.fetch()
    self = text.isMarkup ? .safe(bytes) : .text(bytes)
  }

  /// Where a field of the record lies that a place in memory holds; `nil` where it holds anything else, and for fields that
  /// have to be fetched. No reference is counted on the way.
  @inline(__always)
  static func field(_ name: Symbol, of value: UnsafePointer<Value>) -> UnsafeMutablePointer<Value>? {
    if case .record(let record) = value.pointee { return record.field(name) }
    return nil
  }
}
