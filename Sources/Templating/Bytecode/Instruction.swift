/// One step of a compiled template: what to do and two small numbers that say with what.
struct Instruction {
  let operation: Operation
  var a: Int32
  var b: Int32

  init(_ operation: Operation, _ a: Int = 0, _ b: Int = 0) {
    self.operation = operation
    self.a = Int32(a)
    self.b = Int32(b)
  }
}

/// What an instruction does. The values it works on lie on the frame's stack, the names in the frame's slots.
enum Operation: UInt8 {
  /// Copies bytes `a ..< a + b` of the source to the output.
  case printText
  /// Prints and pops the top of the stack, slot `a`, or the attribute of path `a`, in mode `b`.
  case print, printSlot, printPath
  /// Pushes constant `a`, slot `a`, the attribute of path `a`.
  case constant, slot, path
  /// Pops into slot `a`; into slot `a` and the template's own name `b` that others see.
  case store, storeExported
  /// Copies slot `a` to slot `b`.
  case copy
  /// Pops a value and sets the attribute of path `a`, whose slot holds a namespace.
  case storeField
  /// Replaces the top by its attribute `a`; two values by an element; four by a slice. `b` is the length of the base in
  /// the source, for messages.
  case attribute, element, slice
  /// Fails when the top of the stack is undefined.
  case requireDefined
  /// Unary and binary operators on the top of the stack; `a` is the operator's number.
  case not, negate, plus, binary, compare
  /// Replaces `a` values by their concatenation, a list, a tuple, or a map of half as many members.
  case concatenate, list, tuple, map
  /// Goes to `a`: always, if the popped value or the attribute of path `b` is false, or keeping the value if it is false
  /// or true.
  case jump, jumpIfFalse, jumpIfPathFalse, jumpIfFalseElsePop, jumpIfTrueElsePop
  /// Goes to `a` if the attribute of path `b` is `none`.
  case jumpIfPathNone
  /// Goes to `a` if the template has named its parent.
  case jumpIfExtended
  /// Duplicates the top of the stack; drops it.
  case duplicate, drop
  /// Applies filter, test or callee by the use in table entry `a`; a call prints its result when `b` is 1.
  case filter, test, call, method
  /// Begins a loop over the popped value; steps to the next value or goes to `a`; leaves the loop, to `a` if no turn was
  /// finished.
  case loopBegin, loopNext, loopEnd
  /// Notes that a turn was finished.
  case loopIterated
  /// Leaves the loop without asking.
  case loopLeave
  /// Pushes part `a` of the state of the loop `b` levels out; the whole state, which table entry `a` can call.
  case loopPart, loopState
  /// Replaces the top, a list, by its element whose turn it is in the loop `b` levels out.
  case loopCycle
  /// Replaces the top by whether it differs from what it was in the last turn of the loop `b` levels out.
  case loopChanged
  /// Runs the loop at table entry `a` over the popped value, and pushes what it prints, as markup when `b` is 1.
  case loopRecursion
  /// Starts a list for chosen values; adds slot `a` to it if the popped value is true; pushes the list.
  case selectBegin, select, selectEnd
  /// Replaces the top by its `a` parts, the first on top.
  case unpack
  /// Puts what is printed aside; pushes what was printed since, as markup when `a` is 1.
  case captureBegin, captureEnd
  /// Renders the template of site `a`; imports it as a value.
  case include, importModule
  /// Prints block `a`, with the names in table entry `b` when it is not negative; the same block `a` parents up.
  case block, parentBlock
  /// Makes the popped template the parent.
  case extend
  /// Pushes a macro made of function `a` that sees the names of table entry `b`.
  case macro
  /// Evaluates a default: goes to `a` when slot `b` has a value.
  case jumpIfGiven
  /// Fails with mistake `a`, which matters only where it is reached.
  case fail
  /// Ends the function.
  case end
}
