/// The variables that templates may read, declared once: the compiler checks names against them, and the documentation
/// lists them.
public struct ContextSchema: Sendable {
  /// The variables with what they hold.
  public let variables: [Shape.Field]
  private let types: [Symbol: Shape.FieldType]

  /// A schema from its variables.
  public init(_ variables: [Shape.Field]) {
    self.variables = variables
    types = Dictionary(variables.map { (Symbol($0.name), $0.type) }, uniquingKeysWith: { first, _ in first })
  }

  func type(of name: Symbol) -> Shape.FieldType? { types[name] }

  var names: [String] { variables.map(\.name) }
}
