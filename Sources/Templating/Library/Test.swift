/// Asks something of a value: `{% if value is name %}`.
public struct Test: Sendable {
  /// The name in templates.
  public let name: String
  /// Other names for it.
  public let aliases: [String]
  /// What it can be given.
  public let parameters: [Parameter]
  /// What it asks, for the documentation.
  public let summary: String
  /// A template that uses it and what that prints, for the documentation.
  public private(set) var example: Example?
  /// Whether it asks for `none` and nothing else, which the machine can do by itself.
  private(set) var isNoneTest = false
  let holds: @Sendable (Value, Input) throws(Failure) -> Bool

  /// A test of one's own.
  public init(
    _ name: String, aliases: [String] = [], taking parameters: [Parameter] = [], _ summary: String,
    holds: @escaping @Sendable (Value, Input) throws(Failure) -> Bool
  ) {
    self.name = name
    self.aliases = aliases
    self.parameters = parameters
    self.summary = summary
    self.holds = holds
  }

  /// The test for `none`.
  static let none: Test = {
    var test = Test("none", "The value is `none`.") { (value, _) throws(Failure) in
      if case .none = value { true } else { false }
    }
    test.isNoneTest = true
    return test
  }()

  /// The same test with an example for the documentation, which is tested.
  public func example(_ template: String, prints output: String) -> Test {
    var test = self
    test.example = Example(template, output)
    return test
  }
}
