import Text

/// A run of Liquid: what it prints, and the first thing in it that nobody understands.
struct LiquidRun {
  /// Finds a file that another one includes, with what it is given; `nil` where it can't be had.
  typealias Include = (_ tag: Bytes, _ run: inout LiquidRun) -> Bytes?

  /// Finds what the site has under some keys.
  typealias Site = (_ keys: [LiquidValue]) -> LiquidValue

  var variables: [String: LiquidValue]
  private(set) var output = Bytes()
  /// What is not understood, or not known here, as messages name it.
  var unknown: String?
  private var isStopped = false
  private let allowance: LiquidAllowance
  private let include: Include
  private let site: Site

  /// - Parameters:
  ///   - variables: What the text can name.
  ///   - allowance: What all runs for the text may cost.
  ///   - site: What the site has beside what is given to the text.
  init(
    _ variables: [String: LiquidValue], _ allowance: LiquidAllowance, site: @escaping Site = { _ in .nothing },
    include: @escaping Include = { _, _ in nil }
  ) {
    self.variables = variables
    self.allowance = allowance
    self.site = site
    self.include = include
  }

  /// Runs nodes.
  mutating func run(_ nodes: [LiquidTemplate.Node]) {
    for node in nodes {
      if isStopped { return }
      guard allowance.spend(), output.count < LiquidAllowance.largestOutput else {
        note("so long a text")
        return
      }
      run(node)
    }
  }

  /// Notes what is not understood; the first is said.
  mutating func note(_ name: String) { unknown = unknown ?? name }

  private mutating func run(_ node: LiquidTemplate.Node) {
    switch node {
    case .text(let text): output += text
    case .output(let expression): output += Bytes(value(expression).printed.utf8)
    case .assign(let name, let expression): variables[name] = value(expression)
    case .capture(let name, let body):
      let before = output
      output = []
      run(body)
      variables[name] = bounded(.text(output.string))
      output = before
    case .choice(let branches):
      for branch in branches {
        guard let condition = branch.condition else { return run(branch.body) }
        if holds(condition) != branch.isNegated { return run(branch.body) }
      }
    case .loop(let name, let over, let isReversed, let body):
      let all = value(over).elements
      let (outer, outerLoop) = (variables[name], variables["forloop"])
      for (place, element) in (isReversed ? all.reversed() : all).enumerated() {
        variables[name] = element
        variables["forloop"] = LiquidRun.place(place, of: all.count)
        run(body)
        if isStopped { break }
      }
      isStopped = false
      (variables[name], variables["forloop"]) = (outer, outerLoop)
    case .include(let tag): output += include(tag, &self) ?? []
    case .stop: isStopped = true
    case .unknown(let name): note("`\(name)`")
    }
  }

  /// What a loop says of where it is.
  private static func place(_ place: Int, of count: Int) -> LiquidValue {
    .map([
      "index": .number(place + 1), "index0": .number(place), "rindex": .number(count - place),
      "rindex0": .number(count - place - 1), "first": .flag(place == 0), "last": .flag(place == count - 1),
      "length": .number(count),
    ])
  }

  /// Whether a condition holds.
  mutating func holds(_ condition: LiquidCondition) -> Bool {
    var result = false
    for (place, part) in condition.parts.enumerated() {
      let first = value(part.first)
      guard allowance.spend(bytes: first.size() ?? LiquidAllowance.largestValue) else { return false }
      let holds =
        if let comparison = part.comparison, let second = part.second { comparison.holds(first, value(second)) } else {
          first.isTrue
        }
      result = place == 0 ? holds : condition.isBoth[place - 1] ? result && holds : result || holds
    }
    return result
  }

  /// The value of an expression.
  mutating func value(_ expression: LiquidExpression) -> LiquidValue {
    var value = value(expression.operand)
    for call in expression.calls {
      let arguments = call.arguments.map { self.value($0) }
      guard let new = LiquidFilters.apply(call.name, to: value, arguments) else {
        note("the filter `\(call.name)`")
        return .nothing
      }
      value = bounded(new)
    }
    return value
  }

  /// A value that was made, unless it is larger than any that is meant: what doubles a text sixty times is no text.
  private mutating func bounded(_ value: LiquidValue) -> LiquidValue {
    guard let size = value.size(), allowance.spend(bytes: size) else {
      note("so large a value")
      return .nothing
    }
    return value
  }

  private mutating func value(_ operand: LiquidExpression.Operand) -> LiquidValue {
    switch operand {
    case .value(let value): return value
    case .range(let first, let last):
      guard let a = Int(value(first).printed), let b = Int(value(last).printed), a <= b, b - a < 5_000 else {
        return .list([])
      }
      return .list((a...b).map { .number($0) })
    case .name(let name, let path):
      var value = variables[name] ?? .nothing
      let keys = path.map { self.value($0) }
      for key in keys { value = value[key] }
      if value == .nothing, name == "site", case .text(let member)? = keys.first {
        if ["url", "baseurl"].contains(member) { return .text("") }
        value = site(keys)
        if value == .nothing { note("`site.\(member)`") }
      }
      return value
    }
  }
}
