import Diagnostics
import Text

/// A compiled template. A class, because blocks, macros and includes of other templates refer to it.
final class Program: Sendable {
  let name: String
  let source: SourceFile
  let escapes: Bool
  let functions: [CompiledFunction]
  /// The function of each block.
  let blocks: [Symbol: Int]
  /// Blocks that a child must fill.
  let required: Set<Symbol>
  let tables: ProgramTables

  init(
    name: String, source: SourceFile, escapes: Bool, functions: [CompiledFunction], blocks: [Symbol: Int],
    required: Set<Symbol>, tables: ProgramTables
  ) {
    self.name = name
    self.source = source
    self.escapes = escapes
    self.functions = functions
    self.blocks = blocks
    self.required = required
    self.tables = tables
  }

  /// The function that renders the template itself.
  var root: CompiledFunction { functions[0] }
}

/// The template itself, a block or a macro: instructions with the names they use as slots.
struct CompiledFunction: Sendable {
  /// A parameter of a macro.
  struct Parameter: Sendable {
    let name: Symbol
    let slot: Int
    let hasDefault: Bool
  }

  /// What the function is, as an error's trace names it.
  let title: String
  let code: [Instruction]
  /// Where each instruction was written; asked for only when something goes wrong.
  let spans: [Range<Int>]
  let slotCount: Int
  /// Names that the function reads and does not set, with the slots into which their values are copied at its start.
  let captures: [(name: Symbol, slot: Int)]
  let parameters: [Parameter]
  /// The slots of `caller`, `varargs` and `kwargs`, in macros.
  let extras: (caller: Int, varargs: Int, kwargs: Int)?
  /// Whether the body asks for arguments beyond its parameters.
  let readsCaller: Bool
  let readsVarargs: Bool
  let readsKwargs: Bool
}

/// What instructions refer to by number.
struct ProgramTables: Sendable {
  /// A slot and an attribute of its value.
  struct Path: Sendable {
    let slot: Int
    let attribute: Symbol
  }

  /// A filter, a test or a call with its arguments as they lie on the stack.
  struct Use: Sendable {
    var filter: Filter?
    var test: Test?
    /// The name of a method.
    var method: Symbol?
    /// How many values lie on the stack without and with names.
    var positional = 0
    var named: [Symbol] = []
    var hasSpread = false
    var hasNamedSpread = false
    /// For filters and tests: the parameter that each value on the stack is for, in the order of the stack.
    var parameters: [Int] = []
    /// What is called, as the source writes it.
    var callee = ""
    /// Whether markup is escaped where this stands.
    var escapes = false
  }

  /// An include or import.
  struct Site: Sendable {
    let ignoreMissing: Bool
    let withContext: Bool
    let visible: [(name: Symbol, slot: Int)]
  }

  /// A loop that may call itself: where its turns begin and end, and which slots belong to it.
  struct LoopFrame: Sendable {
    var start = 0
    var end = 0
    var slots: Range<Int> = 0..<0
  }

  var constants: [Value] = []
  var paths: [Path] = []
  var uses: [Use] = []
  var sites: [Site] = []
  var loops: [LoopFrame] = []
  /// The names visible at a place: for macros, scoped blocks and includes.
  var scopes: [[(name: Symbol, slot: Int)]] = []
}
