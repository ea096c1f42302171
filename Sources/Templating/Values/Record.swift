import Synchronization
import Coding
import Text

/// A value with the fields of its shape. A class, so that many pages share one without copying.
///
/// The fields lie in memory of the record's own, so that one of them can be looked at without counting a reference to an
/// array. Safe to use, because only `field(_:)` hands out an address, and is marked. Unchecked, because the fields are
/// written before anyone else sees them, and moved out at the record's end.
@safe
public final class Record: @unchecked Sendable {
  /// Which fields there are.
  public let shape: Shape
  private let table: FieldTable
  /// A value for each field, in the shape's order.
  private let fields: UnsafeMutablePointer<Value>
  /// The fingerprint's halves, once somebody asked: records are shared, and lists of them are compared often.
  private let high = Atomic<UInt64>(0)
  private let low = Atomic<UInt64>(0)
  private let digests: DigestCache?
  private let lazy: LazyText?
  /// The index of the field that is fetched when somebody reads it; -1 where there is none.
  private let lazyIndex: Int

  /// A record; the number of values must be the number of fields.
  ///
  /// - Parameters:
  ///   - lazy: The text of one field, which may have any value among the others.
  ///   - keepsDigests: Whether all pages read the record, so that it pays to keep the digests of its fields.
  public init(
    _ shape: Shape, _ values: consuming [Value], lazy: (field: Symbol, text: LazyText)? = nil,
    keepsDigests: Bool = false
  ) {
    let count = shape.fields.count
    precondition(values.count == count, "a \(shape.name) has \(count) fields")
    self.shape = shape
    table = shape.table
    self.lazy = lazy?.text
    lazyIndex = lazy.flatMap { shape.index(of: $0.field) } ?? -1
    digests = keepsDigests ? DigestCache(count: count) : nil
    let fields = UnsafeMutablePointer<Value>.allocate(capacity: max(1, count))
    // Moved rather than copied: what is left in the array counts no references.
    unsafe values.withUnsafeMutableBufferPointer { values in
      guard let first = values.baseAddress else { return }
      unsafe fields.moveInitialize(from: first, count: count)
      unsafe first.initialize(repeating: .none, count: count)
    }
    unsafe self.fields = fields
  }

  deinit { unsafe Value.release(UnsafeMutableBufferPointer(start: fields, count: shape.fields.count)) }

  /// Writes the record's fingerprint.
  func encode(to writer: inout BinaryWriter, depth: Int) {
    let known = high.load(ordering: .acquiring)
    if known != 0 { return writer.put(Fingerprint(high: known, low: low.load(ordering: .relaxed))) }
    let start = writer.count
    writer.put(shape.identity)
    for index in 0..<shape.fields.count { encode(index, to: &writer, depth: depth + 1) }
    let fingerprint = writer.takeFingerprint(from: start)
    low.store(fingerprint.words.low, ordering: .relaxed)
    high.store(fingerprint.words.high, ordering: .releasing)
    writer.put(fingerprint)
  }

  /// A digest of a field; no text is fetched for it.
  ///
  /// - Parameter writer: Memory to work with; what is in it is overwritten.
  func digest(of field: Symbol, using writer: inout BinaryWriter) -> UInt64 {
    let index = digests == nil ? nil : table[field]
    if let index, let digest = digests?[index] { return digest }
    writer.clear()
    encode(field, to: &writer)
    let digest = writer.fingerprint.words.low
    if let index { digests?.set(digest, at: index) }
    return digest
  }

  private func encode(_ field: Symbol, to writer: inout BinaryWriter) {
    if let index = table[field] {
      encode(index, to: &writer, depth: 0)
    } else {
      Value.undefined.encode(to: &writer)
    }
  }

  private func encode(_ index: Int, to writer: inout BinaryWriter, depth: Int) {
    if index == lazyIndex, let lazy {
      writer.put(lazy.token)
    } else {
      unsafe Value.lend(at: fields + index) { $0.encode(to: &writer, depth: depth) }
    }
  }

  /// The address of a field's value, valid as long as the record is held; `nil` where there is none, or where it is fetched
  /// when somebody reads it.
  @unsafe @inline(__always)
  func field(_ symbol: Symbol) -> UnsafePointer<Value>? {
    guard let index = table[symbol], index != lazyIndex else { return nil }
    return unsafe UnsafePointer(fields + index)
  }

  /// The value of the field at an index.
  @inline(__always)
  func value(at index: Int) -> Value {
    if index == lazyIndex, let lazy { return Value(fetching: lazy) }
    precondition(index < shape.fields.count)
    return unsafe fields[index]
  }

  /// A value for each field, in the shape's order.
  public var values: [Value] { shape.fields.indices.map { value(at: $0) } }

  @inline(__always)
  subscript(symbol: Symbol) -> Value? { table[symbol].map { value(at: $0) } }
}

extension Value {
  /// A text, fetched now.
  init(fetching text: LazyText) {
    let bytes = text.fetch()
    self = text.isMarkup ? .safe(bytes) : .text(bytes)
  }

  /// The address of a field of the record at an address, valid as long as the record is held; `nil` where anything else is
  /// there, and for a field that is fetched when somebody reads it. No reference is counted on the way.
  @unsafe @inline(__always)
  static func field(_ name: Symbol, of value: UnsafePointer<Value>) -> UnsafePointer<Value>? {
    if case .record(let record) = unsafe value.pointee { return unsafe record.field(name) }
    return nil
  }
}
