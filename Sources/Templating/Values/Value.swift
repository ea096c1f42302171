import Text

/// What templates compute with.
///
/// Text is UTF-8 and counted in code points. Safe text is its own kind: it is printed as it is where other text is
/// escaped, and only filters that know what they do make it.
public enum Value: Sendable {
  /// A name or attribute that nothing gave a value; it prints nothing and is false.
  case undefined
  /// Python's `None`.
  case none
  /// `true` or `false`.
  case bool(Bool)
  /// A whole number.
  case int(Int)
  /// A number with a fraction.
  case double(Double)
  /// Text that is escaped where it is printed.
  case text(Bytes)
  /// Text that is markup already.
  case safe(Bytes)
  /// Values in order.
  case list([Value])
  /// Values in order, written in round brackets.
  case tuple([Value])
  /// Fields of a known shape.
  case record(Record)
  /// Keys with values, in the order in which they were put in.
  case map(ValueMap)
  /// Something that can be called: a macro, a function, a method with its value.
  case callable(Callable)
  /// A namespace, whose fields templates can set.
  case namespace(Namespace)

  /// Text.
  public init(_ text: String) { self = .text(Bytes(text.utf8)) }

  /// Text, or `none`.
  public init(_ text: String?) { self = text.map { Value($0) } ?? .none }

  /// Whether a condition holds: empty and zero values do not.
  public var isTrue: Bool {
    switch self {
    case .undefined, .none: false
    case .bool(let value): value
    case .int(let value): value != 0
    case .double(let value): value != 0
    case .text(let bytes), .safe(let bytes): !bytes.isEmpty
    case .list(let values), .tuple(let values): !values.isEmpty
    case .map(let map): !map.isEmpty
    case .record(let record): !record.values.isEmpty
    case .callable, .namespace: true
    }
  }

  /// Whether nothing gave it a value.
  public var isUndefined: Bool {
    if case .undefined = self { true } else { false }
  }

  /// The bytes of text of either kind.
  public var bytes: Bytes? {
    switch self {
    case .text(let bytes), .safe(let bytes): bytes
    default: nil
    }
  }

  /// The elements, where the value can be gone through: a map gives its keys, a text its code points.
  public var elements: [Value]? {
    switch self {
    case .list(let values), .tuple(let values): values
    case .map(let map): map.keys
    case .record(let record): record.shape.isTuple ? record.values : record.shape.fields.map { Value($0.name) }
    case .text(let bytes), .safe(let bytes): bytes.string.unicodeScalars.map { Value(String($0)) }
    case .undefined: []
    default: nil
    }
  }

  /// The kind of value, as a message names it.
  var kind: String {
    switch self {
    case .undefined: "undefined"
    case .none: "none"
    case .bool: "a truth value"
    case .int, .double: "a number"
    case .text, .safe: "text"
    case .list: "a list"
    case .tuple: "a tuple"
    case .record(let record): "a record (\(record.shape.name))"
    case .map: "a map"
    case .callable: "a function"
    case .namespace: "a namespace"
    }
  }
}

/// A value that can be called. A class, so that a value stays small.
public final class Callable: Sendable {
  let body: Body

  enum Body: Sendable {
    case macro(Macro)
    case function(Function)
    case joiner(Joiner)
    case cycler(Cycler)
  }

  init(_ body: Body) { self.body = body }
}

/// Fields that a template sets and reads across scopes.
///
/// Unchecked, because one rendering makes it and uses it on its one thread; it never reaches another.
public final class Namespace: @unchecked Sendable {
  var fields: ValueMap

  init(_ fields: ValueMap) { self.fields = fields }
}
