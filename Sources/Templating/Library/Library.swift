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

  /// Nothing at all.
  public init() {}

  /// Adds filters, tests and global values, in the place of those with the same names.
  mutating func add(filters: [Filter], tests: [Test], globals: [Symbol: Value]) {
    var (allFilters, allTests) = (self.filters, self.tests)
    for filter in filters { for name in [filter.name] + filter.aliases { allFilters[name] = filter } }
    for test in tests { for name in [test.name] + test.aliases { allTests[name] = test } }
    contents = Contents(filters: allFilters, tests: allTests, globals: self.globals.merging(globals) { $1 })
  }
}
