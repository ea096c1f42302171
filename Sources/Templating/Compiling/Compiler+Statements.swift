import Text

extension Compiler {
  mutating func compile(_ statement: Statement) {
    let span = statement.span
    switch statement.kind {
    case .text:
      if !printsNothing { function.emit(.printText, span.lowerBound, span.count, at: span) }
    case .output(let value):
      if !printsNothing { print(value, at: span) }
    case .conditional(let branches, let otherwise): compile(branches, otherwise, at: span)
    case .loop(let loop): compile(loop, at: span)
    case .set(let target, let value):
      let type = compile(value)
      store(target, type, at: span)
    case .setBlock(let target, let filters, let body):
      capture(at: span) { $0.compileScoped(body) }
      for filter in filters { use(filter: filter, at: filter.span) }
      store(target, .scalar, at: span)
    case .block(let block): compile(block, at: span)
    case .extends(let parent):
      if !isTopLevel { note("`extends` stands at the top of a template, in no other tag", at: span) }
      refer(to: parent)
      setParent(parent)
      _ = compile(parent)
      function.emit(.extend, at: parent.span)
    case .include, .importing, .importingNames: compileModule(statement)
    case .macro(let macro):
      let slot = write(macro.name, .any)
      compile(macro, called: "macro \(macro.name)", at: span)
      storeTop(macro.name, slot, at: span)
    case .call(let caller, let call): compile(caller, call, at: span)
    case .filterBlock(let filters, let body):
      capture(at: span) { $0.compileScoped(body) }
      for filter in filters { use(filter: filter, at: filter.span) }
      function.emit(.print, 0, escapes ? 1 : 0, at: span)
    case .with(let assignments, let body):
      let types = assignments.map { compile($0.value) }
      function.openScope()
      for (assignment, type) in zip(assignments, types).reversed() { store(assignment.target, type, at: span) }
      compile(body: body)
      function.closeScope()
    case .autoescape(let value, let body): compileAutoescape(value, body)
    case .run(let value):
      _ = compile(value)
      function.emit(.drop, at: span)
    case .leaveLoop, .nextTurn: compileLoopExit(statement)
    }
  }

  /// In a template with a parent, what stands outside blocks is not printed.
  private var printsNothing: Bool { hasParent && isTopLevel }

  private mutating func print(_ value: Expression, at span: Range<Int>) {
    let escape = escapes ? 1 : 0
    switch value.kind {
    case .name(let name):
      if case .slot(let slot, _) = read(name, at: value.span) {
        function.emit(.printSlot, slot, escape, at: value.span)
        return
      }
    case .attribute(let base, let attribute):
      guard case .name(let name) = base.kind, case .slot(let slot, let type)? = slotBinding(name, at: base.span) else {
        break
      }
      _ = check(attribute, of: type, in: base, at: value.span)
      tables.paths.append(ProgramTables.Path(slot: slot, attribute: attribute))
      function.emit(.printPath, tables.paths.count - 1, escape, at: value.span)
      return
    case .call:
      _ = compile(value)
      if let last = function.code.last, last.operation == .call {
        function.makeLastPrint(escape)
        return
      }
      function.emit(.print, 0, escape, at: span)
      return
    default: break
    }
    _ = compile(value)
    function.emit(.print, 0, escape, at: value.span)
  }

  private mutating func slotBinding(_ name: Symbol, at span: Range<Int>) -> FunctionBuilder.Binding? {
    if case .loop? = function.binding(of: name) { return nil }
    return read(name, at: span)
  }

  private mutating func compile(
    _ branches: [(condition: Expression, body: [Statement])], _ otherwise: [Statement], at span: Range<Int>
  ) {
    var ends: [Int] = []
    for (condition, body) in branches {
      _ = compile(condition)
      let skip = function.emit(.jumpIfFalse, at: condition.span)
      compile(body: body)
      ends.append(function.emit(.jump, at: span))
      function.land(skip)
    }
    compile(body: otherwise)
    for end in ends { function.land(end) }
  }

