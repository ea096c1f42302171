import Coding
import Diagnostics
import Text

/// Checks what templates say of each other.
struct Linker {
  private(set) var programs: [String: TemplateProgram] = [:]
  private(set) var compilers: [String: Compiler] = [:]
  let schema: ContextSchema?
  private let fallbacks: Set<String>

  /// - Parameter fallbacks: The templates that stand in for some that nobody wrote.
  init(schema: ContextSchema?, fallbacks: Set<String>) {
    self.schema = schema
    self.fallbacks = fallbacks
  }

  private var found: [String: [Diagnostic]] = [:]

  /// Compiles templates, each after the one that it extends.
  mutating func compile(
    _ sources: [(name: String, source: SourceFile)], _ options: SyntaxOptions, library: Library,
    undefined: UndefinedRule
  ) {
    let parsed = sources.map { ParsedTemplate($0.name, $0.source.withLineFeeds, options) }
    let environment = Compiler.Environment(
      library: library, schema: schema, undefined: undefined,
      assignedBy: Dictionary(parsed.map { ($0.name, $0.assigned) }, uniquingKeysWith: { $1 }))
    for template in parsed.parentsFirst {
      var compiler = Compiler(name: template.name, source: template.source, environment: environment)
      let contexts = template.parent.map { blockContexts(of: $0) } ?? [:]
      let program = compiler.compile(template.statements, contexts: contexts)
      programs[program.name] = program
      compilers[program.name] = compiler
      found[program.name] = (template.mistakes + compiler.mistakes).map { $0.diagnostic(in: template.source) }
    }
  }

  /// Where in the markup the blocks of a template begin.
  private func blockContexts(of name: String) -> [Symbol: MarkupContext] { compilers[name]?.blockContexts ?? [:] }

  /// All that is wrong, and with which templates.
  func diagnostics() -> (all: [Diagnostic], broken: [String: [Diagnostic]]) {
    let isComplete = schema != nil
    var broken = found
    for (name, compiler) in compilers {
      let mistakes =
        isComplete
        ? missing(compiler) + unknownBlocks(compiler) + inheritanceCycle(compiler)
          + importsMissingContext(compiler) + invalidCalls(compiler) : inheritanceCycle(compiler)
      broken[name, default: []] += mistakes.map { $0.diagnostic(in: compiler.source) }
    }
    if isComplete {
      for (name, mistakes) in unavailableVariables() {
        guard let source = compilers[name]?.source else { continue }
        broken[name, default: []] += mistakes.map { $0.diagnostic(in: source) }
      }
    }
    broken = broken.mapValues(\.inOrder).filter { !$0.value.isEmpty }
    return (broken.sorted { $0.key < $1.key }.flatMap(\.value), broken)
  }

  /// Calls of macros that do not exist, or that can't be given these arguments.
  private func invalidCalls(_ compiler: Compiler) -> [TemplateMistake] {
    let table = compiler.macros
    return table.calls.compactMap { call in
      // A name that has several values may be any of them.
      guard compiler.assignments[call.module ?? call.name] == 1 else { return nil }
      if let module = call.module {
        guard let template = table.modules[module], let macros = compilers[template]?.macros else { return nil }
        return wrong(call, call.name, in: macros, of: template)
      }
      if let (template, name) = table.imported[call.name] {
        return compilers[template].flatMap { wrong(call, name, in: $0.macros, of: template) }
      }
      return table.own[call.name]?.mistake(in: call)
    }
  }

  private func wrong(
    _ call: MacroCall, _ name: Symbol, in macros: MacroTable, of template: String
  ) -> TemplateMistake? {
    if let signature = macros.own[name] { return signature.mistake(in: call) }
    if compilers[template]?.assignments[name] != nil { return nil }
    return TemplateMistake(
      "`\(template)` has no macro `\(name)`", at: call.span,
      help: .suggestion(macros.own.keys.map(\.description).nearest(to: "\(name)")))
  }

  /// Variables that a template reads, although some page that it makes a part of does not have them.
  private func unavailableVariables() -> [String: [TemplateMistake]] {
    guard let schema else { return [:] }
    var found: [String: [Symbol: (span: Range<Int>, pages: [String])]] = [:]
    for page in schema.pages where compilers[page] != nil {
      let names = schema.names(of: page)
      for template in reachableTemplates(from: page) {
        for (name, span) in compilers[template]?.freeVariables ?? [:] where !names.contains(name) {
          found[template, default: [:]][name, default: (span, [])].pages.append(page)
        }
      }
    }
    return found.mapValues { names in
      names.map { name, use in
        let pages = use.pages.sorted().map { "`\($0)`" }.joined(separator: ", ")
        return TemplateMistake(
          "`\(name)` is no variable of \(pages)", at: use.span,
          help: "\(schema.owners(of: name)); ask `\(name) is defined` where a template makes pages of several kinds")
      }
    }
  }

  /// The templates that take part in a page and see its variables.
  private func reachableTemplates(from page: String) -> Set<String> {
    var reached: Set<String> = []
    var open = [page]
    while let name = open.popLast() {
      guard reached.insert(name).inserted, let compiler = compilers[name] else { continue }
      open += compiler.references.filter { !$0.isAlone }.map(\.name)
    }
    return reached
  }

  /// A template that is imported alone sees nothing of the page, and what it reads of it is undefined.
  private func importsMissingContext(_ compiler: Compiler) -> [TemplateMistake] {
    compiler.references.filter(\.isAlone).compactMap { reference in
      guard let module = compilers[reference.name],
        let first = module.freeVariables.min(by: { $0.value.lowerBound < $1.value.lowerBound })
      else { return nil }
      return TemplateMistake(
        "`\(reference.name)` reads `\(first.key)`, which it can't see when it is imported without context",
        at: reference.span, help: "write `with context` behind the import, or pass the value on as an argument")
    }
  }

  private func missing(_ compiler: Compiler) -> [TemplateMistake] {
    compiler.references.filter { programs[$0.name] == nil && !$0.mayBeMissing }.map { reference in
      TemplateMistake(
        "there is no template `\(reference.name)`", at: reference.span,
        help: .suggestion(programs.keys.nearest(to: reference.name)))
    }
  }

  /// Blocks of a child that no parent calls print nothing.
  private func unknownBlocks(_ compiler: Compiler) -> [TemplateMistake] {
    guard compiler.parent != nil, !fallbacks.contains(compiler.name) else { return [] }
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
        help: .suggestion(known.map(\.description).nearest(to: "\(block.name)")))
    }
  }

  private func inheritanceCycle(_ compiler: Compiler) -> [TemplateMistake] {
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
