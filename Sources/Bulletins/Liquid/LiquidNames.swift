import Text

extension LiquidTemplate {
  /// What parts of a text ask for that nothing in them gives a name: whoever runs them must know all of it.
  static func names(in nodes: [Node]) -> [LiquidName] {
    var bound: Set<String> = []
    return names(in: nodes, &bound)
  }

  private static func names(in nodes: [Node], _ bound: inout Set<String>) -> [LiquidName] {
    var names: [LiquidName] = []
    for node in nodes {
      switch node {
      case .text, .stop, .unknown, .include: break
      case .output(let expression): names += expression.names(bound)
      case .assign(let name, let expression):
        names += expression.names(bound)
        bound.insert(name)
      case .capture(let name, let body):
        names += LiquidTemplate.names(in: body, &bound)
        bound.insert(name)
      case .choice(let branches):
        for branch in branches {
          names += branch.condition?.names(bound) ?? []
          names += LiquidTemplate.names(in: branch.body, &bound)
        }
      case .loop(let name, let over, _, let body):
        names += over.names(bound)
        bound.formUnion([name, "forloop"])
        names += LiquidTemplate.names(in: body, &bound)
      }
    }
    return names
  }
}

/// A name that Liquid asks for, with the member of it, where that is written down: `page` and `title`.
struct LiquidName: Equatable {
  let name: String
  let member: String?
}

extension LiquidCondition {
  /// What it asks for, beside some names.
  func names(_ bound: Set<String> = []) -> [LiquidName] {
    parts.flatMap { $0.first.names(bound) + ($0.second?.names(bound) ?? []) }
  }
}

extension LiquidExpression {
  /// What it asks for, beside some names.
  func names(_ bound: Set<String> = []) -> [LiquidName] {
    ([operand] + calls.flatMap(\.arguments)).flatMap { $0.names(bound) }
  }
}

extension LiquidExpression.Operand {
  fileprivate func names(_ bound: Set<String>) -> [LiquidName] {
    switch self {
    case .value: return []
    case .range(let first, let last): return first.names(bound) + last.names(bound)
    case .name(let name, let path):
      let inner = path.flatMap { $0.names(bound) }
      if bound.contains(name) { return inner }
      var member: String?
      if case .value(.text(let key))? = path.first { member = key }
      return [LiquidName(name: name, member: member)] + inner
    }
  }
}
