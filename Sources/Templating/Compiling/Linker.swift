import Diagnostics
import Text

/// Checks what templates say of each other.
struct Linker {
  private(set) var programs: [String: Program] = [:]
  private var compilers: [String: Compiler] = [:]
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
  func diagnostics(isComplete: Bool) -> (all: [Diagnostic], broken: [String: [Diagnostic]]) {
    var broken = found
    for (name, compiler) in compilers {
      let mistakes =
        isComplete
        ? missing(compiler) + unknownBlocks(compiler) + circle(compiler) + blindImports(compiler) : circle(compiler)
      broken[name, default: []] += mistakes.map { $0.diagnostic(in: compiler.source) }
    }
    broken = broken.mapValues(\.inOrder).filter { !$0.value.isEmpty }
    return (broken.sorted { $0.key < $1.key }.flatMap(\.value), broken)
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
    let notes = also.map { [Diagnostic.Note($0.message, at: source.place($0.span))] } ?? []
    guard let help else { return Diagnostic(.templateMistake, message, at: place, notes: notes) }
    return Diagnostic(.templateMistake, message, at: place, notes: notes, help: help)
  }
}
