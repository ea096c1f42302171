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
    case filter(Expression, NamedCall)
    case test(Expression, NamedCall, negated: Bool)
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
  /// How many expressions stand inside each other at most, this one among them: whoever goes through an expression calls
  /// itself as often.
  let height: Int

  init(kind: Kind, span: Range<Int>) {
    self.kind = kind
    self.span = span
    height = 1 + kind.parts.reduce(0) { max($0, $1.height) }
  }
}

/// A filter or test by name, with what it is given.
struct NamedCall {
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
