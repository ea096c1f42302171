import Text

extension Machine {
  func moduleStep(_ instruction: Instruction, _ frame: inout Frame) throws(Failure) {
    let (a, b) = (Int(instruction.a), Int(instruction.b))
    switch instruction.operation {
    case .include: try include(frame.program.tables.sites[a], frame)
    case .importModule: try importModule(frame.program.tables.sites[a], frame)
    case .block:
      let name = Symbol(id: instruction.a)
      let scope = b < 0 ? frame.scope : self.scope(of: frame.program.tables.scopes[b], frame)
      try runBlock(name, level: 0, scope: scope, tree: frame.tree)
    case .parentBlock:
      guard let block = frame.block else { throw Failure("`super()` stands in no block") }
      try runBlock(block.name, level: block.level + 1, scope: frame.scope, tree: frame.tree)
    case .extend:
      let name = pop()
      guard let parent = try program(name) else { throw missing(name) }
      if frame.tree.parent != nil { throw Failure("a template extends one other, not two") }
      frame.tree.parent = parent
    default: break
    }
  }

  /// Renders a template: its own code, then its parent's, which calls the blocks.
  func render(_ program: Program, in outer: Scope) throws(Failure) {
    let tree = BlockTree()
    let scope = Scope([:], in: outer)
    var next: Program? = program
    var generations = 0
    while let program = next {
      generations += 1
      if generations > limits.depth {
        throw Failure("templates extend each other without end", help: "does one extend itself?")
      }
      tree.add(program)
      tree.parent = nil
      try enter(program.root, of: program, scope: scope, tree: tree)
      next = tree.parent
    }
  }

  private func runBlock(_ name: Symbol, level: Int, scope: Scope, tree: BlockTree) throws(Failure) {
    guard let versions = tree.versions[name], level < versions.count else {
      throw Failure(level > 0 ? "no parent has a block `\(name)`" : "there is no block `\(name)`")
    }
    let version = versions[level]
    if version.program.required.contains(name) {
      throw Failure("no template fills the required block `\(name)`", help: "write `{% block \(name) %}` in a child")
    }
    try enter(version.function, of: version.program, scope: scope, tree: tree, block: (name, level))
  }

  private func include(_ site: ProgramTables.Site, _ frame: Frame) throws(Failure) {
    let name = pop()
    guard let program = try program(name) else {
      if site.ignoreMissing { return }
      throw missing(name)
    }
    try render(program, in: site.withContext ? scope(of: site.visible, frame) : Scope([:]))
  }

  private func importModule(_ site: ProgramTables.Site, _ frame: Frame) throws(Failure) {
    let name = pop()
    guard let program = try program(name) else { throw missing(name) }
    let scope = Scope([:], in: site.withContext ? self.scope(of: site.visible, frame) : nil)
    beginCapture()
    try enter(program.root, of: program, scope: scope, tree: BlockTree())
    _ = endCapture(isMarkup: true)
    var exports = ValueMap()
    for (name, value) in scope.values.sorted(by: { $0.key.id < $1.key.id }) where !name.description.hasPrefix("_") {
      exports[name.description] = value
    }
    stack.append(.map(exports))
  }

  /// The template of a name, or the first that exists of several.
  private func program(_ name: Value) throws(Failure) -> Program? {
    switch name {
    case .text(let bytes), .safe(let bytes): return programs[bytes.string]
    case .list(let names), .tuple(let names):
      for name in names { if let program = try program(name) { return program } }
      return nil
    default: throw Failure("the name of a template must be a text, not \(name.kind)")
    }
  }

  private func missing(_ name: Value) -> Failure {
    Failure(
      "there is no template `\(name.printed.string)`",
      help: .suggestion(programs.keys.sorted().nearest(to: name.printed.string)))
  }
}
