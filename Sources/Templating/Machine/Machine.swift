import Diagnostics
import Text

/// Runs compiled templates and writes what they print.
///
/// A class, because blocks and macros of several templates share its stack and output; one thread uses it.
final class Machine {
  let programs: [String: Program]
  let library: Library
  let undefined: UndefinedRule
  let limits: Limits
  var out: Bytes
  var stack: [Value] = []
  /// Outputs that are put aside while a capture is open.
  var captured: [Bytes] = []
  private var depth = 0
  private var turns = 0

  init(programs: [String: Program], library: Library, undefined: UndefinedRule, limits: Limits, out: consuming Bytes) {
    self.programs = programs
    self.library = library
    self.undefined = undefined
    self.limits = limits
    self.out = out
  }

  /// What a function runs with.
  struct Frame {
    let program: Program
    let function: CompiledFunction
    let scope: Scope
    let tree: BlockTree
    /// Which block it is and how far up its chain, for `super()`.
    let block: (name: Symbol, level: Int)?
    var slots: [Value]
    var loops: [LoopState] = []
    var choices: [[Value]] = []
  }

  func enter(
    _ function: CompiledFunction, of program: Program, scope: Scope, tree: BlockTree,
    block: (name: Symbol, level: Int)? = nil, arguments: [(slot: Int, value: Value)] = []
  ) throws(Failure) {
    depth += 1
    defer { depth -= 1 }
    if depth > limits.depth {
      throw Failure(
        "templates, blocks and macros call each other more than \(limits.depth) levels deep",
        help: "does one of them call itself?")
    }
    var frame = Frame(
      program: program, function: function, scope: scope, tree: tree, block: block,
      slots: [Value](repeating: .undefined, count: function.slotCount))
    for capture in function.captures {
      frame.slots[capture.slot] = scope.value(of: capture.name) ?? library.globals[capture.name] ?? .undefined
    }
    for argument in arguments { frame.slots[argument.slot] = argument.value }
    try run(&frame, from: 0, to: .max)
  }

  /// Runs instructions until the function ends or the one at `end` is reached.
  func run(_ frame: inout Frame, from start: Int, to end: Int) throws(Failure) {
    var next = start
    let height = stack.count
    do {
      let code = frame.function.code
      while next != end {
        let instruction = code[next]
        next += 1
        if instruction.operation == .end { return }
        try step(instruction, &frame, &next)
      }
    } catch {
      stack.removeLast(max(0, stack.count - height))
      throw located(error, frame, next - 1)
    }
  }

  /// Adds to a failure where it happened, and the way there.
  private func located(_ failure: Failure, _ frame: Frame, _ at: Int) -> Failure {
    var failure = failure
    let place = frame.program.source.place(frame.function.spans[at])
    if failure.place == nil {
      failure.place = place
    } else {
      failure.trace.append((failure.title, place))
    }
    failure.title = frame.function.title
    return failure
  }

  func pop() -> Value { stack.popLast() ?? .undefined }

  func pop(_ count: Int) -> [Value] {
    let values = Array(stack[(stack.count - count)...])
    stack.removeLast(count)
    return values
  }

  /// Counts a turn of a loop and what was printed so far.
  func countTurn() throws(Failure) {
    turns += 1
    if turns > limits.turns {
      throw Failure("loops take more than \(limits.turns) turns", help: "does this loop ever end?")
    }
    if out.count > limits.output { throw Failure("more than \(limits.output >> 20) MiB are printed") }
  }

  func print(_ value: Value, escaped: Bool) throws(Failure) {
    try demand(value)
    if escaped { value.writeEscaped(to: &out) } else { value.write(to: &out) }
  }

  /// Where undefined values may not be used, a use of one is a failure.
  @inline(__always)
  func demand(_ value: Value) throws(Failure) {
    if undefined == .strict, value.isUndefined {
      throw Failure("this is undefined", help: "give it a value, or write `| default(…)` behind it")
    }
  }

  func beginCapture() {
    captured.append(out)
    out = []
  }

  func endCapture(isMarkup: Bool) -> Value {
    let bytes = out
    out = captured.popLast() ?? []
    return isMarkup ? .safe(bytes) : .text(bytes)
  }
}

/// The blocks of a template and its parents, the youngest version first. A class, because parents are found while the
/// youngest template runs.
final class BlockTree {
  private(set) var versions: [Symbol: [(program: Program, function: CompiledFunction)]] = [:]
  /// The parent that the running template named.
  var parent: Program?

  func add(_ program: Program) {
    for (name, index) in program.blocks { versions[name, default: []].append((program, program.functions[index])) }
  }
}

/// Where a loop is in its values.
struct LoopState {
  let values: [Value]
  let depth: Int
  var index = -1
  /// What `loop.changed` was given last.
  var watched: Value?
}
