import Diagnostics
import Text

/// A set of templates, compiled together: what one names must exist in the set.
///
/// Compile once, render as often as needed, from any number of threads.
public struct Templates: Sendable {
  private let programs: [String: Program]
  private let library: Library
  private let undefined: UndefinedRule
  private let limits: Limits

  /// Compiles sources, whose paths are the templates' names after `prefix`.
  ///
  /// All mistakes of all templates are in the diagnostics; with any, nothing should be rendered.
  public static func compile(
    _ sources: [(name: String, source: SourceFile)], library: Library = .standard, schema: ContextSchema? = nil,
    options: SyntaxOptions = SyntaxOptions(), undefined: UndefinedRule = .lenient, limits: Limits = Limits()
  ) -> (Templates, [Diagnostic]) {
    var parsed: [(name: String, source: SourceFile, statements: [Statement])] = []
    var diagnostics: [Diagnostic] = []
    for (name, source) in sources {
      let source = source.withLineFeeds
      var parser = Parser(source.bytes, options: options)
      let statements = parser.parse()
      diagnostics += parser.mistakes.map { $0.diagnostic(in: source) }
      parsed.append((name, source, statements))
    }
    var assigned: Set<Symbol> = []
    for template in parsed { template.statements.collectAssigned(into: &assigned, intoScopes: true) }
    var linker = Linker()
    for (name, source, statements) in parsed {
      var compiler = Compiler(name: name, source: source, library: library, schema: schema, assigned: assigned)
      let program = compiler.compile(statements)
      linker.add(program, compiler)
      diagnostics += compiler.mistakes.map { $0.diagnostic(in: source) }
    }
    // Without a declared context, a template that is never reached may be missing.
    diagnostics += linker.diagnostics(isComplete: schema != nil)
    return (
      Templates(programs: linker.programs, library: library, undefined: undefined, limits: limits), diagnostics.inOrder
    )
  }

  /// Whether there is a template of a name.
  public func contain(_ name: String) -> Bool { programs[name] != nil }

  /// Appends what a template makes of a context.
  ///
  /// - Throws: `Failure` when the template fails; what was appended until then is kept in `out`.
  public func render(_ name: String, _ context: [Symbol: Value], to out: inout Bytes) throws(Failure) {
    guard let program = programs[name] else {
      throw Failure("there is no template `\(name)`", help: .suggestion(programs.keys.sorted().nearest(to: name)))
    }
    let machine = Machine(programs: programs, library: library, undefined: undefined, limits: limits, out: out)
    out = []
    defer { out = machine.out }
    try machine.render(program, in: Scope(context))
  }
}

/// Checks what templates say of each other.
private struct Linker {
  private(set) var programs: [String: Program] = [:]
  private var compilers: [String: Compiler] = [:]

  mutating func add(_ program: Program, _ compiler: Compiler) {
    programs[program.name] = program
    compilers[program.name] = compiler
  }

  func diagnostics(isComplete: Bool) -> [Diagnostic] {
    compilers.values.flatMap { compiler in
      (isComplete ? missing(compiler) + unknownBlocks(compiler) + circle(compiler) : circle(compiler)).map {
        $0.diagnostic(in: compiler.source)
      }
    }
  }

  private func missing(_ compiler: Compiler) -> [TemplateMistake] {
    compiler.references.filter { programs[$0.name] == nil }.map { reference in
      TemplateMistake(
        "there is no template `\(reference.name)`", at: reference.span,
        help: .suggestion(programs.keys.sorted().nearest(to: reference.name)))
    }
  }

  /// Blocks of a child that no parent calls print nothing.
  private func unknownBlocks(_ compiler: Compiler) -> [TemplateMistake] {
    guard compiler.parent != nil else { return [] }
    var known: Set<Symbol> = []
    var seen: Set<String> = [compiler.name]
    var next = compiler.parent
    while let name = next, seen.insert(name).inserted {
      guard let parent = compilers[name] else { return [] }
      if parent.hasParent, parent.parent == nil { return [] }
      known.formUnion(parent.blocks.keys)
      next = parent.parent
    }
    // A block inside another block is called by that one.
    return compiler.blockSpans.filter { block in
      !known.contains(block.name) && !compiler.nestedBlocks.contains(block.name)
    }.map { block in
      TemplateMistake(
        "no parent has a block `\(block.name)`", at: block.span,
        help: .suggestion(known.map(\.description).sorted().nearest(to: "\(block.name)")))
    }
  }

  private func circle(_ compiler: Compiler) -> [TemplateMistake] {
    var seen: Set<String> = []
    var next: String? = compiler.name
    while let name = next, let parent = compilers[name]?.parent {
      if parent == compiler.name, let reference = compiler.references.first(where: { $0.name == compiler.parent }) {
        return [TemplateMistake("the template extends itself", at: reference.span)]
      }
      if !seen.insert(name).inserted { return [] }
      next = parent
    }
    return []
  }
}

extension TemplateMistake {
  /// The mistake as a finding about its template.
  func diagnostic(in source: SourceFile) -> Diagnostic {
    let place = source.place(span)
    guard let help else { return Diagnostic(.templateMistake, message, at: place) }
    return Diagnostic(.templateMistake, message, at: place, help: help)
  }
}

extension SourceFile {
  /// The file with line feeds alone at the ends of lines.
  fileprivate var withLineFeeds: SourceFile {
    guard bytes.contains(0x0D) else { return self }
    var lines = Bytes()
    for (index, byte) in bytes.enumerated() {
      if byte != 0x0D {
        lines.append(byte)
      } else if index + 1 >= bytes.count || bytes[index + 1] != 0x0A {
        lines.append(0x0A)
      }
    }
    return SourceFile(path: path, bytes: lines)
  }
}
