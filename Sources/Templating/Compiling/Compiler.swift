import Diagnostics
import Text

/// Turns the statements of a template into a program: names into slots, expressions into flat instructions.
struct Compiler {
  let name: String
  let source: SourceFile
  let environment: Environment
  private(set) var mistakes: [TemplateMistake] = []
  /// Templates that are named by a literal.
  private(set) var references: [Reference] = []
  /// The parent, where it is named by a literal.
  private(set) var parent: String?
  private(set) var blocks: [Symbol: Int] = [:]
  private(set) var blockSpans: [(name: Symbol, span: Range<Int>)] = []
  /// Where in the markup each block begins, for the same block in a child.
  private(set) var blockContexts: [Symbol: MarkupContext] = [:]
  /// Names that macros and the template itself read from outside, with the first use of each.
  private(set) var freeVariables: [Symbol: Range<Int>] = [:]
  /// Names of which the template asks whether they are there.
  private var optionalNames: Set<Symbol> = []
  /// The macros that the template makes, imports and calls.
  var macros = MacroTable()
  /// How often the template gives each name a value, in whatever scope.
  private(set) var assignments: [Symbol: Int] = [:]
  /// What the template reads of its context.
  var uses = VariableUses()
  var tables = ProgramTables()
  /// The entry of each attribute's name.
  private var attributes: [Symbol: Int] = [:]
  var function: FunctionBuilder
  private var finished: [Int: CompiledFunction] = [:]
  private var functionCount = 1
  /// Whether output is escaped here.
  var escapes: Bool
  /// Where in the markup this is.
  var markup = MarkupContext()
  private let escapesFile: Bool
  /// What is computed while the template is compiled; where that is much, it waits until it is rendered.
  let folding = Allowance(.ofConstants)
  /// Whether the statements are those of the template itself, in no block or macro.
  var isTopLevel: Bool { isInRoot && function.scopes.count == 1 }
  var isInRoot = true
  /// How many conditions decide whether this is reached.
  var branches = 0
  /// Whether a literal `extends` stands above, so that only blocks are printed from here on.
  var isChild = false
  /// Whether an `extends` stands above under a condition.
  var mayBeChild = false
  /// The template that the first `extends` names.
  var extendsSpan = 0..<0
  /// Whether the function that is compiled shows its names to other templates.
  var showsNames = false
  /// Blocks that stand inside a block of this template.
  private(set) var nestedBlocks: Set<Symbol> = []
  var hasParent = false
  /// Blocks that a child must fill.
  var requiredBlocks: Set<Symbol> = []

  /// Names that the template sets at its top, which its blocks and macros see.
  private var exported: Set<Symbol> = []

  /// A template that another names.
  struct Reference {
    let name: String
    let span: Range<Int>
    /// Whether it is imported without the names that are visible there.
    var isAlone = false
    /// Whether nothing is printed where there is no such template.
    var mayBeMissing = false
  }

  init(name: String, source: SourceFile, environment: Environment) {
    self.name = name
    self.source = source
    self.environment = environment
    escapesFile = [".html", ".htm", ".xml", ".svg"].contains { name.hasSuffix($0) }
    escapes = escapesFile
    function = FunctionBuilder("template \(name)")
  }

  /// The program of a parsed template; blocks begin where those of the parent do.
  mutating func compile(_ statements: [Statement], contexts: [Symbol: MarkupContext]) -> TemplateProgram {
    blockContexts = contexts
    statements.collectAssigned(into: &exported, intoScopes: false)
    compile(body: statements)
    function.emit(.end, at: source.bytes.count..<source.bytes.count)
    finished[0] = function.finished(escapes: escapes)
    let functions = (0..<functionCount).compactMap { finished[$0] }
    return TemplateProgram(
      name: name, source: source, escapes: escapesFile, functions: functions, blocks: blocks, required: requiredBlocks,
      tables: tables)
  }

  mutating func compile(body: [Statement]) {
    for statement in body { compile(statement) }
  }

  mutating func report(_ mistake: TemplateMistake) { mistakes.append(mistake) }

  mutating func report(
    _ message: String, at span: Range<Int>, help: String? = nil, also: TemplateMistake.Also? = nil
  ) {
    mistakes.append(TemplateMistake(message, at: span, help: help, also: also))
  }

  mutating func refer(to expression: Expression, alone: Bool = false, mayBeMissing: Bool = false) {
    guard case .constant(.text(let bytes)) = expression.kind else {
      uses.isOpen = true
      return
    }
    references.append(
      Reference(name: bytes.string, span: expression.span, isAlone: alone, mayBeMissing: mayBeMissing))
  }

  mutating func setParent(_ expression: Expression) {
    if case .constant(.text(let bytes)) = expression.kind { parent = bytes.string }
    hasParent = true
  }

  /// The function at an entry of the table.
  func compiled(_ index: Int) -> CompiledFunction? { finished[index] }

