import Coding
import Text

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
  /// The index of each field by its name: looking for one is what templates do most.
  let table: FieldTable
  /// The names of the fields, for loops that go through a record.
  let names: [Bytes]
  /// The indices of the fields in the order of their names, with the names as JSON writes them before a value.
  let namesInJSON: [(index: Int, name: Bytes)]
  /// A fingerprint of the name and the fields: records of one name may differ in what they have, as objects of JSON do.
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
    table = FieldTable(of: fields.map { Symbol($0.name) })
    names = fields.map { Bytes($0.name.utf8) }
    identity = Fingerprint(of: Bytes((name + fields.map { "\n" + $0.name }.joined()).utf8))
    let inOrder = names.enumerated().map { (index: $0.offset, name: $0.element) }
      .sorted { $0.name.lexicographicallyPrecedes($1.name) }
    namesInJSON = inOrder.map { index, name in
      var json = Bytes()
      json.append(jsonName: name)
      return (index, json)
    }
  }

  /// The index of a field among a record's values.
  @inline(__always)
  func index(of symbol: Symbol) -> Int? { table[symbol] }

  /// The type of a field.
  func type(of symbol: Symbol) -> FieldType? { index(of: symbol).map { fields[$0].type } }
}

extension Array where Element == UInt8 {
  /// Appends the name of a member of an object.
  mutating func append(jsonName name: Bytes) {
    append(jsonString: name, isASCII: true)
    append(contentsOf: ": ".utf8)
  }
}
