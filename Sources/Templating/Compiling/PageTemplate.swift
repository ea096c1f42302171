/// A template by its name, with the variables that it reads, each declared once.
///
/// A class, because every page that it makes refers to it.
public final class PageTemplate<Subject>: Sendable {
  /// The name of the template.
  public let name: String
  private let variables: ContextVariables<Subject>

  /// A template with its variables.
  public init(_ name: String, _ variables: [RecordType<Subject>.Field]) {
    self.name = name
    self.variables = ContextVariables(variables)
  }

  /// What a schema says of the template.
  public var declaration: ContextSchema.Page { (name, variables.declarations) }

  /// What the template reads to show a subject.
  public func context(of subject: Subject) -> [Symbol: Value] {
    var context: [Symbol: Value] = [:]
    add(subject, to: &context)
    return context
  }

  /// Adds what the template reads to show a subject to what it reads beside that.
  public func add(_ subject: Subject, to context: inout [Symbol: Value]) { variables.add(subject, to: &context) }
}

/// Variables of a context, and how they are had from a subject.
public struct ContextVariables<Subject>: Sendable {
  /// What a schema says of them.
  public let declarations: [Shape.Field]
  private let variables: [(name: Symbol, field: RecordType<Subject>.Field)]

  /// Variables in order.
  public init(_ variables: [RecordType<Subject>.Field]) {
    declarations = variables.map(\.declaration)
    // Looked up once: the table of symbols is locked while one is looked for.
    self.variables = variables.map { (Symbol($0.declaration.name), $0) }
  }

  /// Adds the variables of a subject to a context; a text that is declared lazy is fetched, since only a record can wait.
  public func add(_ subject: Subject, to context: inout [Symbol: Value]) {
    for (name, field) in variables {
      context[name] = field.text.map { Value(fetching: $0(subject)) } ?? field.value(subject)
    }
  }
}
