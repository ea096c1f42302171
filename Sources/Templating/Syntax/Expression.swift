/// An expression as it is written, with its place in the source.
struct Expression {
  /// What an expression can be.
  indirect enum Kind {
    case constant(Value)
    case name(Symbol)
    case list([Expression])
    case tuple([Expression])
    case map([(key: Expression, value: Expression)])
    case attribute(Expression, Symbol)
    case item(Expression, Expression)
    case slice(Expression, from: Expression?, to: Expression?, step: Expression?)
    case call(Expression, Arguments)
    case filter(Expression, NamedUse)
    case test(Expression, NamedUse, negated: Bool)
    case unary(UnaryOperator, Expression)
    case binary(BinaryOperator, Expression, Expression)
    case comparison(Expression, [(Comparison, Expression)])
    case concatenation([Expression])
    case and(Expression, Expression)
    case or(Expression, Expression)
    case conditional(Expression, if: Expression, else: Expression?)
  }

  let kind: Kind
  let span: Range<Int>
}

/// A filter or test by name, with what it is given.
struct NamedUse {
  let name: String
  let arguments: Arguments
  /// Where the name stands.
  let span: Range<Int>
}

/// What a call is given.
struct Arguments {
  var positional: [Expression] = []
  var named: [(name: Symbol, value: Expression, span: Range<Int>)] = []
  /// `*values` and `**values`.
  var spread: Expression?
  var namedSpread: Expression?

  var isEmpty: Bool { positional.isEmpty && named.isEmpty && spread == nil && namedSpread == nil }
}

enum UnaryOperator { case not, negative, positive }

enum BinaryOperator: String {
  case add = "+"
  case subtract = "-"
  case multiply = "*"
  case divide = "/"
  case floorDivide = "//"
  case remainder = "%"
  case power = "**"
}

enum Comparison: String {
  case equal = "=="
  case notEqual = "!="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case isIn = "in"
  case notIn = "not in"

  /// Whether it asks which of two comes first.
  var isOrder: Bool {
    switch self {
    case .less, .lessOrEqual, .greater, .greaterOrEqual: true
    case .equal, .notEqual, .isIn, .notIn: false
    }
  }
}