  /// Pops a value into a target.
  mutating func store(_ target: Target, _ type: Shape.FieldType, at span: Range<Int>) {
    switch target {
    case .name(let name): storeTop(name, write(name, type), at: span)
    case .tuple(let targets):
      function.emit(.unpack, targets.count, at: span)
      for part in targets { store(part, .any, at: span) }
    case .field(let field, let space):
      guard case .slot(let slot, _) = read(space, at: span) else {
        return note("fields of `\(space)` can't be set", at: span)
      }
      tables.paths.append(ProgramTables.Path(slot: slot, attribute: field))
      function.emit(.storeField, tables.paths.count - 1, at: span)
    }
  }

  private mutating func storeTop(_ name: Symbol, _ slot: Int, at span: Range<Int>) {
    if isTopLevel {
      function.emit(.storeExported, slot, Int(name.id), at: span)
    } else {
      function.emit(.store, slot, at: span)
    }
  }

  /// Compiles a part whose output becomes a value on the stack.
  mutating func capture(at span: Range<Int>, _ part: (inout Compiler) -> Void) {
    function.emit(.captureBegin, at: span)
    function.openCaptures += 1
    part(&self)
    function.openCaptures -= 1
    function.emit(.captureEnd, escapes ? 1 : 0, at: span)
  }

  /// Compiles a body in whose scope assignments stay.
  mutating func compileScoped(_ body: [Statement]) {
    function.openScope()
    compile(body: body)
    function.closeScope()
  }

  private mutating func compileAutoescape(_ value: Expression, _ body: [Statement]) {
    guard case .constant(let constant) = value.kind else {
      return note("`autoescape` takes `true` or `false`", at: value.span)
    }
    let outer = escapes
    escapes = constant.isTrue
    compileScoped(body)
    escapes = outer
  }

  private mutating func compile(_ block: Block, at span: Range<Int>) {
    let visible = block.isScoped ? addScope(at: span) : -1
    let index = compileFunction("block \(block.name)") { $0.compile(body: block.body) }
    addBlock(block, index)
    if block.isRequired { requiredBlocks.insert(block.name) }
    if !printsNothing { function.emit(.block, Int(block.name.id), visible, at: span) }
  }

  /// Pushes a macro.
  mutating func compile(_ macro: MacroDefinition, called title: String, at span: Range<Int>) {
    let index = compileFunction(title) { compiler in
      for parameter in macro.parameters {
        let slot = compiler.function.declare(parameter.name)
        compiler.function.parameters.append(
          CompiledFunction.Parameter(name: parameter.name, slot: slot, hasDefault: parameter.standard != nil))
      }
      compiler.function.extras = (
        compiler.function.declare(Symbol("caller")), compiler.function.declare(Symbol("varargs")),
        compiler.function.declare(Symbol("kwargs"))
      )
      for (parameter, compiled) in zip(macro.parameters, compiler.function.parameters) {
        guard let standard = parameter.standard else { continue }
        let given = compiler.function.emit(.jumpIfGiven, 0, compiled.slot, at: standard.span)
        _ = compiler.compile(standard)
        compiler.function.emit(.store, compiled.slot, at: standard.span)
        compiler.function.land(given)
      }
      compiler.compile(body: macro.body)
    }
    function.emit(.macro, index, isTopLevel ? -1 : addScope(at: span), at: span)
  }

  private mutating func compile(_ caller: MacroDefinition, _ call: Expression, at span: Range<Int>) {
    guard case .call(let callee, var arguments) = call.kind else { return }
    // The caller travels in a slot of its own as an argument with a name.
    let slot = function.newSlot()
    compile(caller, called: "call", at: span)
    function.emit(.store, slot, at: span)
    let hidden = Symbol("caller slot \(slot)")
    function.openScope()
    function.bind(hidden, .slot(slot, .any))
    arguments.named.append((Symbol("caller"), Expression(kind: .name(hidden), span: span), span))
    _ = compile(Expression(kind: .call(callee, arguments), span: call.span))
    function.closeScope()
    function.emit(.print, 0, escapes ? 1 : 0, at: span)
  }
}
