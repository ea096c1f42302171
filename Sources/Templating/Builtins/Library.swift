/// The filters, tests and functions that templates of one set can use.
public struct Library: Sendable {
  /// Filters by name, other names among them.
  public private(set) var filters: [String: Filter] = [:]
  /// Tests by name.
  public private(set) var tests: [String: Test] = [:]
  /// Functions and values that every template sees.
  public private(set) var globals: [Symbol: Value] = [:]

  /// What the language itself has.
  public static let standard: Library = {
    var library = Library()
    let groups = [
      Filter.ofText, Filter.ofMarkup, Filter.ofSequences, Filter.ofSelection, Filter.ofNumbers, Filter.ofPrinting,
    ]
    for filter in groups.joined() { library.add(filter) }
    for test in Test.standard { library.add(test) }
    for function in Function.standard { library.add(function) }
    return library
  }()

  /// Adds a filter, in the place of one with the same name.
  public mutating func add(_ filter: Filter) {
    for name in [filter.name] + filter.otherNames { filters[name] = filter }
  }

  /// Adds a test.
  public mutating func add(_ test: Test) {
    for name in [test.name] + test.otherNames { tests[name] = test }
  }

  /// Adds a function.
  public mutating func add(_ function: Function) {
    globals[Symbol(function.name)] = .callable(Callable(.function(function)))
  }
}

/// A parameter of a filter, test or function.
public struct Parameter: Sendable {
  /// The name by which it can be given.
  public let name: String
  /// The value it has when it is not given; one without must be given.
  public let standard: Value?

  /// A parameter that must be given.
  public init(_ name: String) {
    self.name = name
    standard = nil
  }

  /// A parameter that may be left out.
  public init(_ name: String, standard: Value) {
    self.name = name
    self.standard = standard
  }
}

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

  /// The value of the parameter at a place.
  public subscript(index: Int) -> Value { index < values.count ? values[index] : .undefined }

  /// The value of an argument that was given by name.
  func named(_ name: String) -> Value? { named.first { $0.name == Symbol(name) }?.value }
}

/// Changes a value: `{{ value | name(arguments) }}`.
public struct Filter: Sendable {
  /// What is known of the result's type, for checking attributes.
  enum Result { case any, same, element }

  /// The name in templates.
  public let name: String
  /// Other names for it.
  public let otherNames: [String]
  /// What it can be given.
  public let parameters: [Parameter]
  /// Whether it takes any arguments.
  public let isVariadic: Bool
  /// What it does, for the documentation.
  public let summary: String
  private let resultKind: Result
  let apply: @Sendable (Value, Input) throws(Failure) -> Value

  /// A filter of one's own.
  public init(
    _ name: String, taking parameters: [Parameter] = [], _ summary: String,
    apply: @escaping @Sendable (Value, Input) throws(Failure) -> Value
  ) {
    self.init(name, also: [], taking: parameters, summary, apply: apply)
  }

  init(
    _ name: String, also otherNames: [String] = [], taking parameters: [Parameter] = [], isVariadic: Bool = false,
    result: Result = .any, _ summary: String, apply: @escaping @Sendable (Value, Input) throws(Failure) -> Value
  ) {
    self.name = name
    self.otherNames = otherNames
    self.parameters = parameters
    self.isVariadic = isVariadic
    self.summary = summary
    resultKind = result
    self.apply = apply
  }

  func result(_ type: Shape.FieldType) -> Shape.FieldType {
    switch resultKind {
    case .any: return .any
    case .same: return type
    case .element:
      if case .list(let element) = type { return element }
      return .any
    }
  }
}

/// Asks something of a value: `{% if value is name %}`.
public struct Test: Sendable {
  /// The name in templates.
  public let name: String
  /// Other names for it.
  public let otherNames: [String]
  /// What it can be given.
  public let parameters: [Parameter]
  /// What it asks, for the documentation.
  public let summary: String
  let holds: @Sendable (Value, Input) throws(Failure) -> Bool

  /// A test of one's own.
  public init(
    _ name: String, also otherNames: [String] = [], taking parameters: [Parameter] = [], _ summary: String,
    holds: @escaping @Sendable (Value, Input) throws(Failure) -> Bool
  ) {
    self.name = name
    self.otherNames = otherNames
    self.parameters = parameters
    self.summary = summary
    self.holds = holds
  }
}

/// Makes a value: `{{ name(arguments) }}`.
public struct Function: Sendable {
  /// The name in templates.
  public let name: String
  /// What it makes, for the documentation.
  public let summary: String
  let call: @Sendable (Input) throws(Failure) -> Value

  /// A function of one's own.
  public init(_ name: String, _ summary: String, call: @escaping @Sendable (Input) throws(Failure) -> Value) {
    self.name = name
    self.summary = summary
    self.call = call
  }
}
