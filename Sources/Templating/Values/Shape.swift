import Synchronization
import Text

/// The fields that records of one kind have, by name: the declared part of a context.
///
/// A class, because records and compiled templates refer to one shape by identity. Unchecked, because the memory of its
/// symbols is written before anyone else sees it.
public final class Shape: @unchecked Sendable {
  /// What a field may hold, as far as templates are checked.
  public indirect enum FieldType: Sendable {
    /// Text, a number, a truth value or a date.
    case scalar
    /// A record of a shape.
    case record(Shape)
    /// A list of values of a type.
    case list(FieldType)
    /// Anything; nothing below it is checked.
    case any
  }

  /// A field with its documentation.
  public struct Field: Sendable {
    /// The name.
    public let name: String
    /// What it holds.
    public let type: FieldType
    /// What it means, in half a sentence.
    public let summary: String

    /// A documented field.
    public init(_ name: String, _ type: FieldType, _ summary: String) {
      self.name = name
      self.type = type
      self.summary = summary
    }
  }

  /// What records of this shape are called in messages and in the documentation.
  public let name: String
  /// The fields in the order of a record's values.
  public let fields: [Field]
  /// Whether a template that asks for another field is wrong; JSON objects are open instead.
  public let isClosed: Bool
  /// Whether a record can be taken apart into its values, as a tuple can.
  let isTuple: Bool
  /// The fields' symbols, in memory of their own: looking along them is what templates do most.
  private let symbols: UnsafeMutablePointer<Int32>
  /// The names of the fields as values, for loops that go through a record.
  let names: [Value]
  private let slots: [Int32: Int]
  /// What tells the shape from others: records of one name may differ in what they have, as objects of JSON do.
  let identity: Fingerprint

  /// A shape from its fields.
  public convenience init(_ name: String, isClosed: Bool = true, _ fields: [Field]) {
    self.init(name, isClosed: isClosed, isTuple: false, fields)
  }

  init(_ name: String, isClosed: Bool = true, isTuple: Bool, _ fields: [Field]) {
    self.name = name
    self.isTuple = isTuple
    self.fields = fields
    self.isClosed = isClosed
    let ids = fields.map { Symbol($0.name).id }
    symbols = .allocate(capacity: max(1, ids.count))
    symbols.initialize(from: ids, count: ids.count)
    names = fields.map { Value($0.name) }
    identity = Fingerprint(of: Bytes((name + fields.map { "\n" + $0.name }.joined()).utf8))
    slots = Dictionary(zip(ids, ids.indices), uniquingKeysWith: { first, _ in first })
  }

  deinit { symbols.deallocate() }

  /// The place of a field among a record's values.
  @inline(__always)
  func slot(of symbol: Symbol) -> Int? {
    // Shapes are small: looking along a few integers beats hashing one.
    let count = names.count
    if count > 16 { return slots[symbol.id] }
    var place = 0
    while place < count {
      if symbols[place] == symbol.id { return place }
      place += 1
    }
    return nil
  }

  /// The type of a field.
  func type(of symbol: Symbol) -> FieldType? { slot(of: symbol).map { fields[$0].type } }
}

/// A value with the fields of its shape. A class, so that many pages share one without copying.
///
/// Unchecked, because the memory of its fields is written before anyone else sees it, and emptied at its end.
public final class Record: @unchecked Sendable {
  /// Which fields there are.
  public let shape: Shape
  /// A value for each field, in the shape's order.
  let fields: UnsafeMutablePointer<Value>
  /// The fingerprint's halves, once somebody asked: records are shared, and lists of them are compared often.
  private let high = Atomic<UInt64>(0)
  private let low = Atomic<UInt64>(0)

  /// A record; the number of values must be the number of fields.
  public init(_ shape: Shape, _ values: [Value]) {
    precondition(values.count == shape.fields.count, "a \(shape.name) has \(shape.fields.count) fields")
    self.shape = shape
    fields = .allocate(capacity: max(1, values.count))
    fields.initialize(from: values, count: values.count)
  }

  deinit {
    let held = values
    fields.deinitialize(count: held.count)
    fields.deallocate()
    Release.later(consume held)
  }

  /// What tells the record from others.
  func fingerprint(depth: Int) -> Fingerprint {
    let known = high.load(ordering: .acquiring)
    if known != 0 { return Fingerprint(high: known, low: low.load(ordering: .relaxed)) }
    var writer = BinaryWriter()
    writer.put(shape.identity)
    for place in 0..<shape.names.count { fields[place].write(to: &writer, depth: depth + 1) }
    let fingerprint = Fingerprint(of: writer.bytes)
    low.store(fingerprint.words.low, ordering: .relaxed)
    high.store(fingerprint.words.high, ordering: .releasing)
    return fingerprint
  }

  /// A value for each field, in the shape's order.
  public var values: [Value] { Array(UnsafeBufferPointer(start: fields, count: shape.fields.count)) }

  @inline(__always)
  subscript(symbol: Symbol) -> Value? { shape.slot(of: symbol).map { fields[$0] } }
}
