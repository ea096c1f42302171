import Coding
import Diagnostics
import Text

/// Checks what templates say of each other.
struct Linker {
  private(set) var programs: [String: Program] = [:]
  private var compilers: [String: Compiler] = [:]
  let schema: ContextSchema?

  init(schema: ContextSchema?) { self.schema = schema }

  private var found: [String: [Diagnostic]] = [:]

  /// Adds a template with the mistakes that were found in it.
  mutating func add(_ program: Program, _ compiler: Compiler, _ mistakes: [Diagnostic]) {
    programs[program.name] = program
    compilers[program.name] = compiler
    found[program.name] = mistakes
  }

  /// Where in the markup the blocks of a template begin.
  func blockContexts(of name: String) -> [Symbol: MarkupContext] { compilers[name]?.blockContexts ?? [:] }

  /// All that is wrong, and with which templates.
  func diagnostics() -> (all: [Diagnostic], broken: [String: [Diagnostic]]) {
    let isComplete = schema != nil
    var broken = found
    for (name, compiler) in compilers {
      let mistakes =
        isComplete
        ? missing(compiler) + unknownBlocks(compiler) + circle(compiler)
          + blindImports(compiler) + wrongCalls(compiler) : circle(compiler)
      broken[name, default: []] += mistakes.map { $0.diagnostic(in: compiler.source) }
    }
    if isComplete {
      for (name, mistakes) in strangeVariables() {
        guard let source = compilers[name]?.source else { continue }
        broken[name, default: []] += mistakes.map { $0.diagnostic(in: source) }
      }
    }
    broken = broken.mapValues(\.inOrder).filter { !$0.value.isEmpty }
    return (broken.sorted { $0.key < $1.key }.flatMap(\.value), broken)
  }

  /// Calls of macros that do not exist, or that can't be given these arguments.
  private func wrongCalls(_ compiler: Compiler) -> [TemplateMistake] {
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
      help: .suggestion(macros.own.keys.map(\.description).sorted().nearest(to: "\(name)")))
  }

  /// Variables that a template reads, although some page that it makes a part of does not have them.
  private func strangeVariables() -> [String: [TemplateMistake]] {
    guard let schema else { return [:] }
    var found: [String: [Symbol: (span: Range<Int>, pages: [String])]] = [:]
    for page in schema.pages where compilers[page] != nil {
      let names = schema.names(of: page)
      for template in reached(from: page) {
        for (name, span) in compilers[template]?.free ?? [:] where !names.contains(name) {
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
  private func reached(from page: String) -> Set<String> {
    var reached: Set<String> = []
    var open = [page]
    while let name = open.popLast() {
      guard reached.insert(name).inserted, let compiler = compilers[name] else { continue }
      open += compiler.references.filter { !$0.isAlone }.map(\.name)
    }
    return reached
  }

  /// What each template, with all that take part when it makes a page, reads.
  var reads: [String: TemplateReads] {
    compilers.keys.reduce(into: [:]) { found, page in
      var names = Set([page])
      var open = [page]
      var reads = VariableReads()
      while let name = open.popLast() {
        guard let compiler = compilers[name] else { continue }
        reads.add(compiler.reads)
        let named = compiler.reads.isOpen ? Array(compilers.keys) : compiler.references.map(\.name)
        for next in named where names.insert(next).inserted { open.append(next) }
      }
      let templates = names.sorted()
      var writer = BinaryWriter()
      for name in templates {
        writer.put(name)
        writer.put(programs[name]?.fingerprint.bytes ?? [])
      }
      found[page] = TemplateReads(
        templates: templates, fingerprint: writer.fingerprint, parts: reads.parts,
        readsWorld: reads.readsWorld)
    }
  }

  /// A template that is imported alone sees nothing of the page, and what it reads of it is undefined.
  private func blindImports(_ compiler: Compiler) -> [TemplateMistake] {
    compiler.references.filter(\.isAlone).compactMap { reference in
      guard let module = compilers[reference.name],
        let first = module.free.min(by: { $0.value.lowerBound < $1.value.lowerBound })
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
    let place = source.placeWithLinesAround(span)
    let notes = also.map { [Diagnostic.Note($0.message, at: source.place($0.span))] } ?? []
    guard let help else { return Diagnostic(.templateMistake, message, at: place, notes: notes) }
    return Diagnostic(.templateMistake, message, at: place, notes: notes, help: help)
  }
}

extension DiagnosticKind {
  static let templateMistake = DiagnosticKind(
    "template-mistake", .error,
    "A template can't be compiled: a tag, filter, test, variable, attribute, block or template in it does not exist, or its syntax is wrong. Nothing is rendered until it is mended."
  )
}
