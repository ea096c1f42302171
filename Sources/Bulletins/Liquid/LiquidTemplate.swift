import Text

/// A text with Liquid in it, as Jekyll's includes are: what is said here of its language is what such files use.
struct LiquidTemplate: Sendable {
  /// A part of it.
  indirect enum Node: Sendable {
    case text(Bytes)
    case output(LiquidExpression)
    case assign(String, LiquidExpression)
    case capture(String, [Node])
    /// What is done where a condition holds, or, at last, in all other cases.
    case choice([(condition: LiquidCondition?, isNegated: Bool, body: [Node])])
    case loop(variable: String, over: LiquidExpression, isReversed: Bool, body: [Node])
    case include(Bytes)
    case stop
    /// A tag that is not understood.
    case unknown(String)
  }

  let nodes: [Node]

  init(_ text: Bytes) {
    var parser = LiquidParser(text)
    nodes = parser.nodes(until: [])
  }
}
