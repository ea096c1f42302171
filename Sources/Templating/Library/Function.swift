/// Makes a value: `{{ name(arguments) }}`.
public struct Function: Sendable {
  /// The name in templates.
  public let name: String
  /// What it makes, for the documentation.
  public let summary: String
  /// A template that uses it and what that prints, for the documentation.
  public private(set) var example: Example?
  /// Whether what it gives is counted when it is there.
  let isCounted: Bool
  let call: @Sendable (Input) throws(Failure) -> Value

  /// A function of one's own.
  public init(_ name: String, _ summary: String, call: @escaping @Sendable (Input) throws(Failure) -> Value) {
    self.init(name, isCounted: true, summary, call: call)
  }

  init(
    _ name: String, isCounted: Bool, _ summary: String, call: @escaping @Sendable (Input) throws(Failure) -> Value
  ) {
    self.name = name
    self.isCounted = isCounted
    self.summary = summary
    self.call = call
  }

  /// The same function with an example for the documentation, which is tested.
  public func example(_ template: String, prints output: String) -> Function {
    var function = self
    function.example = Example(template, output)
    return function
  }
}
