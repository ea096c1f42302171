extension Statement {
  /// The expressions that stand in the statement itself.
  fileprivate var expressions: [Expression] {
    switch kind {
    case .text, .block, .breakLoop, .continueLoop: []
    case .output(let value), .set(_, let value), .extends(let value), .include(let value, _, _),
      .importing(let value, _, _), .importingNames(let value, _, _), .run(let value), .autoescape(let value, _):
      [value]
    case .conditional(let branches, _): branches.map(\.condition)
    case .loop(let loop): [loop.values] + (loop.condition.map { [$0] } ?? [])
    case .setBlock(_, let filters, _), .filterBlock(let filters, _): filters.flatMap(\.arguments.values)
    case .macro(let macro): macro.parameters.compactMap(\.defaultValue)
    case .call(let caller, let call): caller.parameters.compactMap(\.defaultValue) + [call]
    case .with(let assignments, _): assignments.map(\.value)
    }
  }

  /// The statements inside the statement, but for those of a block.
  fileprivate var bodies: [[Statement]] {
    switch kind {
    case .conditional(let branches, let otherwise): branches.map(\.body) + [otherwise]
    case .loop(let loop): [loop.body, loop.otherwise]
    case .setBlock(_, _, let body), .filterBlock(_, let body), .with(_, let body), .autoescape(_, let body): [body]
    case .macro(let macro), .call(let macro, _): [macro.body]
    default: []
    }
  }
}

extension Array where Element == Statement {
  /// Whether the name `loop` stands in the body of a loop, or in a block that sees its names.
  var speaksOfLoop: Bool {
    let loop = Symbol("loop")
    return contains { statement in
      if case .block(let block) = statement.kind { return block.isScoped }
      return statement.expressions.contains { $0.mentions(loop) } || statement.bodies.contains(where: \.speaksOfLoop)
    }
  }
}

extension Expression {
  /// Whether a name stands somewhere in the expression.
  fileprivate func mentions(_ name: Symbol) -> Bool {
    if case .name(name) = kind { return true }
    return parts.contains { $0.mentions(name) }
  }
}
