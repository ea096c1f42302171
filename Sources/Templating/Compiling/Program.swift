import Coding
import Diagnostics
import Text

/// A compiled template. A class, because blocks, macros and includes of other templates refer to it.
///
/// Unchecked, because the memory that it keeps for the machine is written before anyone else sees it.
final class Program: @unchecked Sendable {
  let name: String
  let source: SourceFile
  let escapes: Bool
  let functions: [CompiledFunction]
  /// The function of each block.
  let blocks: [Symbol: Int]
  /// Blocks that a child must fill.
  private let required: Set<Symbol>
  let tables: ProgramTables
  /// The source, the constants, the paths and the names of attributes once more, where the machine reads them without counting references.
  let text: UnsafeMutablePointer<UInt8>
  let constants: UnsafeMutablePointer<Value>
  let paths: UnsafeMutablePointer<ProgramTables.Path>
  let symbols: UnsafeMutablePointer<Symbol>

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
    text = .allocate(capacity: max(1, source.bytes.count))
    text.initialize(from: source.bytes, count: source.bytes.count)
    constants = .allocate(capacity: max(1, tables.constants.count))
    constants.initialize(from: tables.constants, count: tables.constants.count)
    paths = .allocate(capacity: max(1, tables.paths.count))
    paths.initialize(from: tables.paths, count: tables.paths.count)
    symbols = .allocate(capacity: max(1, tables.attributes.count))
    symbols.initialize(from: tables.attributes.map(\.symbol), count: tables.attributes.count)
  }

  deinit {
    text.deallocate()
    constants.deinitialize(count: tables.constants.count)
    constants.deallocate()
    paths.deallocate()
    symbols.deallocate()
  }

  /// What tells the program from others: its source, and what was computed of it.
  var fingerprint: Fingerprint {
    var writer = BinaryWriter()
    writer.put(source.bytes)
    writer.put(tables.constants) { $0.write(to: &$1) }
    return writer.fingerprint
  }

  /// Whether a child must fill a block.
  func requires(_ block: Symbol) -> Bool { !required.isEmpty && required.contains(block) }

  /// The function that renders the template itself.
  var root: CompiledFunction { functions[0] }
}

/// The template itself, a block or a macro: instructions with the names they use as slots.
///
/// Unchecked, because the memory of the instructions is written once, before anyone else sees it.
final class CompiledFunction: @unchecked Sendable {
  /// A parameter of a macro.
  struct Parameter: Sendable {
    let name: Symbol
    let slot: Int
    let hasDefault: Bool
  }

  /// The slots of what a macro may ask for beside its parameters; `nil` for what its body never reads.
  struct Extras: Sendable {
    var caller: Int?
    var varargs: Int?
    var kwargs: Int?
  }

  /// What the function is, as an error's trace names it.
  let title: String
  let code: UnsafeMutablePointer<Instruction>
  /// Where each instruction was written; asked for only when something goes wrong.
  let spans: [Range<Int>]
  let slotCount: Int
  /// How many values the stack can hold at once, at most.
  let stackCount: Int
  /// Names that the function reads and does not set, with the slots into which their values are copied at its start.
  let captures: [(name: Symbol, slot: Int)]
  let parameters: [Parameter]
  let extras: Extras
  /// The slot from which a macro reads itself, where nothing outside shows it.
  let ownSlot: Int?
  /// The names that slots have in the source, for messages.
  let names: [(name: Symbol, slot: Int)]
  /// Names that are set in a loop's turn alone, for messages.
  let loopLocals: Set<Symbol>
  /// Whether what it prints is escaped.
  let escapes: Bool

