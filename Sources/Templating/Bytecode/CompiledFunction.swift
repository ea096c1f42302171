/// The template itself, a block or a macro: instructions with the names they use as slots.
final class CompiledFunction: Sendable {
  /// A parameter of a macro.
  struct Parameter: Sendable {
    let name: Symbol
    let slot: Int
    let hasDefault: Bool
  }

  /// The slots of what a macro may ask for beside its parameters; `nil` for what its body never reads.
  struct ImplicitParameters: Sendable {
    var caller: Int?
    var varargs: Int?
    var kwargs: Int?
  }

  /// What the function is, as an error's trace names it.
  let title: String
  let code: [Instruction]
  /// Where each instruction was written; asked for only when something goes wrong.
  let spans: [Range<Int>]
  let slotCount: Int
  /// How many values the stack can hold at once, at most.
  let stackCount: Int
  /// Names that the function reads and does not set, with the slots into which their values are copied at its start.
  let captures: [(name: Symbol, slot: Int)]
  let parameters: [Parameter]
  let implicits: ImplicitParameters
  /// The slot from which a macro reads itself, where nothing outside shows it.
  let selfSlot: Int?
  /// The names that slots have in the source, for messages.
  let names: [(name: Symbol, slot: Int)]
  /// Names that are set in a loop's turn alone, for messages.
  let loopLocals: Set<Symbol>
  /// Whether what it prints is escaped.
  let escapes: Bool

  init(
    title: String, code: [Instruction], spans: [Range<Int>], slotCount: Int, stackCount: Int,
    captures: [(name: Symbol, slot: Int)], parameters: [Parameter], implicits: ImplicitParameters, selfSlot: Int?,
    names: [(name: Symbol, slot: Int)], loopLocals: Set<Symbol>, escapes: Bool
  ) {
    self.title = title
    self.code = code
    self.spans = spans
    self.slotCount = slotCount
    self.stackCount = stackCount
    self.captures = captures
    self.parameters = parameters
    self.implicits = implicits
    self.selfSlot = selfSlot
    self.names = names
    self.loopLocals = loopLocals
    self.escapes = escapes
  }
}
