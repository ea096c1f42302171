/// The filters, tests and functions that templates of one set can use.
public struct Library: Sendable {
  /// Filters by name, other names among them.
  public var filters: [String: Filter] { contents.filters }
  /// Tests by name.
  public var tests: [String: Test] { contents.tests }
  /// Functions and values that every template sees.
  public var globals: [Symbol: Value] { contents.globals }

  private var contents = Contents()

  /// One reference, because every use of a filter passes the library on.
  private final class Contents: Sendable {
    let filters: [String: Filter]
    let tests: [String: Test]
    let globals: [Symbol: Value]

    init(filters: [String: Filter] = [:], tests: [String: Test] = [:], globals: [Symbol: Value] = [:]) {
      self.filters = filters
      self.tests = tests
      self.globals = globals
    }
  }

  /// What the language itself has.
  public static let standard: Library = {
    var library = Library()
    let groups = [
      Filter.ofText, Filter.ofMarkup, Filter.ofSequences, Filter.ofOrder, Filter.ofSelection, Filter.ofNumbers,
      Filter.ofPrinting, Filter.ofPublishing,
    ]
    func shown<Part>(_ part: Part, _ example: Example?, _ add: (Part, Example) -> Part) -> Part {
      example.map { add(part, $0) } ?? part
    }
    library.add(
      filters: groups.joined().map {
        shown($0, filterExamples[$0.name]) { $0.example($1.template, prints: $1.output) }
      },
      tests: Test.standard.map { shown($0, testExamples[$0.name]) { $0.example($1.template, prints: $1.output) } },
      functions: Function.standard.map {
        shown($0, functionExamples[$0.name]) { $0.example($1.template, prints: $1.output) }
      })
    return library
  }()

  /// Nothing at all.
  public init() {}

  /// Adds filters, tests and functions, in the place of those with the same names.
  public mutating func add(filters: [Filter] = [], tests: [Test] = [], functions: [Function] = []) {
    var (allFilters, allTests, globals) = (self.filters, self.tests, self.globals)
    for filter in filters { for name in [filter.name] + filter.otherNames { allFilters[name] = filter } }
    for test in tests { for name in [test.name] + test.otherNames { allTests[name] = test } }
    for function in functions { globals[Symbol(function.name)] = .callable(Callable(.function(function))) }
    contents = Contents(filters: allFilters, tests: allTests, globals: globals)
  }

  /// Adds a filter, in the place of one with the same name.
  public mutating func add(_ filter: Filter) { add(filters: [filter]) }

  /// Adds a test.
  public mutating func add(_ test: Test) { add(tests: [test]) }

  /// Adds a function.
  public mutating func add(_ function: Function) { add(functions: [function]) }
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

  /// The text of a parameter, or `nil` where it is given none.
  func text(_ index: Int) -> String? { self[index].bytes?.string }

  /// The value of an argument that was given by name.
  func named(_ name: String) -> Value? { named.first { $0.name == Symbol(name) }?.value }
}
