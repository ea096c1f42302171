import Coding
import Diagnostics
import Text

/// Runs compiled templates and writes what they print.
///
/// A class, because blocks and macros of several templates share its output; one thread uses it.
final class Machine {
  let programs: [String: TemplateProgram]
  /// Why templates can't be used, by name.
  let broken: [String: [Diagnostic]]
  let library: Library
  let undefined: UndefinedRule
  let limits: Limits
  let out: Output
  private var depth = 0
  private var iterations = 0
  private var allocated = 0
  private var scopes: [Scope] = []

  init(_ set: TemplateSet, limits: Limits, out: Output) {
    programs = set.programs
    broken = set.broken
    library = set.library
    undefined = set.undefined
    self.limits = limits
    self.out = out
  }

  /// A scope that lasts as long as the rendering.
  func newScope(in parent: Scope? = nil, isContext: Bool = false) -> Scope {
    let scope = Scope(in: parent, isContext: isContext)
    scopes.append(scope)
    return scope
  }

  /// Releases everything that the rendering made.
  func end() { for scope in scopes { scope.empty() } }

  /// Runs a function from its start, with what `prepare` puts into its slots.
  func invoke(
    _ function: CompiledFunction, of program: TemplateProgram, scope: Scope, chain: InheritanceChain,
    block: (name: Symbol, level: Int)? = nil, prepare: (inout Frame) throws(Failure) -> Void = { _ in }
  ) throws(Failure) {
    depth += 1
    defer { depth -= 1 }
    if depth > limits.depth {
      throw Failure(
        "templates, blocks and macros call each other more than \(limits.depth) levels deep",
        help: "does one of them call itself?")
    }
    try countIteration()
    var failure: Failure?
    // The frame ends with the closure that lends it its memory.
    unsafe withUnsafeTemporaryAllocation(of: Value.self, capacity: function.slotCount + function.stackCount) { memory in
      guard let memory = memory.baseAddress else { return }
      var frame = unsafe Frame(function, of: program, scope: scope, chain: chain, block: block, memory: memory)
      defer { frame.end() }
      for capture in function.captures {
        frame[capture.slot] = scope.value(of: capture.name) ?? library.globals[capture.name] ?? .undefined
      }
      do throws(Failure) {
        try prepare(&frame)
        try run(&frame, from: 0, to: .max)
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
  }

  /// Runs instructions until the function ends or the one at `end` is reached.
  func run(_ frame: inout Frame, from start: Int, to end: Int) throws(Failure) {
    var next = start
    let height = frame.height
    do throws(Failure) {
      // Jumps go where the compiler put instructions, and the last of them is `end`: no index need be checked.
      try unsafe frame.function.code.withUnsafeBufferPointer { (code) throws(Failure) in
        while next != end {
          let instruction = unsafe code[next]
          next += 1
          if instruction.operation == .end { return }
          try step(instruction, &frame, &next)
        }
      }
    } catch {
      let failure = explained(error, frame, next - 1)
      frame.drop(to: height)
      throw failure
    }
  }

  /// Counts a turn of a loop or a call, and looks at what was printed so far.
  @inline(__always)
  func countIteration() throws(Failure) {
    iterations += 1
    if iterations > limits.iterations || out.count > limits.output { throw exceeded() }
  }

  private func exceeded() -> Failure {
    if iterations > limits.iterations {
      return Failure("loops and calls take more than \(limits.iterations) turns", help: "does this loop ever end?")
    }
    return Failure("more than \(limits.output >> 20) MiB are printed", help: "does this loop ever end?")
  }

  /// Counts the size of texts and lists that a template makes.
  @inline(__always)
  func count(_ value: Value) throws(Failure) {
    switch value {
    case .text(let bytes), .safe(let bytes): allocated += bytes.count
    case .list(let list), .tuple(let list): allocated += 16 * list.values.count
    default: return
    }
    if allocated > limits.memory {
      throw Failure("the template makes texts and lists of more than \(limits.memory >> 20) MiB in all")
    }
  }
}
