/// What a function runs with: its names in slots and the values it computes with on a stack, in memory that is taken when
/// the function begins and given back when it ends.
struct Frame {
  let program: TemplateProgram
  let function: CompiledFunction
  let scope: Scope
  let chain: InheritanceChain
  /// Which block it is and how far up its chain, for `super()`.
  let block: (name: Symbol, level: Int)?
  let slots: UnsafeMutablePointer<Value>
  /// The program's memory.
  let text: UnsafeMutablePointer<UInt8>
  let constants: UnsafeMutablePointer<Value>
  let paths: UnsafeMutablePointer<ProgramTables.Path>
  /// Where the next value on the stack goes; the compiler knows how many there are at most.
  private(set) var top: UnsafeMutablePointer<Value>
  var loops: [LoopState] = []
  var selections: [[Value]] = []
  /// How often loops have called themselves to get here.
  var depth = 0

  init(
    _ function: CompiledFunction, of program: TemplateProgram, scope: Scope, chain: InheritanceChain,
    block: (name: Symbol, level: Int)?, memory: UnsafeMutablePointer<Value>
  ) {
    self.function = function
    self.program = program
    self.scope = scope
    self.chain = chain
    self.block = block
    slots = memory
    text = program.text
    constants = program.constants
    paths = program.paths
    slots.initialize(repeating: .undefined, count: function.slotCount)
    top = memory + function.slotCount
  }

  /// Lets go of all values; the frame must not be used after it.
  func end() { slots.deinitialize(count: top - slots) }

  /// Lets a macro that was allocated inside a loop or block see itself.
  func bindSelf(_ macro: Macro) {
    if let slot = function.selfSlot, slots[slot].isUndefined { slots[slot] = .callable(macro) }
  }

  /// How many values lie on the stack.
  var height: Int { top - slots - function.slotCount }

  @inline(__always)
  mutating func push(_ value: consuming Value) {
    top.initialize(to: value)
    top += 1
  }

  @inline(__always)
  mutating func pop() -> Value {
    top -= 1
    return top.move()
  }

  /// Drops the value on top.
  @inline(__always)
  mutating func drop() {
    top -= 1
    top.deinitialize(count: 1)
  }

  /// The values on top of the stack, the last pushed last.
  mutating func pop(_ count: Int) -> [Value] {
    guard count > 0 else { return [] }
    top -= count
    let values = Array(UnsafeBufferPointer(start: top, count: count))
    top.deinitialize(count: count)
    return values
  }

  /// Drops values until the stack has a height.
  mutating func drop(to height: Int) {
    let extra = self.height - height
    guard extra > 0 else { return }
    top -= extra
    top.deinitialize(count: extra)
  }

  /// The value on top of the stack.
  var last: Value {
    @inline(__always) get { top[-1] }
    @inline(__always) nonmutating set { top[-1] = newValue }
  }
}
