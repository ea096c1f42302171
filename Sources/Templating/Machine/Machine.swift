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
  let out: OutputBuffer
  let allowance: Allowance
  private var depth = 0
  /// The scopes that somebody refers to who ends with the rendering only.
  private var scopes: [Scope] = []

  init(_ set: TemplateSet, limits: Limits, out: OutputBuffer) {
    programs = set.programs
    broken = set.broken
    library = set.library
    undefined = set.undefined
    self.limits = limits
    self.out = out
    allowance = Allowance(limits)
    out.begin(limit: limits.output)
  }

  /// A scope that ends with the rendering.
  func newScope(in parent: Scope? = nil, isContext: Bool = false) throws(Failure) -> Scope {
    try allowance.take(bytes: Machine.scopeSize)
    let scope = Scope(in: parent, isContext: isContext)
    scopes.append(scope)
    return scope
  }

  /// A scope that ends with what is done in it, unless a macro that was made there still refers to it.
  func withScope(in parent: Scope? = nil, _ use: (Scope) throws(Failure) -> Void) throws(Failure) {
    try allowance.take(bytes: Machine.scopeSize)
    var scope = Scope(in: parent)
    var failure: Failure?
    do throws(Failure) { try use(scope) } catch { failure = error }
    if isKnownUniquelyReferenced(&scope) {
      allowance.giveBack(bytes: Machine.scopeSize)
    } else {
      scopes.append(scope)
    }
    if let failure { throw failure }
  }

  /// About how many bytes a scope needs.
  private static let scopeSize = 200

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
    try allowance.turn(100 + 4 * function.slotCount)
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

  /// Counts what a filter or function of the program's own made.
  func count(_ value: Value) throws(Failure) {
    switch value {
    case .text(let bytes), .safe(let bytes): try allowance.take(bytes: bytes.count)
    case .list(let list), .tuple(let list): try allowance.take(values: list.count)
    default: return
    }
  }

  /// What was printed since an offset, as a value.
  func extract(from start: Int, isMarkup: Bool) throws(Failure) -> Value {
    try allowance.take(bytes: out.count - start)
    let bytes = out.extract(from: start)
    return isMarkup ? .safe(bytes) : .text(bytes)
  }
}
