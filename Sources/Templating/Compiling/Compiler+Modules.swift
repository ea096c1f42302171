extension Compiler {
  /// Compiles an include or import.
  mutating func compileModule(_ statement: Statement) {
    let span = statement.span
    switch statement.kind {
    case .include(let name, let ignoreMissing, let withContext):
      refer(to: name, mayBeMissing: ignoreMissing)
      _ = compile(name)
      function.emit(.include, addInclusion(ignoreMissing, withContext, span), at: name.span)
    case .importing(let name, let alias, let withContext):
      refer(to: name, alone: !withContext)
      _ = compile(name)
      function.emit(.importModule, addInclusion(false, withContext, span), at: name.span)
      if let template = name.literal { macros.add(module: template, as: alias) }
      store(.name(alias), .any, at: span)
    case .importingNames(let name, let names, let withContext):
      refer(to: name, alone: !withContext)
      _ = compile(name)
      function.emit(.importModule, addInclusion(false, withContext, span), at: name.span)
      for (imported, alias) in names {
        if let template = name.literal { macros.add(imported, from: template, as: alias) }
        function.emit(.duplicate, at: span)
        function.emit(.attribute, attribute(imported), at: span)
        store(.name(alias), .any, at: span)
      }
      function.emit(.drop, at: span)
    default: break
    }
  }

  private mutating func addInclusion(_ ignoreMissing: Bool, _ withContext: Bool, _ span: Range<Int>) -> Int {
    let visible = withContext ? visibleNames(forInclusion: true, at: span) : []
    if withContext { showsNames = true }
    tables.inclusions.append(
      ProgramTables.Inclusion(ignoreMissing: ignoreMissing, withContext: withContext, visible: visible))
    return tables.inclusions.count - 1
  }
}
