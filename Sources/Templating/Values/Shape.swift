/// The fields that records of one kind have, by name: the declared part of a context.
///
/// A class, because records and compiled templates refer to one shape by identity.
public final class Shape: Sendable {
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
  let symbols: [Symbol]
  private let slots: [Int32: Int]

  /// A shape from its fields.
  public convenience init(_ name: String, isClosed: Bool = true, _ fields: [Field]) {
    self.init(name, isClosed: isClosed, isTuple: false, fields)
  }

  init(_ name: String, isClosed: Bool = true, isTuple: Bool, _ fields: [Field]) {
    self.name = name
    self.isTuple = isTuple
    self.fields = fields
    self.isClosed = isClosed
    symbols = fields.map { Symbol($0.name) }
    slots = Dictionary(zip(symbols.map(\.id), symbols.indices), uniquingKeysWith: { first, _ in first })
  }

  /// The place of a field among a record's values.
  @inline(__always)
  func slot(of symbol: Symbol) -> Int? {
    // Shapes are small: looking along a few integers beats hashing one.
    if symbols.count <= 12 { return symbols.firstIndex(of: symbol) }
    return slots[symbol.id]
  }

  /// The type of a field.
  func type(of symbol: Symbol) -> FieldType? { slot(of: symbol).map { fields[$0].type } }
}

/// A value with the fields of its shape. A class, so that many pages share one without copying.
public final class Record: Sendable {
  /// Which fields there are.
  public let shape: Shape
  /// A value for each field, in the shape's order.
  public let values: [Value]

  /// A record; the number of values must be the number of fields.
  public init(_ shape: Shape, _ values: [Value]) {
    precondition(values.count == shape.fields.count, "a \(shape.name) has \(shape.fields.count) fields")
    self.shape = shape
    self.values = values
  }

  @inline(__always)
  subscript(symbol: Symbol) -> Value? { shape.slot(of: symbol).map { values[$0] } }
}
