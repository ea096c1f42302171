import Diagnostics
import Text

/// Turns the statements of a template into a program: names into slots, expressions into flat instructions.
struct Compiler {
  let name: String
  let source: SourceFile
  let library: Library
  let schema: ContextSchema?
  /// Names that some template of the set gives a value, which an include may see.
  let assigned: Set<Symbol>
  private(set) var mistakes: [TemplateMistake] = []
  /// Templates that are named by a literal, with the places that name them.
  private(set) var references: [(name: String, span: Range<Int>)] = []
  /// The parent, where it is named by a literal.
  private(set) var parent: String?
  private(set) var blocks: [Symbol: Int] = [:]
  private(set) var blockSpans: [(name: Symbol, span: Range<Int>)] = []
  var tables = ProgramTables()
  var function: FunctionBuilder
  private var finished: [Int: CompiledFunction] = [:]
  private var functionCount = 1
  /// Whether output is escaped at this place.
  var escapes: Bool
  private let escapesFile: Bool
  /// Whether the statements are those of the template itself, in no block or macro.
  var isTopLevel: Bool { isInRoot && function.scopes.count == 1 }
  private var isInRoot = true
  /// Blocks that stand inside a block of this template.
  private(set) var nestedBlocks: Set<Symbol> = []
  var hasParent = false
  /// Blocks that a child must fill.
  var requiredBlocks: Set<Symbol> = []

  init(name: String, source: SourceFile, library: Library, schema: ContextSchema?, assigned: Set<Symbol>) {
    self.name = name
    self.source = source
    self.library = library
    self.schema = schema
    self.assigned = assigned
    escapesFile = [".html", ".htm", ".xml"].contains { name.hasSuffix($0) }
    escapes = escapesFile
    function = FunctionBuilder("template \(name)")
  }

  /// The program of a parsed template.
  mutating func compile(_ statements: [Statement]) -> Program {
    compile(body: statements)
    function.emit(.end, at: source.bytes.count..<source.bytes.count)
    finished[0] = function.finished()
    let functions = (0..<functionCount).compactMap { finished[$0] }
    return Program(
      name: name, source: source, escapes: escapesFile, functions: functions, blocks: blocks, required: requiredBlocks,
      tables: tables)
  }

  mutating func compile(body: [Statement]) {
    for statement in body { compile(statement) }
  }

  mutating func note(_ mistake: TemplateMistake) { mistakes.append(mistake) }

  mutating func note(_ message: String, at span: Range<Int>, help: String? = nil) {
    mistakes.append(TemplateMistake(message, at: span, help: help))
  }

  mutating func refer(to expression: Expression) {
    guard case .constant(.text(let bytes)) = expression.kind else { return }
    references.append((bytes.string, expression.span))
  }

  mutating func setParent(_ expression: Expression) {
    if case .constant(.text(let bytes)) = expression.kind { parent = bytes.string }
    hasParent = true
  }

  /// Compiles a block or macro as a function of its own.
  mutating func compileFunction(_ title: String, _ compileBody: (inout Compiler) -> Void) -> Int {
    let index = functionCount
    functionCount += 1
    let (outer, wasInRoot, escaped) = (function, isInRoot, escapes)
    function = FunctionBuilder(title)
    isInRoot = false
    compileBody(&self)
    function.emit(.end, at: 0..<0)
    finished[index] = function.finished()
    (function, isInRoot, escapes) = (outer, wasInRoot, escaped)
    return index
  }

  mutating func addBlock(_ block: Block, _ index: Int) {
    if blocks[block.name] != nil {
      note("there are two blocks `\(block.name)`", at: block.nameSpan, help: "give each block a name of its own")
    }
    blocks[block.name] = index
    if !isInRoot { nestedBlocks.insert(block.name) }
    blockSpans.append((block.name, block.nameSpan))
  }

  /// The slot from which a name is read, and what is known of its type.
  mutating func read(_ name: Symbol, at span: Range<Int>) -> FunctionBuilder.Binding {
    if let binding = function.binding(of: name) { return binding }
    let type = schema?.type(of: name)
    if let schema, type == nil, !assigned.contains(name), library.globals[name] == nil {
      let known = schema.names + assigned.map(\.description) + library.globals.keys.map(\.description)
      note("there is no variable `\(name)` here", at: span, help: .suggestion(known.sorted().nearest(to: "\(name)")))
    }
    // A name that templates set may be shadowed where this is rendered.
    let isFixed = !assigned.contains(name)
    return .slot(function.capture(name, isFixed ? type ?? .any : .any), isFixed ? type ?? .any : .any)
  }

  /// The slot to which a name is written in the innermost scope.
  mutating func write(_ name: Symbol, _ type: Shape.FieldType) -> Int {
    if case .slot(let slot, _)? = function.scopes.last?[name] {
      function.bind(name, .slot(slot, .any))
      return slot
    }
    // At the top a name may be read where no assignment was reached: then it has the value from outside.
    if function.scopes.count == 1 { return function.capture(name, .any) }
    return function.declare(name, type)
  }

  mutating func addScope(at span: Range<Int>) -> Int {
    tables.scopes.append(visibleNames(at: span))
    return tables.scopes.count - 1
  }

  /// The names that can be seen here; the state of a loop is put into a slot, so that it can be seen, too.
  mutating func visibleNames(at span: Range<Int>) -> [(name: Symbol, slot: Int)] {
    let loop = Symbol("loop")
    guard case .loop(let depth, _)? = function.binding(of: loop) else { return function.visible }
    let slot = function.newSlot()
    function.emit(.loopState, 0, function.loops.count - depth, at: span)
    function.emit(.store, slot, at: span)
    return function.visible.filter { $0.name != loop } + [(loop, slot)]
  }

  mutating func constant(_ value: Value) -> Int {
    tables.constants.append(value)
    return tables.constants.count - 1
  }
}
