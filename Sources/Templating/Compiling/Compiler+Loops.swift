extension Compiler {
  mutating func compile(_ loop: Loop, at span: Range<Int>) {
    let frame = tables.loops.count
    tables.loops.append(ProgramTables.RecursiveLoop())
    let values = compile(loop.values)
    requireDefined(loop.values)
    let element = elementType(values)
    let begin = function.nextAddress
    if let condition = loop.condition { choose(loop, element, condition, at: span) }
    function.emit(.loopBegin, at: loop.values.span)
    let start = function.nextAddress
    let next = function.emit(.loopNext, at: loop.values.span)
    function.openScope()
    let isShown = loop.isRecursive || loop.body.speaksOfLoop
    function.loops.append(FunctionBuilder.OpenLoop(start: start, captures: function.openCaptures, isShown: isShown))
    function.bind(Symbol("loop"), .loop(depth: function.loops.count, frame: loop.isRecursive ? frame : -1))
    store(loop.target, element, at: span)
    carryIn(loop.body, at: span)
    compile(body: loop.body)
    if !loop.otherwise.isEmpty { function.emit(.loopIterated, at: span) }
    function.emit(.jump, start, at: span)
    function.closeScope()
    let open = function.loops.removeLast()
    function.patchJump(next)
    for address in open.leaving { function.patchJump(address) }
    defer { tables.loops[frame] = ProgramTables.RecursiveLoop(start: begin, end: function.nextAddress) }
    guard !loop.otherwise.isEmpty else {
      function.emit(.loopLeave, at: span)
      return
    }
    let end = function.emit(.loopEnd, at: span)
    let over = function.emit(.jump, at: span)
    function.patchJump(end)
    compileScoped(loop.otherwise)
    function.patchJump(over)
  }

  /// Replaces the values on the stack by those for which a condition holds.
  private mutating func choose(
    _ loop: Loop, _ element: Shape.FieldType, _ condition: Expression, at span: Range<Int>
  ) {
    function.emit(.selectBegin, at: span)
    function.emit(.loopBegin, at: loop.values.span)
    let start = function.nextAddress
    let next = function.emit(.loopNext, at: span)
    function.openScope()
    let whole = function.newSlot()
    function.emit(.duplicate, at: span)
    function.emit(.store, whole, at: span)
    store(loop.target, element, at: span)
    let loopName = Symbol("loop")
    if function.binding(of: loopName) == nil {
      if let use = condition.attribute(of: loopName) {
        let body = loop.body.first?.span ?? span
        report(
          "there is no `loop` yet where the values of the loop are chosen", at: use,
          help: "put the condition into an `if` inside the loop",
          also: TemplateMistake.Also(message: "`loop` is there from here on", span: body.prefix(1)))
      }
      function.bind(loopName, .slot(function.newSlot(), .any))
    }
    _ = compile(condition)
    requireDefined(condition)
    function.emit(.select, whole, at: condition.span)
    function.closeScope()
    function.emit(.jump, start, at: span)
    function.patchJump(next)
    function.emit(.loopLeave, at: span)
    function.emit(.selectEnd, at: span)
  }

  /// Names that a turn of the loop sets begin it with the value they have outside.
  private mutating func carryIn(_ body: [Statement], at span: Range<Int>) {
    var names: Set<Symbol> = []
    body.collectAssigned(into: &names, intoScopes: false)
    for name in names.sorted(by: { $0.description < $1.description }) where function.scopes.last?[name] == nil {
      switch function.binding(of: name) {
      case .slot(let outer, let type)?: function.emit(.copy, outer, function.declare(name, type), at: span)
      case .loop?: continue
      case nil:
        let outer = function.captureHidden(name)
        function.emit(.copy, outer, function.declare(name), at: span)
      }
    }
  }

  private func elementType(_ type: Shape.FieldType) -> Shape.FieldType {
    switch type {
    case .list(let element): return element
    case .any: return .any
    case .scalar, .record: return .any
    }
  }

  mutating func compileLoopExit(_ statement: Statement) {
    guard let open = function.loops.last else {
      return report("this stands in no loop", at: statement.span)
    }
    for _ in open.captures..<max(open.captures, function.openCaptures) {
      function.emit(.captureEnd, at: statement.span)
      function.emit(.drop, at: statement.span)
    }
    if case .breakLoop = statement.kind {
      let address = function.emit(.jump, at: statement.span)
      function.loops[function.loops.count - 1].leaving.append(address)
    } else {
      function.emit(.jump, open.start, at: statement.span)
    }
  }
}

extension Array where Element == Statement {
  /// The names that these statements give values, those in inner scopes only on request.
  func collectAssigned(into names: inout Set<Symbol>, intoScopes: Bool) {
    for statement in self {
      switch statement.kind {
      case .set(let target, _): names.formUnion(target.names)
      case .setBlock(let target, _, let body):
        names.formUnion(target.names)
        if intoScopes { body.collectAssigned(into: &names, intoScopes: true) }
      case .macro(let macro):
        names.insert(macro.name)
        if intoScopes {
          names.formUnion(macro.parameters.map(\.name))
          macro.body.collectAssigned(into: &names, intoScopes: true)
        }
      case .importing(_, let name, _): names.insert(name)
      case .importingNames(_, let imported, _): names.formUnion(imported.map(\.alias))
      case .conditional(let branches, let otherwise):
        for branch in branches { branch.body.collectAssigned(into: &names, intoScopes: intoScopes) }
        otherwise.collectAssigned(into: &names, intoScopes: intoScopes)
      case .loop(let loop) where intoScopes:
        names.formUnion(loop.target.names)
        loop.body.collectAssigned(into: &names, intoScopes: true)
        loop.otherwise.collectAssigned(into: &names, intoScopes: true)
      case .with(let assignments, let body) where intoScopes:
        for assignment in assignments { names.formUnion(assignment.target.names) }
        body.collectAssigned(into: &names, intoScopes: true)
      case .block(let block) where intoScopes: block.body.collectAssigned(into: &names, intoScopes: true)
      case .call(let caller, _) where intoScopes: caller.body.collectAssigned(into: &names, intoScopes: true)
      case .filterBlock(_, let body) where intoScopes, .autoescape(_, let body) where intoScopes:
        body.collectAssigned(into: &names, intoScopes: true)
      default: break
      }
    }
  }
}
