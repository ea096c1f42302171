import Diagnostics
import Synchronization
import Text

/// A set of templates, compiled together: what one names must exist in the set.
///
/// Compile once, render as often as needed, from any number of threads.
public struct Templates: Sendable {
  private let set: Set

  /// What all renderings share.
  final class Set: Sendable {
    let programs: [String: Program]
    /// The mistakes of templates that can't be used.
    let broken: [String: [Diagnostic]]
    let library: Library
    let undefined: UndefinedRule
    let reads: [String: TemplateReads]
    /// Buffers of renderings that ended, for those that begin.
    private let outputs = Mutex<[Output]>([])

    /// A buffer of which nobody else knows.
    func takeOutput() -> Output { outputs.withLock { $0.popLast() } ?? Output(capacity: 1 << 14) }

    /// Keeps a buffer for the next rendering, unless it is one of very many or very large.
    func giveBack(_ output: Output) {
      guard output.clear() else { return }
      outputs.withLock { if $0.count < 64 { $0.append(output) } }
    }

    init(
      programs: [String: Program], broken: [String: [Diagnostic]], library: Library, undefined: UndefinedRule,
      reads: [String: TemplateReads]
    ) {
      self.reads = reads
      self.programs = programs
      self.broken = broken
      self.library = library
      self.undefined = undefined
    }
  }

  private let limits: Limits

  /// Compiles templates that may name each other.
  ///
  /// All mistakes of all templates are in the diagnostics. A template with mistakes can't be rendered, the others can; a
  /// program that publishes should render nothing then.
  ///
  /// - Parameters:
  ///   - sources: The templates with the names by which they know each other.
  ///   - library: The filters, tests and functions that they can use.
  ///   - schema: The variables that they may read; without one, names are not checked.
  ///   - options: How white space is treated.
  ///   - undefined: What happens where a template uses a value that nothing gave.
  ///   - limits: What one rendering may use.
  public static func compile(
    _ sources: [(name: String, source: SourceFile)], library: Library = .standard, schema: ContextSchema? = nil,
    options: SyntaxOptions = SyntaxOptions(), undefined: UndefinedRule = .lenient, limits: Limits = Limits()
  ) -> (Templates, [Diagnostic]) {
    let parsed = sources.map { ParsedTemplate($0.name, $0.source.withLineFeeds, options) }
    let setting = Compiler.Setting(
      library: library, schema: schema, undefined: undefined,
      assignedBy: Dictionary(parsed.map { ($0.name, $0.assigned) }, uniquingKeysWith: { $1 }))
    var linker = Linker(schema: schema)
    for template in parsed.parentsFirst {
      var compiler = Compiler(name: template.name, source: template.source, setting: setting)
      let contexts = template.parent.map { linker.blockContexts(of: $0) } ?? [:]
      let program = compiler.compile(template.statements, contexts: contexts)
      linker.add(program, compiler, (template.mistakes + compiler.mistakes).map { $0.diagnostic(in: template.source) })
    }
    // Without a declared context, a template that is never reached may be missing.
    let diagnostics = linker.diagnostics()
    let set = Set(
      programs: linker.programs, broken: diagnostics.broken, library: library, undefined: undefined,
      reads: schema == nil ? [:] : linker.reads)
    return (Templates(set: set, limits: limits), diagnostics.all.inOrder)
  }

  /// Whether there is a template of a name.
  public func contain(_ name: String) -> Bool { set.programs[name] != nil }

  /// What a template's pages can read; known for sets that were compiled with a declared context.
  public func reads(of name: String) -> TemplateReads? { set.reads[name] }

  /// Appends what a template makes of a context.
  ///
  /// - Throws: `Failure` when the template fails; what it printed until then is appended nonetheless.
  public func render(_ name: String, _ context: [Symbol: Value], to out: inout Bytes) throws(Failure) {
    let output = set.takeOutput()
    defer {
      out.append(contentsOf: output.bytes)
      set.giveBack(output)
    }
    try render(name, context, on: output)
  }

  /// Calls `use` with what a template makes of a context; the memory is valid inside of it only.
  ///
  /// - Throws: `Failure` when the template fails, and `use` is not called.
  public func withRendered<Result>(
    _ name: String, _ context: [Symbol: Value], _ use: (UnsafeRawBufferPointer) -> Result
  ) throws(Failure) -> Result {
    let output = set.takeOutput()
    defer { set.giveBack(output) }
    try render(name, context, on: output)
    return use(UnsafeRawBufferPointer(output.bytes))
  }

  private func render(_ name: String, _ context: [Symbol: Value], on output: Output) throws(Failure) {
    let machine = Machine(set, limits: limits, out: output)
    guard let program = try machine.program(name) else {
      throw Failure("there is no template `\(name)`", help: .suggestion(set.programs.keys.sorted().nearest(to: name)))
    }
    defer { machine.end() }
    let scope = machine.newScope(isContext: true)
    for (name, value) in context { scope.set(name, value) }
    try machine.render(program, in: scope)
  }
}

/// A template that was read and not yet compiled.
private struct ParsedTemplate {
  let name: String
  let source: SourceFile
  let statements: [Statement]
  let mistakes: [TemplateMistake]
  /// The names that it gives values.
  let assigned: Set<Symbol>
  /// The parent, where a literal at the top names it.
  let parent: String?

  init(_ name: String, _ source: SourceFile, _ options: SyntaxOptions) {
    self.name = name
    self.source = source
    var parser = Parser(source.bytes, options: options)
    statements = parser.parse()
    mistakes = parser.mistakes
    var assigned: Set<Symbol> = []
    statements.collectAssigned(into: &assigned, intoScopes: true)
    self.assigned = assigned
    parent =
      statements.lazy.compactMap { statement in
        guard case .extends(let expression) = statement.kind, case .constant(.text(let name)) = expression.kind else {
          return nil
        }
        return name.string
      }.first
  }
}

extension Array where Element == ParsedTemplate {
  /// Each template after the one it extends, so that its blocks are known by then.
  fileprivate var parentsFirst: [ParsedTemplate] {
    let byName = Dictionary(map { ($0.name, $0) }, uniquingKeysWith: { $1 })
    var placed: Set<String> = []
    var result: [ParsedTemplate] = []
    for template in self {
      var line: [ParsedTemplate] = []
      var next: ParsedTemplate? = template
      while let here = next, placed.insert(here.name).inserted {
        line.append(here)
        next = here.parent.flatMap { byName[$0] }
      }
      result += line.reversed()
    }
    return result
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
