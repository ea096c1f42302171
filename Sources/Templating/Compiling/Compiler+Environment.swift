extension Compiler {
  /// What all templates of a set are compiled with.
  struct Environment {
    let library: Library
    let schema: ContextSchema?
    let undefined: UndefinedRule
    /// Names that each template gives a value, which an include of another may see.
    private let assignedBy: [String: Set<Symbol>]
    /// All of them.
    let assigned: Set<Symbol>

    init(
      library: Library, schema: ContextSchema?, undefined: UndefinedRule, assignedBy: [String: Set<Symbol>]
    ) {
      self.library = library
      self.schema = schema
      self.undefined = undefined
      self.assignedBy = assignedBy
      assigned = assignedBy.values.reduce(into: []) { $0.formUnion($1) }
    }

    func assignedElsewhere(than template: String) -> Set<Symbol> {
      assignedBy.reduce(into: []) { if $1.key != template { $0.formUnion($1.value) } }
    }
  }
}
