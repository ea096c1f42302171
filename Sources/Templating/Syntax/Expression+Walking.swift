extension Expression.Kind {
  /// The expressions directly inside this one.
  var parts: [Expression] {
    switch self {
    case .constant, .name: []
    case .list(let parts), .tuple(let parts), .concatenation(let parts): parts
    case .map(let members): members.flatMap { [$0.key, $0.value] }
    case .attribute(let base, _): [base]
    case .item(let base, let index): [base, index]
    case .slice(let base, let from, let to, let step): [base] + [from, to, step].compactMap { $0 }
    case .call(let callee, let arguments): [callee] + arguments.values
    case .filter(let value, let use), .test(let value, let use, _): [value] + use.arguments.values
    case .unary(_, let value): [value]
    case .binary(_, let left, let right), .and(let left, let right), .or(let left, let right): [left, right]
    case .comparison(let first, let rest): [first] + rest.map(\.1)
    case .conditional(let value, let condition, let other): [value, condition] + (other.map { [$0] } ?? [])
    }
  }
}

extension Expression {
  /// The expressions directly inside this one.
  var parts: [Expression] { kind.parts }

  /// The text of a literal.
  var literal: String? {
    if case .constant(.text(let bytes)) = kind { bytes.string } else { nil }
  }

  /// Where an attribute of a name is read in the expression, if anywhere.
  func attribute(of name: Symbol) -> Range<Int>? {
    if case .attribute(let base, _) = kind, case .name(name) = base.kind { return span }
    return parts.lazy.compactMap { $0.attribute(of: name) }.first
  }
}

extension Arguments {
  /// Everything that is given.
  var values: [Expression] {
    positional + named.map(\.value) + [spread, namedSpread].compactMap { $0 }
  }
}
