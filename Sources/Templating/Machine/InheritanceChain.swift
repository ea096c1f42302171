/// The blocks of a template and its parents, the youngest version first. A class, because parents are found while the
/// youngest template runs.
final class InheritanceChain {
  private var programs: [TemplateProgram] = []
  /// The parent that the running template named.
  var parent: TemplateProgram?

  func add(_ program: TemplateProgram) { programs.append(program) }

  /// A block as the template has it that is `level` steps up among those that have it.
  func version(of name: Symbol, level: Int) -> (program: TemplateProgram, function: CompiledFunction)? {
    var steps = level
    for program in programs {
      guard let index = program.blocks[name] else { continue }
      if steps == 0 { return (program, program.functions[index]) }
      steps -= 1
    }
    return nil
  }
}
