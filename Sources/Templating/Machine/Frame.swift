/// What a function runs with: its names in slots and the values it computes with on a stack, in memory that is taken when
/// the function begins and given back when it ends.
///
/// Safe to use, because the compiler counts the slots of a function and how many values its stack holds at most, and the
/// memory has room for both. What hands out addresses is marked.
@safe
struct Frame {
  let program: TemplateProgram
  let function: CompiledFunction
  let scope: Scope
  let chain: InheritanceChain
  /// Which block it is and how far up its chain, for `super()`.
  let block: (name: Symbol, level: Int)?
  /// The program's, since nearly every instruction reads it.
  let memory: ProgramMemory
  private let slots: UnsafeMutablePointer<Value>
  /// Where the next value on the stack goes.
  private var top: UnsafeMutablePointer<Value>
  var loops: [LoopState] = []
  var selections: [[Value]] = []
  /// How often loops have called themselves to get here.
  var depth = 0

  /// - Parameter memory: Room for the slots of the function and for its stack.
  @unsafe
  init(
    _ function: CompiledFunction, of program: TemplateProgram, scope: Scope, chain: InheritanceChain,
    block: (name: Symbol, level: Int)?, memory: UnsafeMutablePointer<Value>
  ) {
    self.function = function
    self.program = program
    self.scope = scope
    self.chain = chain
    self.block = block
    self.memory = program.memory
    unsafe slots = memory
    unsafe slots.initialize(repeating: .undefined, count: function.slotCount)
    unsafe top = memory + function.slotCount
  }

  /// Releases all values; the frame must not be used after it.
  func end() { unsafe slots.deinitialize(count: top - slots) }

  /// Lets a macro that was made inside a loop or block see itself.
  func bindSelf(_ macro: Macro) {
    if let slot = function.selfSlot, self[slot].isUndefined { self[slot] = .callable(macro) }
  }

  // MARK: Slots

  /// The value in a slot.
  subscript(slot: Int) -> Value {
    @inline(__always) get { unsafe slots[slot] }
    @inline(__always) nonmutating set { unsafe slots[slot] = newValue }
  }

  /// The address of a slot, where its value can be looked at without counting a reference; valid as long as the frame.
  @unsafe @inline(__always)
  func address(ofSlot slot: Int) -> UnsafeMutablePointer<Value> { unsafe slots + slot }

  // MARK: Stack

  /// How many values lie on the stack.
  var height: Int { unsafe top - slots - function.slotCount }

  /// The value on top of the stack.
  var last: Value {
    @inline(__always) get { unsafe top[-1] }
    @inline(__always) nonmutating set { unsafe top[-1] = newValue }
  }

  /// The address of the value on top of the stack; valid until it is popped.
  @unsafe var addressOfLast: UnsafeMutablePointer<Value> {
    @inline(__always) get { unsafe top - 1 }
  }

  /// The value below others on the stack.
  @inline(__always)
  func value(below count: Int) -> Value { unsafe top[-1 - count] }

  /// One of the values on top of the stack, counted from the first pushed.
  @inline(__always)
  func value(_ index: Int, ofLast count: Int) -> Value { unsafe top[index - count] }

  @inline(__always)
  mutating func push(_ value: consuming Value) {
    unsafe top.initialize(to: value)
    unsafe top += 1
  }

  @inline(__always)
  mutating func pop() -> Value {
    unsafe top -= 1
    return unsafe top.move()
  }

  /// Drops the value on top.
  @inline(__always)
  mutating func drop() {
    unsafe top -= 1
    unsafe top.deinitialize(count: 1)
  }

  /// The values on top of the stack, the last pushed last.
  mutating func pop(_ count: Int) -> [Value] {
    guard count > 0 else { return [] }
    unsafe top -= count
    let values = unsafe Array(UnsafeBufferPointer(start: top, count: count))
    unsafe top.deinitialize(count: count)
    return values
  }

  /// Drops values until the stack has a height.
  mutating func drop(to height: Int) {
    let extra = self.height - height
    guard extra > 0 else { return }
    unsafe top -= extra
    unsafe top.deinitialize(count: extra)
  }
}