  /// Compiles a block or macro as a function of its own; the second result says which names it reads from outside.
  mutating func compileFunction(
    _ title: String, in context: MarkupContext, _ compileBody: (inout Compiler) -> Void
  ) -> (index: Int, reads: Set<Symbol>?) {
    let index = functionCount
    functionCount += 1
    let outer = (function, isInRoot, escapes, markup, branches, showsNames)
    function = FunctionBuilder(title)
    (isInRoot, markup, branches, showsNames) = (false, context, 0, false)
    compileBody(&self)
    function.emit(.end, at: 0..<0)
    let reads = showsNames ? nil : Set(function.captures.map(\.name))
    finished[index] = function.finished(escapes: escapes)
    let shows = showsNames
    (function, isInRoot, escapes, markup, branches, showsNames) = outer
    showsNames = showsNames || shows
    return (index, reads)
  }

  mutating func addBlock(_ block: Block, _ index: Int, _ context: MarkupContext) {
    if blocks[block.name] != nil {
      let first = blockSpans.first { $0.name == block.name }?.span
      report(
        "there are two blocks `\(block.name)`", at: block.nameSpan, help: "give each block a name of its own",
        also: first.map { TemplateMistake.Also(message: "the first is here", span: $0) })
    }
    blocks[block.name] = index
    blockContexts[block.name] = context
    if !isInRoot { nestedBlocks.insert(block.name) }
    blockSpans.append((block.name, block.nameSpan))
  }

  /// The slot from which a name is read, and what is known of its type.
  mutating func read(_ name: Symbol, field: Symbol? = nil, at span: Range<Int>) -> FunctionBuilder.Binding {
    if let binding = function.binding(of: name) {
      // A name that the function itself reads from outside may be the context's.
      if case .slot(let slot, _) = binding, function.captures.contains(where: { $0.slot == slot }) {
        uses.add(name, field)
      }
      return binding
    }
    uses.add(name, field)
    let type = environment.schema?.type(of: name)
    let isAssigned = environment.assigned.contains(name)
    if let schema = environment.schema, type == nil, environment.library.globals[name] == nil, !isVisible(name) {
      let known = schema.names + exported.map(\.description) + environment.library.globals.keys.map(\.description)
      let help: String? =
        isAssigned
        ? "it is set inside a loop, a macro or a `with`, and ends there; make a `namespace` before and set its fields"
        : .suggestion(known.nearest(to: "\(name)"))
      report("there is no variable `\(name)` here", at: span, help: help)
    }
    if type != nil, freeVariables[name] == nil, !optionalNames.contains(name) { freeVariables[name] = span }
    // A name that templates set may be shadowed where this is rendered.
    let known = isAssigned ? .any : type ?? .any
    return .slot(function.capture(name, known), known)
  }

  /// Notes that the template asks whether a name is there, and may read it then.
  mutating func markOptional(_ expression: Expression) {
    guard case .name(let name) = expression.kind else { return }
    optionalNames.insert(name)
    freeVariables[name] = nil
  }

  /// Whether something may have given the name a value that is seen here.
  private func isVisible(_ name: Symbol) -> Bool {
    exported.contains(name) || environment.assignedElsewhere(than: self.name).contains(name)
  }

  /// The slot to which a name is written in the innermost scope.
  mutating func write(_ name: Symbol, _ type: Shape.FieldType) -> Int {
    assignments[name, default: 0] += 1
    if !function.loops.isEmpty { function.loopLocals.insert(name) }
    if case .slot(let slot, _)? = function.scopes.last?[name] {
      function.bind(name, .slot(slot, .any))
      return slot
    }
    // At the top a name may be read where no assignment was reached: then it has the value from outside.
    if function.scopes.count == 1 { return function.capture(name, .any) }
    return function.declare(name, type)
  }

  /// Adds the names that a function which is made here can read, those it does read where that is known.
  mutating func addScope(for reads: Set<Symbol>?, at span: Range<Int>) -> Int {
    let names = visibleNames(reads.map { $0.contains(Symbol("loop")) } ?? true, at: span)
    let seen = names.filter { reads?.contains($0.name) ?? true }
    if reads != nil { for name in seen { function.reads.insert(name.slot) } }
    if seen.isEmpty, reads != nil { return -1 }
    tables.scopes.append(seen)
    return tables.scopes.count - 1
  }

  /// The names that can be seen here; the state of a loop is put into a slot, so that it can be seen, too.
  mutating func visibleNames(
    _ withLoop: Bool = true, forInclusion: Bool = false, at span: Range<Int>
  ) -> [(name: Symbol, slot: Int)] {
    let loop = Symbol("loop")
    guard case .loop(var depth, var frame)? = function.binding(of: loop) else { return function.visible }
    let names = function.visible.filter { $0.name != loop }
    guard withLoop else { return names }
    if forInclusion {
      guard let shown = function.shownLoop else { return names }
      (depth, frame) = shown
    }
    let slot = function.newSlot()
    function.emit(.loopState, frame, function.loops.count - depth, at: span)
    function.emit(.store, slot, at: span)
    return names + [(loop, slot)]
  }

  mutating func constant(_ value: Value) -> Int {
    tables.constants.append(value)
    return tables.constants.count - 1
  }

  mutating func attribute(_ symbol: Symbol) -> Int {
    if let known = attributes[symbol] { return known }
    tables.attributes.append(ProgramTables.Attribute(symbol))
    attributes[symbol] = tables.attributes.count - 1
    return tables.attributes.count - 1
  }
}
