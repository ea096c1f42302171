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
  var parameters: [CompiledFunction.Parameter] = []
  var extras: (caller: Int, varargs: Int, kwargs: Int)?
  /// Names from the outermost scope in.
  private(set) var scopes: [[Symbol: Binding]] = [[:]]
  /// How many loops are open, and what `break` and `continue` must mend in each.
  var loops: [OpenLoop] = []

  struct OpenLoop {
    let start: Int
    var leaving: [Int] = []
    /// How many captures were open when the loop began.
    let captures: Int
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

  /// Lets the call that was emitted last print its result, escaped when `escape` is 1.
  mutating func makeLastPrint(_ escape: Int) { code[code.count - 1].b = Int32(1 + escape) }

  /// The address of the next instruction.
  var here: Int { code.count }

  /// Makes an instruction that was emitted before go here.
  mutating func land(_ address: Int) { code[address].a = Int32(here) }

  mutating func newSlot() -> Int {
    slotCount += 1
    return slotCount - 1
  }

  /// A new slot for a name in the innermost scope.
  mutating func declare(_ name: Symbol, _ type: Shape.FieldType = .any) -> Int {
    let slot = newSlot()
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

  /// A slot that receives a name's value when the function begins.
  mutating func capture(_ name: Symbol, _ type: Shape.FieldType) -> Int {
    let slot = newSlot()
    captures.append((name, slot))
    scopes[0][name] = .slot(slot, type)
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
  func finished() -> CompiledFunction {
    func reads(_ slot: Int?) -> Bool {
      code.contains { ($0.operation == .slot || $0.operation == .printSlot) && Int($0.a) == slot }
    }
    return CompiledFunction(
      title: title, code: code, spans: spans, slotCount: slotCount, captures: captures, parameters: parameters,
      extras: extras, readsCaller: reads(extras?.caller), readsVarargs: reads(extras?.varargs),
      readsKwargs: reads(extras?.kwargs))
  }
}
