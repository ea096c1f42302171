import Text

extension Compiler {
  mutating func compile(_ statement: Statement) {
    let span = statement.span
    switch statement.kind {
    case .text: printText(span)
    case .output(let value): unlessChild(span, prints: true) { $0.print(value, at: span) }
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
    case .extends(let parent): compileExtends(parent)
    case .include: unlessChild(span, prints: true) { $0.compileModule(statement) }
    case .importing, .importingNames: compileModule(statement)
    case .macro(let macro):
      let slot = write(macro.name, .any)
      compile(macro, called: "macro \(macro.name)", at: span)
      storeTop(macro.name, slot, at: span)
    case .call(let caller, let call): unlessChild(span, prints: true) { $0.compile(caller, call, at: span) }
    case .filterBlock(let filters, let body):
      unlessChild(span, prints: true) { compiler in
        compiler.capture(at: span) { $0.compileScoped(body) }
        var mode = PrintMode.raw
        for filter in filters {
          compiler.use(filter: filter, at: filter.span)
          // The body is escaped already, unless a filter makes characters of its entities.
          if compiler.environment.library.filters[filter.name]?.decodes == true { mode = compiler.mode }
        }
        compiler.function.emit(.print, 0, mode.rawValue, at: span)
      }
    case .with(let assignments, let body): compile(assignments, body, at: span)
    case .autoescape(let value, let body): compileAutoescape(value, body)
    case .run(let value):
      _ = compile(value)
      function.emit(.drop, at: span)
    case .breakLoop, .continueLoop: compileLoopExit(statement)
    }
  }

  /// How a value is printed here.
  private var mode: PrintMode { escapes ? markup.mode : .raw }

  private mutating func printText(_ span: Range<Int>) {
    let text = source.bytes[span]
    if escapes { markup.advance(over: text) }
    let visible = (text.firstIndex { !$0.isASCIISpace } ?? span.upperBound)..<span.upperBound
    unlessChild(visible, prints: !visible.isEmpty) {
      $0.function.emit(.printText, span.lowerBound, span.count, at: span)
    }
  }

  /// Compiles what prints; in a template with a parent, what stands outside blocks is not printed.
  private mutating func unlessChild(_ span: Range<Int>, prints: Bool, _ part: (inout Compiler) -> Void) {
    guard isInRoot, function.openCaptures == 0 else { return part(&self) }
    if isChild {
      guard prints, environment.schema != nil else { return }
      report(
        "this is never printed: the template extends another, and it stands outside the blocks", at: span,
        help: "put it into a block")
      // Never run, and compiled for the mistakes that are in it.
      let over = function.emit(.jump, at: span)
      part(&self)
      return function.patchJump(over)
    }
    let over = mayBeChild ? function.emit(.jumpIfExtended, at: span) : nil
    part(&self)
    if let over { function.patchJump(over) }
  }

  private mutating func compileExtends(_ parent: Expression) {
    if !isTopLevel {
      report("`extends` stands at the top of a template, in no loop, block or macro", at: parent.span)
    }
    if isChild {
      report(
        "a template extends one other, not two", at: parent.span, help: "keep one of the two tags",
        also: TemplateMistake.Also(message: "the first is here", span: extendsSpan))
      return
    }
    extendsSpan = parent.span
    refer(to: parent)
    setParent(parent)
    _ = compile(parent)
    function.emit(.extend, at: parent.span)
    if branches == 0 { isChild = true } else { mayBeChild = true }
  }

  private mutating func compile(
    _ assignments: [(target: Target, value: Expression)], _ body: [Statement], at span: Range<Int>
  ) {
    let types = assignments.map { compile($0.value) }
    function.openScope()
    for (assignment, type) in zip(assignments, types).reversed() { store(assignment.target, type, at: span) }
    compile(body: body)
    function.closeScope()
  }

  private mutating func print(_ value: Expression, at span: Range<Int>) {
    let mode = mode
    defer { if escapes { markup.advanceOverValue() } }
    if escapes, markup.needsQuotes, environment.schema != nil {
      report(
        "a value of an attribute stands in quotation marks", at: span, help: "write `\"` before and behind the braces")
    }
    // Without `else`, nothing is printed where the condition fails, whatever the rule for undefined values.
    if case .conditional(let inner, let condition, nil) = value.kind {
      let skip = jump(unless: condition)
      branches += 1
      print(inner, at: span)
      branches -= 1
      return function.patchJump(skip)
    }
    if environment.undefined != .strict {
      if let (slot, _) = slot(of: value) {
        return void(function.emit(.printSlot, slot, mode.rawValue, at: value.span))
      }
      if let path = path(value) { return void(function.emit(.printPath, path, mode.rawValue, at: value.span)) }
    }
    _ = compile(value)
    if case .call = value.kind, mode.rawValue <= PrintMode.markup.rawValue, let last = function.code.last,
      last.operation == .call || last.operation == .method
    {
      // What a macro prints goes straight to the page.
      return function.makeLastPrint()
    }
    requireDefined(value)
    function.emit(.print, 0, mode.rawValue, at: value.span)
  }