  init(
    title: String, code: [Instruction], spans: [Range<Int>], slotCount: Int, stackCount: Int,
    captures: [(name: Symbol, slot: Int)], parameters: [Parameter], extras: Extras, ownSlot: Int?,
    names: [(name: Symbol, slot: Int)], loopLocals: Set<Symbol>, escapes: Bool
  ) {
    self.title = title
    self.code = .allocate(capacity: code.count)
    self.code.initialize(from: code, count: code.count)
    self.spans = spans
    self.slotCount = slotCount
    self.stackCount = stackCount
    self.captures = captures
    self.parameters = parameters
    self.extras = extras
    self.ownSlot = ownSlot
    self.names = names
    self.loopLocals = loopLocals
    self.escapes = escapes
  }

  deinit { code.deallocate() }
}

/// What instructions refer to by number.
struct ProgramTables: Sendable {
  /// An attribute's name, as records and as maps look for it.
  struct Attribute: Sendable {
    let symbol: Symbol
    let key: Bytes

    init(_ symbol: Symbol) {
      self.symbol = symbol
      key = Bytes(symbol.description.utf8)
    }
  }

  /// A slot and an attribute of its value: four numbers, so that reading one costs no reference.
  struct Path: Sendable {
    let slot: Int32
    let symbol: Symbol
    /// The entry of the attribute's name.
    let attribute: Int32
    /// The length of the base in the source.
    let base: Int32
  }

  /// A filter, a test or a call with its arguments as they lie on the stack. A class, so that using it copies nothing.
  final class Use: Sendable {
    let filter: Filter?
    let test: Test?
    /// The name of a method.
    let method: Attribute?
    /// How many values lie on the stack without and with names.
    let positional: Int
    let named: [Symbol]
    let hasSpread: Bool
    let hasNamedSpread: Bool
    /// For filters and tests: the parameter that each value on the stack is for, in the order of the stack.
    let parameters: [Int]
    /// What is called, as the source writes it.
    let callee: String
    /// Whether markup is escaped where this stands.
    let escapes: Bool
    /// The filter or test, where it is given the same each time; nothing lies on the stack then. Made ready once, since
    /// taking it apart for each use would copy a dozen references.
    let readyFilter: (@Sendable (Value) throws(Failure) -> Value)?
    let readyTest: (@Sendable (Value) throws(Failure) -> Bool)?

    init(_ draft: UseDraft, constants: Input?) {
      filter = draft.filter
      test = draft.test
      if let constants, let apply = draft.filter?.apply {
        readyFilter = { (value) throws(Failure) in try apply(value, constants) }
      } else {
        readyFilter = nil
      }
      if let constants, let holds = draft.test?.holds {
        readyTest = { (value) throws(Failure) in try holds(value, constants) }
      } else {
        readyTest = nil
      }
      method = draft.method.map { Attribute($0) }
      positional = draft.positional
      named = draft.named
      hasSpread = draft.hasSpread
      hasNamedSpread = draft.hasNamedSpread
      parameters = draft.parameters
      callee = draft.callee
      escapes = draft.escapes
    }
  }

  /// An include or import.
  struct Site: Sendable {
    let ignoreMissing: Bool
    let withContext: Bool
    let visible: [(name: Symbol, slot: Int)]
  }

  /// A loop that may call itself: where its work on given values begins and ends.
  struct LoopFrame: Sendable {
    var start = 0
    var end = 0
  }

  var constants: [Value] = []
  var attributes: [Attribute] = []
  var paths: [Path] = []
  var uses: [Use] = []
  var sites: [Site] = []
  var loops: [LoopFrame] = []
  /// The names visible at a place: for macros, scoped blocks and includes.
  var scopes: [[(name: Symbol, slot: Int)]] = []
  /// Mistakes that matter only where they are reached.
  var mistakes: [TemplateMistake] = []
}

/// A use while it is compiled.
struct UseDraft {
  var filter: Filter?
  var test: Test?
  var method: Symbol?
  var positional = 0
  var named: [Symbol] = []
  var hasSpread = false
  var hasNamedSpread = false
  var parameters: [Int] = []
  var callee = ""
  var escapes = false
}
