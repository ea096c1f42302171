import Text

extension Compiler {
  /// Pushes the value of an expression; the result is what is known of its type.
  mutating func compile(_ expression: Expression) -> Shape.FieldType {
    let span = expression.span
    if let value = constantValue(of: expression) {
      function.emit(.constant, constant(value), at: span)
      return .scalar
    }
    switch expression.kind {
    case .constant: return .scalar
    case .name(let name): return compile(name, at: span)
    case .list(let elements):
      let types = elements.map { compile($0) }
      function.emit(.list, elements.count, at: span)
      return .list(types.count == 1 ? types[0] : .any)
    case .tuple(let elements):
      for element in elements { _ = compile(element) }
      function.emit(.tuple, elements.count, at: span)
      return .any
    case .map(let members):
      for (key, value) in members {
        _ = compile(key)
        _ = compile(value)
      }
      function.emit(.map, members.count * 2, at: span)
      return .any
    case .attribute(let base, let attribute): return compile(attribute, of: base, at: span)
    case .item(let base, let index): return compileElement(base, index, at: span)
    case .slice(let base, let from, let to, let step):
      let type = compile(base)
      requireDefined(base)
      for part in [from, to, step] {
        _ = compile(part ?? Expression(kind: .constant(.none), span: span))
      }
      function.emit(.slice, 0, base.span.count, at: span)
      return type
    case .call(let callee, let arguments): return compile(callee, arguments, at: span)
    case .filter(let value, let filter):
      let type = compile(value)
      if filter.name == "default" || filter.name == "d" { markOptional(value) } else { requireDefined(value) }
      return use(filter: filter, on: type, at: span)
    case .test(let value, let test, let negated):
      _ = compile(value)
      if test.name == "defined" || test.name == "undefined" { markOptional(value) } else { requireDefined(value) }
      use(test: test, at: span)
      if negated { function.emit(.not, at: span) }
      return .scalar
    case .unary(let operation, let value):
      _ = compile(value)
      requireDefined(value, always: operation != .not)
      function.emit(operation == .not ? .not : operation == .negative ? .negate : .plus, at: span)
      return .scalar
    case .binary(let operation, let left, let right):
      _ = compile(left)
      requireDefined(left, always: true)
      _ = compile(right)
      // A text may be filled with nothing.
      requireDefined(right, always: operation != .remainder)
      function.emit(.binary, Operators.number(of: operation), at: span)
      return .any
    case .comparison(let first, let rest):
      compile(first, rest, at: span)
      return .scalar
    case .concatenation(let parts):
      for part in parts {
        _ = compile(part)
        requireDefined(part)
      }
      function.emit(.concatenate, parts.count, escapes ? 1 : 0, at: span)
      return .scalar
    case .and(let left, let right), .or(let left, let right):
      _ = compile(left)
      requireDefined(left)
      var isAnd = false
      if case .and = expression.kind { isAnd = true }
      let over = function.emit(isAnd ? .jumpIfFalseElsePop : .jumpIfTrueElsePop, at: left.span)
      _ = compile(right)
      function.patchJump(over)
      return .any
    case .conditional(let value, let condition, let other): return compile(value, if: condition, else: other, at: span)
    }
  }

  private mutating func compile(_ name: Symbol, at span: Range<Int>) -> Shape.FieldType {
    switch read(name, at: span) {
    case .slot(let slot, let type):
      function.emit(.slot, slot, at: span)
      return type
    case .loop(let depth, let frame):
      function.emit(.loopState, frame, function.loops.count - depth, at: span)
      return .any
    }
  }

  private mutating func compile(_ attribute: Symbol, of base: Expression, at span: Range<Int>) -> Shape.FieldType {
    if case .name(let name) = base.kind, case .loop(let depth, _)? = function.binding(of: name) {
      guard let part = LoopPart(attribute) else {
        report(
          "`loop` has no attribute `\(attribute)`", at: span,
          help: .suggestion(LoopPart.allCases.map { "\($0)" }.nearest(to: "\(attribute)")))
        return .any
      }
      function.emit(.loopPart, part.rawValue, function.loops.count - depth, at: span)
      return .any
    }
    if let (slot, type) = slot(of: base, field: attribute) {
      let result = check(attribute, of: type, in: base, at: span)
      function.emit(.path, addPath(slot, attribute, base), at: span)
      return result
    }
    let type = compile(base)
    let result = check(attribute, of: type, in: base, at: span)
    function.emit(.attribute, self.attribute(attribute), base.span.count, at: span)
    return result
  }

  /// The slot of a name that stands for a value, not for a loop.
  mutating func slot(of expression: Expression, field: Symbol? = nil) -> (Int, Shape.FieldType)? {
    guard case .name(let name) = expression.kind else { return nil }
    if case .loop? = function.binding(of: name) { return nil }
    guard case .slot(let slot, let type) = read(name, field: field, at: expression.span) else { return nil }
    return (slot, type)
  }

