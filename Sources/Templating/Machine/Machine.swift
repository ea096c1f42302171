import Coding
import Diagnostics
import Text

/// Runs compiled templates and writes what they print.
///
/// A class, because blocks and macros of several templates share its output; one thread uses it.
final class Machine {
  let programs: [String: Program]
  /// Why templates can't be used, by name.
  let broken: [String: [Diagnostic]]
  let library: Library
  let undefined: UndefinedRule
  let limits: Limits
  let out: Output
  private var depth = 0
  private var turns = 0
  private var made = 0
  private var scopes: [Scope] = []

  init(_ set: Templates.Set, limits: Limits, out: Output) {
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

  /// Lets go of everything that the rendering made.
  func end() { for scope in scopes { scope.empty() } }

  /// Runs a function from its start, with what `prepare` puts into its slots.
  func enter(
    _ function: CompiledFunction, of program: Program, scope: Scope, tree: BlockTree,
    block: (name: Symbol, level: Int)? = nil, prepare: (inout Frame) throws(Failure) -> Void = { _ in }
  ) throws(Failure) {
    depth += 1
    defer { depth -= 1 }
    if depth > limits.depth {
      throw Failure(
        "templates, blocks and macros call each other more than \(limits.depth) levels deep",
        help: "does one of them call itself?")
    }
    try countTurn()
    var failure: Failure?
    withUnsafeTemporaryAllocation(of: Value.self, capacity: function.slotCount + function.stackCount) { memory in
      guard let memory = memory.baseAddress else { return }
      var frame = Frame(function, of: program, scope: scope, tree: tree, block: block, memory: memory)
      defer { frame.end() }
      for capture in function.captures {
        frame.slots[capture.slot] = scope.value(of: capture.name) ?? library.globals[capture.name] ?? .undefined
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
    let code = frame.function.code
    do throws(Failure) {
      while next != end {
        let instruction = code[next]
        next += 1
        if instruction.operation == .end { return }
        try step(instruction, &frame, &next)
      }
    } catch {
      let failure = explained(error, frame, next - 1)
      frame.drop(to: height)
      throw failure
    }
  }

  /// Counts a turn of a loop or a call, and looks at what was printed so far.
  @inline(__always)
  func countTurn() throws(Failure) {
    turns += 1
    if turns > limits.turns || out.count > limits.output { throw exceeded() }
  }

  private func exceeded() -> Failure {
    if turns > limits.turns {
      return Failure("loops and calls take more than \(limits.turns) turns", help: "does this loop ever end?")
    }
    return Failure("more than \(limits.output >> 20) MiB are printed", help: "does this loop ever end?")
  }

  /// Counts the size of texts and lists that a template makes.
  @inline(__always)
  func count(_ value: Value) throws(Failure) {
    switch value {
    case .text(let bytes), .safe(let bytes): made += bytes.count
    case .list(let list), .tuple(let list): made += 16 * list.values.count
    default: return
    }
    if made > limits.memory {
      throw Failure("the template makes texts and lists of more than \(limits.memory >> 20) MiB in all")
    }
  }

  /// Prints the value at a place in memory.
  @inline(__always)
  func print(_ value: UnsafeMutablePointer<Value>, _ mode: Int32) throws(Failure) {
    let escapes: Bool
    switch value.pointee {
    case .text where mode != PrintMode.script.rawValue: escapes = mode != PrintMode.raw.rawValue
    case .safe: escapes = false
    case .int(let number): return out.append(decimal: number)
    case .undefined where mode != PrintMode.script.rawValue: return
    default: return try printSpecial(value.pointee, mode)
    }
    // Counting references is a fifth of a build's time; to print a word needs none.
    let text = Value.memory(of: value)
    if mode == PrintMode.address.rawValue { try Address.check(text.span) }
    if escapes { out.append(escaping: text) } else { out.append(text) }
  }

  private func printSpecial(_ value: Value, _ mode: Int32) throws(Failure) {
    switch PrintMode(rawValue: Int(mode)) {
    case .address:
      let bytes = value.printed
      try Address.check(bytes.span)
      out.append(escaping: bytes)
    case .script where value.isUndefined: out.append(Bytes("null".utf8))
    case .script:
      guard let json = value.json else { throw Failure("\(value.kind) has no form in a script") }
      out.append(json)
    case .markup: out.append(escaping: value.printed)
    case .raw, nil: out.append(value.printed)
    }
  }
}
