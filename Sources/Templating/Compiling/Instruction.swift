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

/// What an instruction does. The values it works on lie on the machine's stack, the names in the frame's slots.
enum Operation: UInt8 {
  /// Copies bytes `a ..< a + b` of the source to the output.
  case printText
  /// Prints and pops the top of the stack, escaped when `b` is 1.
  case print
  /// Prints slot `a`, escaped when `b` is 1.
  case printSlot
  /// Prints the attribute in path `a`, escaped when `b` is 1.
  case printPath
  /// Pushes constant `a`, slot `a`.
  case constant, slot
  /// Pops into slot `a`; into slot `a` and the template's own name `b` that others see.
  case store, storeExported
  /// Copies slot `a` to slot `b`.
  case copy
  /// Pops a value and sets field `b` of the namespace in slot `a`.
  case storeField
  /// Replaces the top by its attribute `a`; two values by an element; four by a slice.
  case attribute, element, slice
  /// Unary and binary operators on the top of the stack; `a` is the operator's number.
  case not, negate, plus, binary, compare
  /// Replaces `a` values by their concatenation, a list, a tuple, or a map of half as many members.
  case concatenate, list, tuple, map
  /// Goes to `a`: always, if the popped value is false, or keeping the value if it is false or true.
  case jump, jumpIfFalse, jumpIfFalseElsePop, jumpIfTrueElsePop
  /// Duplicates the top of the stack; drops it; brings the value below it to the top.
  case duplicate, drop, swap
  /// Applies filter, test or callee by the use in table entry `a`; a call prints its result when `b` is 1 or 2.
  case filter, test, call, method
  /// Begins a loop over the popped value; steps to the next value or goes to `a`; leaves the loop, to `a` if it never ran.
  case loopBegin, loopNext, loopEnd
  /// Leaves the loop without asking whether it ran.
  case loopLeave
  /// Pushes part `a` of the state of the loop `b` levels out, or the whole state.
  case loopPart, loopState
  /// Replaces the top by whether it differs from what it was in the last turn of the loop `b` levels out.
  case loopChanged
  /// Runs the loop at table entry `a` over the popped value, and pushes what it prints.
  case loopRecursion
  /// Starts a list for chosen values; adds slot `a` to it if the popped value is true; pushes the list.
  case chooseBegin, choose, chooseEnd
  /// Replaces the top by its `a` parts, the first on top.
  case unpack
  /// Sends output to a buffer; pushes what was printed since, as markup when `a` is 1.
  case captureBegin, captureEnd
  /// Renders the template of site `a`; imports it as a value.
  case include, importModule
  /// Prints block `a`, with the names in table entry `b` when it is not negative; the same block of the parent.
  case block, parentBlock
  /// Makes the popped template the parent.
  case extend
  /// Pushes a macro made of function `a` that sees the names of table entry `b`.
  case macro
  /// Evaluates a default: goes to `a` when slot `b` has a value.
  case jumpIfGiven
  /// Ends the function.
  case end
}

/// The parts of a loop's state that templates ask for.
enum LoopPart: Int, CaseIterable {
  case index, index0, revindex, revindex0, first, last, length, depth, depth0, previtem, nextitem

  init?(_ symbol: Symbol) {
    guard let part = LoopPart.bySymbol[symbol] else { return nil }
    self = part
  }

  private static let bySymbol = Dictionary(uniqueKeysWithValues: allCases.map { (Symbol("\($0)"), $0) })
}
