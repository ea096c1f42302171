/// What a filter or function gets beside the value.
public struct Input: Sendable {
  /// A value for each parameter; for variadic filters and functions, those without names.
  public let values: [Value]
  /// Arguments by name that no parameter takes.
  public let named: [(name: Symbol, value: Value)]
  /// Whether markup is escaped where the result is printed.
  public let escapes: Bool
  /// The filters and tests, for those that apply others.
  let library: Library

  /// The value of the parameter at an index.
  public subscript(index: Int) -> Value { index < values.count ? values[index] : .undefined }

  /// The text of a parameter, or `nil` where it is given none.
  func text(_ index: Int) -> String? { self[index].bytes?.string }

  /// The value of an argument that was given by name.
  func named(_ name: String) -> Value? { named.first { $0.name == Symbol(name) }?.value }
}
