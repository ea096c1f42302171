/// A parameter of a filter, test or function.
public struct Parameter: Sendable {
  /// The name by which it can be given.
  public let name: String
  /// The value it has when it is not given; one without must be given.
  public let defaultValue: Value?

  /// A parameter that must be given.
  public init(_ name: String) {
    self.name = name
    defaultValue = nil
  }

  /// A parameter that may be left out.
  public init(_ name: String, default defaultValue: Value) {
    self.name = name
    self.defaultValue = defaultValue
  }

  /// How many arguments may be given, as messages say it.
  static func atMost(_ count: Int) -> String {
    count == 0 ? "no arguments" : count == 1 ? "one argument" : "at most \(count) arguments"
  }
}
