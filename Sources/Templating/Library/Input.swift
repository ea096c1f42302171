import Text

/// What a filter, test or function gets beside the value.
public struct Input: Sendable {
  /// What it is given; the same object for each use of what is written out in a template.
  let given: GivenValues
  /// What the rendering may still use: what a filter makes is taken from it before it is made.
  public let allowance: Allowance

  init(_ given: GivenValues, _ allowance: Allowance) {
    self.given = given
    self.allowance = allowance
  }

  /// A value for each parameter; for variadic filters and functions, those without names.
  public var values: [Value] { given.values }
  /// Arguments by name that no parameter takes.
  public var named: [(name: Symbol, value: Value)] { given.named }
  /// Whether markup is escaped where the result is printed.
  public var escapes: Bool { given.escapes }
  /// The filters and tests, for those that apply others.
  var library: Library { given.library }

  /// The value of the parameter at an index.
  public subscript(index: Int) -> Value { index < given.values.count ? given.values[index] : .undefined }

  /// A value as it is printed, unescaped.
  public func printed(_ value: Value) throws(Failure) -> Bytes { try value.printed(within: allowance) }

  /// The text of a parameter, or `nil` where it is given none.
  func text(_ index: Int) -> String? { self[index].bytes?.string }

  /// The value of an argument that was given by name.
  func named(_ name: String) -> Value? { given.named.first { $0.name == Symbol(name) }?.value }

  /// The value of a parameter of a method, by its place or by its name.
  func value(_ index: Int, or name: String) -> Value? { index < values.count ? values[index] : named(name) }

  /// The same rendering with other arguments.
  func with(_ values: [Value], named: [(name: Symbol, value: Value)] = []) -> Input {
    Input(GivenValues(values, named: named, escapes: escapes, library: library), allowance)
  }
}

/// The arguments of a filter, test or function. A class, because what is written out is made once, when the template is
/// compiled, and passed on with one reference.
final class GivenValues: Sendable {
  let values: [Value]
  let named: [(name: Symbol, value: Value)]
  let escapes: Bool
  let library: Library

  init(_ values: [Value], named: [(name: Symbol, value: Value)] = [], escapes: Bool, library: Library) {
    self.values = values
    self.named = named
    self.escapes = escapes
    self.library = library
  }
}
