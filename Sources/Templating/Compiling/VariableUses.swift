/// The variables that a template reads from its context: wholly, or the fields that it names.
struct VariableUses {
  private(set) var variables: Set<Symbol> = []
  private(set) var fields: [Symbol: Set<Symbol>] = [:]
  /// Whether a template is named by a value, so that any may take part.
  var isOpen = false
  /// Whether all filters that are used depend on nothing but what they are given.
  var isPure = true

  mutating func add(_ name: Symbol, _ field: Symbol?) {
    if let field { fields[name, default: []].insert(field) } else { variables.insert(name) }
  }

  mutating func add(_ other: VariableUses) {
    variables.formUnion(other.variables)
    fields.merge(other.fields) { $0.union($1) }
    isOpen = isOpen || other.isOpen
    isPure = isPure && other.isPure
  }

  /// The parts in a fixed order.
  var parts: [TemplateDependencies.Part] {
    let some = fields.filter { !variables.contains($0.key) }.flatMap { name, fields in
      fields.map { TemplateDependencies.Part.field(name, $0) }
    }
    return (variables.map { .variable($0) } + some).sorted { $0.name < $1.name }
  }
}
