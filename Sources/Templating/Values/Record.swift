import Synchronization
import Coding
import Text

/// A value with the fields of its shape. A class, so that many pages share one without copying.
///
/// Unchecked, because its fields are written before anyone else sees them, and emptied at its end.
public final class Record: @unchecked Sendable {
  /// Which fields there are.
  public let shape: Shape
  private let places: FieldPlaces
  private var held: [Value]
  /// A value for each field, in the shape's order: the memory of `held`, which stays where it is as long as nobody changes
  /// the array.
  let fields: UnsafeMutablePointer<Value>
  /// The fingerprint's halves, once somebody asked: records are shared, and lists of them are compared often.
  private let high = Atomic<UInt64>(0)
  private let low = Atomic<UInt64>(0)
  /// What tells each field from what others have in it, as far as somebody asked; for records that all pages read.
  private let words: UnsafeMutablePointer<Atomic<UInt64>>?
  private let late: LateText?
  /// The place of the field that is fetched when somebody reads it; -1 where there is none.
  let latePlace: Int

  /// A record; the number of values must be the number of fields.
  ///
  /// - Parameters:
  ///   - late: The text of one field, whose place among the values is held by anything.
  ///   - isReadByAll: Whether all pages read the record, so that it pays to remember what tells its fields from others.
  public init(
    _ shape: Shape, _ values: consuming [Value], late: (field: Symbol, text: LateText)? = nil, isReadByAll: Bool = false
  ) {
    precondition(values.count == shape.names.count, "a \(shape.name) has \(shape.names.count) fields")
    self.shape = shape
    places = shape.places
    self.late = late?.text
    latePlace = late.flatMap { shape.slot(of: $0.field) } ?? -1
    let words = isReadByAll ? UnsafeMutablePointer<Atomic<UInt64>>.allocate(capacity: values.count) : nil
    if let words { for place in 0..<values.count { (words + place).initialize(to: Atomic(0)) } }
    self.words = words
    held = values
    // Also an array without elements has memory.
    guard let memory = held.withUnsafeBufferPointer({ $0.baseAddress }) else { preconditionFailure() }
    fields = UnsafeMutablePointer(mutating: memory)
  }

  deinit {
    words?.deallocate()
    let last = held
    held = []
    Release.later(consume last)
  }

  /// Writes what tells the record from others.
  func writeFingerprint(to writer: inout BinaryWriter, depth: Int) {
    let known = high.load(ordering: .acquiring)
    if known != 0 { return writer.put(Fingerprint(high: known, low: low.load(ordering: .relaxed))) }
    let start = writer.count
    writer.put(shape.identity)
    for place in 0..<shape.names.count { write(place, to: &writer, depth: depth + 1) }
    let fingerprint = writer.takeFingerprint(from: start)
    low.store(fingerprint.words.low, ordering: .relaxed)
    high.store(fingerprint.words.high, ordering: .releasing)
    writer.put(fingerprint)
  }

  /// What tells a field from what others have in it; no text is fetched for it.
  ///
  /// - Parameter writer: Memory to work with; what is in it is lost.
  func word(of field: Symbol, using writer: inout BinaryWriter) -> UInt64 {
    let known = words.flatMap { words in shape.slot(of: field).map { words + $0 } }
    if let word = known?.pointee.load(ordering: .relaxed), word != 0 { return word }
    writer.clear()
    write(field, to: &writer)
    let word = writer.fingerprint.words.low
    known?.pointee.store(word, ordering: .relaxed)
    return word
  }

  private func write(_ field: Symbol, to writer: inout BinaryWriter) {
    if let place = shape.slot(of: field) {
      write(place, to: &writer, depth: 0)
    } else {
      Value.undefined.write(to: &writer)
    }
  }

  private func write(_ place: Int, to writer: inout BinaryWriter, depth: Int) {
    if place == latePlace, let late {
      writer.put(late.token)
    } else {
      Value.write(fields + place, to: &writer, depth: depth)
    }
  }

  /// Where the value of a field lies; `nil` where there is none, or where it is fetched when somebody reads it.
  @inline(__always)
  func field(_ symbol: Symbol) -> UnsafeMutablePointer<Value>? {
    guard let place = places[symbol], place != latePlace else { return nil }
    return fields + place
  }

  /// A value for each field, in the shape's order.
  public var values: [Value] {
    var values = held
    if let late { values[latePlace] = late.value() }
    return values
  }

  @inline(__always)
  subscript(symbol: Symbol) -> Value? {
    guard let place = places[symbol] else { return nil }
    if place == latePlace, let late { return late.value() }
    return fields[place]
  }
}

/// A text that is fetched when a template reads it: most of a page's context is looked at far more often than shown.
public struct LateText: Sendable {
  /// What tells the text from others without fetching it.
  let token: Bytes
  /// Fetches the text.
  let value: @Sendable () -> Value

  /// A text from a function that gives the same value whenever it is called.
  public init(token: Bytes, value: @escaping @Sendable () -> Value) {
    self.token = token
    self.value = value
  }
}

extension Value {
  /// Where a field of the record lies that a place in memory holds; `nil` where it holds anything else, and for fields that
  /// have to be fetched. No reference is counted on the way.
  @inline(__always)
  static func field(_ name: Symbol, of value: UnsafePointer<Value>) -> UnsafeMutablePointer<Value>? {
    if case .record(let record) = value.pointee { return record.field(name) }
    return nil
  }
}
