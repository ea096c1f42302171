import Diagnostics
import Text

extension Machine {
  func moduleStep(_ instruction: Instruction, _ frame: inout Frame) throws(Failure) {
    let (a, b) = (Int(instruction.a), Int(instruction.b))
    switch instruction.operation {
    case .include: try include(frame.program.tables.inclusions[a], frame.pop(), frame)
    case .importModule: frame.push(try module(frame.program.tables.inclusions[a], frame.pop(), frame))
    case .block:
      let name = Symbol(id: instruction.a)
      guard b >= 0 else { return try runBlock(name, level: 0, scope: frame.scope, chain: frame.chain) }
      try withScope(of: frame.program.tables.scopes[b], frame) { (scope) throws(Failure) in
        try runBlock(name, level: 0, scope: scope, chain: frame.chain)
      }
    case .parentBlock:
      guard let block = frame.block else { throw Failure("`super()` stands in no block") }
      // Each may ask for two of the next.
      try allowance.spend(500)
      try runBlock(block.name, level: block.level + a, scope: frame.scope, chain: frame.chain)
    case .extend:
      let name = frame.pop()
      guard let parent = try program(name) else { throw missing(name) }
      if frame.chain.parent != nil { throw Failure("a template extends one other, not two") }
      frame.chain.parent = parent
    default: break
    }
  }

  /// Renders a template: its own code, then its parent's, which calls the blocks.
  func render(_ program: TemplateProgram, in outer: Scope) throws(Failure) {
    let chain = InheritanceChain()
    var next: TemplateProgram? = program
    var generations = 0
    try withScope(in: outer) { (scope) throws(Failure) in
      while let program = next {
        generations += 1
        if generations > limits.depth {
          throw Failure("templates extend each other without end", help: "does one extend itself?")
        }
        chain.add(program)
        chain.parent = nil
        try invoke(program.root, of: program, scope: scope, chain: chain)
        next = chain.parent
      }
    }
  }

  private func runBlock(_ name: Symbol, level: Int, scope: Scope, chain: InheritanceChain) throws(Failure) {
    guard let version = chain.version(of: name, level: level) else {
      throw Failure(level > 0 ? "no parent has a block `\(name)`" : "there is no block `\(name)`")
    }
    if version.program.requires(name), level == 0, chain.version(of: name, level: 1) == nil {
      throw Failure("no template fills the required block `\(name)`", help: "write `{% block \(name) %}` in a child")
    }
    try invoke(version.function, of: version.program, scope: scope, chain: chain, block: (name, level))
  }

  private func include(_ site: ProgramTables.Inclusion, _ name: Value, _ frame: Frame) throws(Failure) {
    guard let program = try program(name) else {
      if site.ignoreMissing { return }
      throw missing(name)
    }
    if site.withContext {
      try withScope(of: site.visible, frame) { (scope) throws(Failure) in try render(program, in: scope) }
    } else {
      try withScope { (scope) throws(Failure) in try render(program, in: scope) }
    }
  }

  /// A template's own names as a value.
  private func module(_ site: ProgramTables.Inclusion, _ name: Value, _ frame: Frame) throws(Failure) -> Value {
    guard let program = try program(name) else { throw missing(name) }
    let scope = try newScope(in: site.withContext ? try self.scope(of: site.visible, frame) : nil)
    let start = out.count
    let chain = InheritanceChain()
    chain.add(program)
    try invoke(program.root, of: program, scope: scope, chain: chain)
    out.truncate(to: start)
    var exports = ValueMap()
    try allowance.take(bytes: ValueMap.memberSize * scope.names.count)
    for name in scope.names where !name.description.hasPrefix("_") {
      exports[name.description] = scope.value(of: name)
    }
    return .map(exports)
  }

  /// The template of a name, or the first that exists of several.
  private func program(_ name: Value) throws(Failure) -> TemplateProgram? {
    switch name {
    case .text(let bytes), .safe(let bytes): return try program(bytes.string)
    case .list(let names), .tuple(let names):
      for name in names {
        try allowance.turn(20)
        if case .list = name { throw Failure("the name of a template must be a text, not a list") }
        if case .tuple = name { throw Failure("the name of a template must be a text, not a list") }
        if let program = try program(name) { return program }
      }
      return nil
    case .undefined: throw Failure("the name of the template is undefined")
    default: throw Failure("the name of a template must be a text, not \(name.kind)")
    }
  }

  /// The template of a name; one with mistakes is a failure.
  func program(_ name: String) throws(Failure) -> TemplateProgram? {
    if let mistakes = broken[name], let first = mistakes.first { throw Failure(first) }
    return programs[name]
  }

  private func missing(_ name: Value) -> Failure {
    let names: [Value]
    if case .list(let list) = name {
      names = list.values
    } else if case .tuple(let list) = name {
      names = list.values
    } else {
      names = [name]
    }
    if names.isEmpty { return Failure("no template is named here") }
    let wanted = names.prefix(10).map { "`\($0.excerpt)`" }.joined(separator: " and no ")
    return Failure(
      "there is no template \(wanted)",
      help: .suggestion(names.prefix(10).compactMap { programs.keys.nearest(to: $0.excerpt) }.first))
  }
}
