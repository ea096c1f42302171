/// A part of a template as it is written, with its place in the source.
struct Statement {
  /// What a statement can be.
  indirect enum Kind {
    case text
    case output(Expression)
    case conditional([(condition: Expression, body: [Statement])], else: [Statement])
    case loop(Loop)
    case set(Target, Expression)
    case setBlock(Target, filters: [NamedCall], body: [Statement])
    case block(Block)
    case extends(Expression)
    case include(Expression, ignoreMissing: Bool, withContext: Bool)
    case importing(Expression, as: Symbol, withContext: Bool)
    case importingNames(Expression, [(name: Symbol, alias: Symbol)], withContext: Bool)
    case macro(MacroDefinition)
    case call(MacroDefinition, Expression)
    case filterBlock([NamedCall], [Statement])
    case with([(target: Target, value: Expression)], [Statement])
    case autoescape(Expression, [Statement])
    case run(Expression)
    case breakLoop
    case continueLoop
  }

  let kind: Kind
  let span: Range<Int>
}

/// What a value is assigned to.
indirect enum Target {
  case name(Symbol)
  case tuple([Target])
  /// A field of a namespace.
  case field(Symbol, of: Symbol)

  /// The names that are assigned.
  var names: [Symbol] {
    switch self {
    case .name(let name): [name]
    case .tuple(let targets): targets.flatMap(\.names)
    case .field: []
    }
  }
}

/// `{% for target in values if condition recursive %}`
struct Loop {
  let target: Target
  let values: Expression
  let condition: Expression?
  let isRecursive: Bool
  let body: [Statement]
  let otherwise: [Statement]
}

/// `{% block name scoped required %}`
struct Block {
  let name: Symbol
  let nameSpan: Range<Int>
  let isScoped: Bool
  let isRequired: Bool
  let body: [Statement]
}

/// `{% macro name(parameters) %}`, also the body of a `{% call %}`
struct MacroDefinition {
  let name: Symbol
  let parameters: [(name: Symbol, defaultValue: Expression?, span: Range<Int>)]
  let body: [Statement]
}
