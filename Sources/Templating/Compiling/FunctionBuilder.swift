/// Gathers the instructions of one function while it is compiled.
struct FunctionBuilder {
  /// What a name stands for within a scope.
  enum Binding {
    case slot(Int, Shape.FieldType)
    /// The state of a loop; the number is how many loops are around it.
    case loop(depth: Int, frame: Int)
  }

  let title: String
  private(set) var code: [Instruction] = []
  private(set) var spans: [Range<Int>] = []
  private(set) var slotCount = 0
  private(set) var captures: [(name: Symbol, slot: Int)] = []
  private var names: [(name: Symbol, slot: Int)] = []
  var parameters: [CompiledFunction.Parameter] = []
  /// The slots of `caller`, `varargs` and `kwargs`, in macros.
  var implicits: (caller: Int, varargs: Int, kwargs: Int)?
  /// Names from the outermost scope in.
  private(set) var scopes: [[Symbol: Binding]] = [[:]]
  /// How many loops are open, and what `break` and `continue` must mend in each.
  var loops: [OpenLoop] = []
  /// Names that are set in a turn of a loop and end with it.
  var loopLocals: Set<Symbol> = []

  struct OpenLoop {
    let start: Int
    var leaving: [Int] = []
    /// How many captures were open when the loop began.
    let captures: Int
    /// Whether a template that is included there sees the loop: as in Jinja, where the loop's own body speaks of it.
    let isShown: Bool
  }

  /// How many captures of output are open.
  var openCaptures = 0

  init(_ title: String) { self.title = title }

  /// Adds an instruction and gives its address.
  @discardableResult
  mutating func emit(_ operation: Operation, _ a: Int = 0, _ b: Int = 0, at span: Range<Int>) -> Int {
    code.append(Instruction(operation, a, b))
    spans.append(span)
    return code.count - 1
  }

  /// Lets the call that was emitted last print its result.
  mutating func makeLastPrint() { code[code.count - 1].b = 1 }

  /// The address of the next instruction.
  var nextAddress: Int { code.count }

  /// Makes an instruction that was emitted before go here.
  mutating func patchJump(_ address: Int) { code[address].a = Int32(nextAddress) }

  mutating func newSlot() -> Int {
    slotCount += 1
    return slotCount - 1
  }

  /// A new slot for a name in the innermost scope.
  mutating func declare(_ name: Symbol, _ type: Shape.FieldType = .any) -> Int {
    let slot = newSlot()
    names.append((name, slot))
    scopes[scopes.count - 1][name] = .slot(slot, type)
    return slot
  }

  mutating func bind(_ name: Symbol, _ binding: Binding) { scopes[scopes.count - 1][name] = binding }

  mutating func openScope() { scopes.append([:]) }

  mutating func closeScope() { scopes.removeLast() }

  /// What a name stands for, if a scope of this function knows it.
  func binding(of name: Symbol) -> Binding? {
    for scope in scopes.reversed() { if let binding = scope[name] { return binding } }
    return nil
  }

  /// The innermost loop that included templates see.
  var shownLoop: (depth: Int, frame: Int)? {
    for scope in scopes.reversed() {
      if case .loop(let depth, let frame)? = scope[FunctionBuilder.loop], loops[depth - 1].isShown {
        return (depth, frame)
      }
      if case .slot? = scope[FunctionBuilder.loop] { return nil }
    }
    return nil
  }

  private static let loop = Symbol("loop")

  /// A slot that receives a name's value when the function begins.
  mutating func capture(_ name: Symbol, _ type: Shape.FieldType) -> Int {
    let slot = newSlot()
    captures.append((name, slot))
    names.append((name, slot))
    scopes[0][name] = .slot(slot, type)
    return slot
  }

  /// The same for a name that is not visible here: one that only an iteration of a loop begins with.
  mutating func captureHidden(_ name: Symbol) -> Int {
    let slot = newSlot()
    captures.append((name, slot))
    return slot
  }

  /// Every name that can be seen here, with its slot.
  var visible: [(name: Symbol, slot: Int)] {
    var slots: [Symbol: Int] = [:]
    for scope in scopes {
      for (name, binding) in scope {
        if case .slot(let slot, _) = binding { slots[name] = slot }
      }
    }
    return slots.sorted { $0.value < $1.value }.map { ($0.key, $0.value) }
  }

  /// The finished function.
  func finished(escapes: Bool) -> CompiledFunction {
    func read(_ slot: Int?) -> Int? {
      slot.flatMap { slot in
        code.contains { reads($0, slot) } ? slot : nil
      }
    }
    return CompiledFunction(
      title: title, code: code, spans: spans, slotCount: slotCount, stackCount: stackCount, captures: captures,
      parameters: parameters,
      implicits: CompiledFunction.ImplicitParameters(
        caller: read(implicits?.caller), varargs: read(implicits?.varargs), kwargs: read(implicits?.kwargs)),
      selfSlot: captures.first { title == "macro \($0.name)" }?.slot, names: names, loopLocals: loopLocals,
      escapes: escapes)
  }

  private func reads(_ instruction: Instruction, _ slot: Int) -> Bool {
    switch instruction.operation {
    case .slot, .printSlot, .copy: Int(instruction.a) == slot
    case .path, .printPath, .jumpIfPathFalse, .jumpIfPathNone: reads.contains(slot)
    case .macro, .include, .importModule, .block: reads.contains(slot)
    default: false
    }
  }

  /// Slots that are read through a table.
  var reads: Set<Int> = []

  /// More values than the stack ever holds: one for each instruction that may push some.
  private var stackCount: Int {
    code.reduce(1) { count, instruction in
      switch instruction.operation {
      case .constant, .slot, .path, .duplicate, .filter, .test, .call, .method, .loopNext, .loopPart, .loopState,
        .selectEnd, .captureEnd, .importModule, .macro, .loopRecursion, .list, .tuple, .map, .concatenate:
        count + 1
      case .unpack: count + max(1, Int(instruction.a))
      default: count
      }
    }
  }
}
