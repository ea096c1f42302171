/// Changes a value: `{{ value | name(arguments) }}`.
public struct Filter: Sendable {
  /// What is known of the result's type, for checking attributes.
  enum Result { case any, same, element }

  /// The name in templates.
  public let name: String
  /// Other names for it.
  public let aliases: [String]
  /// What it can be given.
  public let parameters: [Parameter]
  /// Whether it takes any arguments.
  public let isVariadic: Bool
  /// What it does, for the documentation.
  public let summary: String
  /// A template that uses it and what that prints, for the documentation.
  public private(set) var example: Example?
  /// Whether it turns entities of markup into the characters they stand for.
  let decodes: Bool
  /// Whether the result depends on nothing but what the filter is given. One that is not gives the same within one set of
  /// templates.
  private(set) var isPure = true
  /// Whether what it makes was taken from the allowance before; what others make is counted when it is there.
  private(set) var countsItself = true
  private let resultKind: Result
  let apply: @Sendable (Value, Input) throws(Failure) -> Value

  /// A filter of one's own. What it makes is counted when it is made; one that makes much of little takes that from
  /// `input.allowance` first.
  ///
  /// - Parameter isPure: Whether the result depends on nothing but what the filter is given.
  public init(
    _ name: String, taking parameters: [Parameter] = [], isPure: Bool = true, _ summary: String,
    apply: @escaping @Sendable (Value, Input) throws(Failure) -> Value
  ) {
    self.init(name, aliases: [], taking: parameters, summary, apply: apply)
    self.isPure = isPure
    countsItself = false
  }

  init(
    _ name: String, aliases: [String] = [], taking parameters: [Parameter] = [], isVariadic: Bool = false,
    result: Result = .any, decodes: Bool = false, _ summary: String,
    apply: @escaping @Sendable (Value, Input) throws(Failure) -> Value
  ) {
    self.name = name
    self.aliases = aliases
    self.parameters = parameters
    self.isVariadic = isVariadic
    self.summary = summary
    resultKind = result
    self.decodes = decodes
    self.apply = apply
  }

  /// The same filter with an example for the documentation, which is tested.
  public func example(_ template: String, prints output: String) -> Filter {
    var filter = self
    filter.example = Example(template, output)
    return filter
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