  private func void(_: Int) {}

  private mutating func compile(
    _ branches: [(condition: Expression, body: [Statement])], _ otherwise: [Statement], at span: Range<Int>
  ) {
    var ends: [Int] = []
    let before = markup
    for (condition, body) in branches {
      let skip = jump(unless: condition)
      self.branches += 1
      markup = before
      compile(body: body)
      ends.append(function.emit(.jump, at: span))
      function.patchJump(skip)
    }
    let after = markup
    markup = before
    compile(body: otherwise)
    markup = after
    self.branches -= branches.count
    for end in ends { function.patchJump(end) }
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
        return report("fields of `\(space)` can't be set", at: span)
      }
      let base = Expression(kind: .name(space), span: span)
      function.emit(.storeField, addPath(slot, field, base), at: span)
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
    let outer = escapes
    defer { escapes = outer }
    if case .constant(let constant) = value.kind {
      escapes = constant.isTrue
      return compileScoped(body)
    }
    // What is known only when the page is made is compiled both ways.
    _ = compile(value)
    let skip = function.emit(.jumpIfFalse, at: value.span)
    escapes = true
    compileScoped(body)
    let over = function.emit(.jump, at: value.span)
    function.patchJump(skip)
    escapes = false
    compileScoped(body)
    function.patchJump(over)
  }

  private mutating func compile(_ block: Block, at span: Range<Int>) {
    let context = isChild && isInRoot ? blockContexts[block.name] ?? MarkupContext() : markup
    let (index, _) = compileFunction("block \(block.name)", in: context) { $0.compile(body: block.body) }
    let visible = block.isScoped ? addScope(for: nil, at: span) : -1
    addBlock(block, index, context)
    if block.isRequired { requiredBlocks.insert(block.name) }
    unlessChild(span, prints: false) { $0.function.emit(.block, Int(block.name.id), visible, at: span) }
  }

  /// Pushes a macro.
  mutating func compile(_ macro: MacroDefinition, called title: String, at span: Range<Int>) {
    let caller = Symbol("caller")
    if let parameter = macro.parameters.first(where: { $0.name == caller }), parameter.defaultValue == nil {
      report(
        "a parameter `caller` must have a default", at: parameter.span, help: "write `caller=none`, or leave it out")
    }
    if macro.parameters.count > mostParameters {
      report("a macro has at most \(mostParameters) parameters", at: macro.parameters[mostParameters].span)
    }
    // The rest is a mistake already.
    let parameters = macro.parameters.prefix(mostParameters)
    let context = macro.name == caller ? markup : MarkupContext()
    let (index, reads) = compileFunction(title, in: context) { compiler in
      for parameter in parameters {
        let slot = compiler.function.declare(parameter.name)
        compiler.function.parameters.append(
          CompiledFunction.Parameter(name: parameter.name, slot: slot, hasDefault: parameter.defaultValue != nil))
      }
      compiler.declareImplicits(except: parameters.map(\.name))
      for (parameter, compiled) in zip(parameters, compiler.function.parameters) {
        guard let standard = parameter.defaultValue else { continue }
        let given = compiler.function.emit(.jumpIfGiven, 0, compiled.slot, at: standard.span)
        _ = compiler.compile(standard)
        compiler.function.emit(.store, compiled.slot, at: standard.span)
        compiler.function.patchJump(given)
      }
      compiler.compile(body: macro.body)
    }
    if isTopLevel, title != "call" { macros.add(macro.name, MacroSignature(macro, compiled(index))) }
    let visible = isTopLevel ? -1 : addScope(for: reads, at: span)
    function.emit(.macro, index, visible, at: span)
  }

  private mutating func declareImplicits(except parameters: [Symbol]) {
    func slot(_ name: String) -> Int {
      parameters.contains(Symbol(name)) ? function.newSlot() : function.declare(Symbol(name))
    }
    function.implicits = (slot("caller"), slot("varargs"), slot("kwargs"))
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
    function.emit(.print, 0, mode.rawValue, at: call.span)
  }
}

/// More than anybody tells apart: each is looked for among all others.
private let mostParameters = 500
