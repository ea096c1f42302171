import Diagnostics

extension Templates {
  /// Compiles templates that may name each other.
  ///
  /// All mistakes of all templates are in the diagnostics. A template with mistakes can't be rendered, the others can; a
  /// program that publishes should render nothing then.
  ///
  /// - Parameters:
  ///   - sources: The templates with the names by which they know each other.
  ///   - fallbacks: The names of those that stand in for templates that nobody wrote: parents that somebody did write need
  ///     not have all their blocks.
  ///   - library: The filters, tests and functions that they can use.
  ///   - schema: The variables that they may read; without one, names are not checked.
  ///   - options: How white space is treated.
  ///   - undefined: What happens where a template uses a value that nothing gave.
  ///   - limits: What one rendering may use.
  public static func compile(
    _ sources: [(name: String, source: SourceFile)], fallbacks: Set<String> = [], library: Library = .standard,
    schema: ContextSchema? = nil, options: SyntaxOptions = SyntaxOptions(), undefined: UndefinedRule = .lenient,
    limits: Limits = Limits()
  ) -> (Templates, [Diagnostic]) {
    var linker = Linker(schema: schema, fallbacks: fallbacks)
    linker.compile(sources, options, library: library, undefined: undefined)
    // Without a declared context, a template that is never reached may be missing.
    let diagnostics = linker.diagnostics()
    let set = TemplateSet(
      programs: linker.programs, broken: diagnostics.broken, library: library, undefined: undefined)
    let templates = Templates(set, dependencies: schema == nil ? [:] : linker.dependencies, limits: limits)
    return (templates, diagnostics.all.inOrder)
  }
}