  mutating func addPath(_ slot: Int, _ attribute: Symbol, _ base: Expression) -> Int {
    function.reads.insert(slot)
    tables.paths.append(
      ProgramTables.Path(
        slot: Int32(slot), symbol: attribute, attribute: Int32(self.attribute(attribute)), base: Int32(base.span.count))
    )
    return tables.paths.count - 1
  }

  /// Lets the rendering fail where the value that was just pushed is undefined: always, or where the rule is strict.
  mutating func requireDefined(_ expression: Expression, always: Bool = false) {
    guard always || environment.undefined == .strict else { return }
    switch expression.kind {
    case .name, .attribute, .item, .conditional: function.emit(.requireDefined, at: expression.span)
    default: break
    }
  }

  /// The type of an attribute; one that a record does not have is a mistake.
  mutating func check(
    _ attribute: Symbol, of type: Shape.FieldType, in base: Expression, at span: Range<Int>
  ) -> Shape.FieldType {
    switch type {
    case .record(let shape):
      if let found = shape.type(of: attribute) { return found }
      if shape.isClosed {
        let written = Array(source.bytes[base.span]).string
        let nameSpan = max(span.lowerBound, span.upperBound - attribute.description.utf8.count)..<span.upperBound
        report(
          "`\(written)` has no attribute `\(attribute)`", at: nameSpan,
          help: .suggestion(shape.fields.map(\.name).nearest(to: "\(attribute)"))
            ?? "\(shape.name) has \(shape.fields.map { "`\($0.name)`" }.joined(separator: ", "))")
      }
      return .any
    case .list:
      report("`\(Array(source.bytes[base.span]).string)` is a list and has no attribute `\(attribute)`", at: span)
      return .any
    case .scalar, .any: return .any
    }
  }

  private mutating func compileElement(_ base: Expression, _ index: Expression, at span: Range<Int>) -> Shape.FieldType
  {
    let type = compile(base)
    _ = compile(index)
    function.emit(.element, 0, base.span.count, at: span)
    if case .list(let element) = type { return element }
    return .any
  }

  private mutating func compile(_ first: Expression, _ rest: [(Comparison, Expression)], at span: Range<Int>) {
    _ = compile(first)
    requireDefined(first, always: rest.first?.0.isOrder == true)
    var ends: [Int] = []
    for (index, (comparison, value)) in rest.enumerated() {
      _ = compile(value)
      requireDefined(value, always: comparison.isOrder)
      let isLast = index == rest.count - 1
      if !isLast {
        // a < b < c: the value in the middle is used twice.
        let middle = function.newSlot()
        function.emit(.duplicate, at: value.span)
        function.emit(.store, middle, at: value.span)
        function.emit(.compare, Operators.number(of: comparison), at: span)
        ends.append(function.emit(.jumpIfFalseElsePop, at: span))
        function.emit(.slot, middle, at: value.span)
      } else {
        function.emit(.compare, Operators.number(of: comparison), at: span)
      }
    }
    for end in ends { function.patchJump(end) }
  }

  /// Compiles a condition; the result is the jump that is taken where it does not hold.
  mutating func jump(unless condition: Expression) -> Int {
    // What templates ask most, whether a field is true or there, is one step.
    if environment.undefined != .strict {
      if let path = path(condition) { return function.emit(.jumpIfPathFalse, 0, path, at: condition.span) }
      if case .test(let value, let test, negated: true) = condition.kind,
        environment.library.tests[test.name]?.isNoneTest == true, test.arguments.isEmpty, let path = path(value)
      {
        return function.emit(.jumpIfPathNone, 0, path, at: value.span)
      }
    }
    _ = compile(condition)
    requireDefined(condition)
    return function.emit(.jumpIfFalse, at: condition.span)
  }

  /// The path of an attribute of a name's value; `nil` for any other expression.
  mutating func path(_ expression: Expression) -> Int? {
    guard case .attribute(let base, let attribute) = expression.kind,
      let (slot, type) = slot(of: base, field: attribute)
    else { return nil }
    _ = check(attribute, of: type, in: base, at: expression.span)
    return addPath(slot, attribute, base)
  }

  private mutating func compile(
    _ value: Expression, if condition: Expression, else other: Expression?, at span: Range<Int>
  ) -> Shape.FieldType {
    let skip = jump(unless: condition)
    branches += 1
    defer { branches -= 1 }
    let type = compile(value)
    let over = function.emit(.jump, at: span)
    function.patchJump(skip)
    if let other {
      _ = compile(other)
    } else {
      function.emit(.constant, constant(.undefined), at: span)
    }
    function.patchJump(over)
    return other == nil ? type : .any
  }
}
