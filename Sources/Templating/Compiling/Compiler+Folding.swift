extension Compiler {
  /// The value of an expression that is the same each time; `nil` where it depends on something, or fails.
  ///
  /// Lists and maps are not folded: each evaluation makes a new one, which a template may change.
  func constantValue(of expression: Expression) -> Value? {
    switch expression.kind {
    case .constant(let value): return value
    case .unary(let operation, let value):
      guard let value = constantValue(of: value) else { return nil }
      switch operation {
      case .not: return .bool(!value.isTrue)
      case .negative: return computed { () throws(Failure) in try Operators.negate(value) }
      case .positive: return value.number == nil ? nil : value
      }
    case .binary(let operation, let left, let right):
      guard let a = constantValue(of: left), let b = constantValue(of: right) else { return nil }
      let number = Int32(Operators.number(of: operation))
      return computed { () throws(Failure) in try Operators.apply(number, a, b, within: folding) }
    case .concatenation(let parts):
      let values = parts.compactMap { constantValue(of: $0) }
      guard values.count == parts.count else { return nil }
      return computed { () throws(Failure) in try Value.joined(values, keepsMarkup: escapes, within: folding) }
    case .comparison(let first, let rest) where rest.count == 1:
      guard let a = constantValue(of: first), let b = constantValue(of: rest[0].1) else { return nil }
      let number = Int32(Operators.number(of: rest[0].0))
      return computed { () throws(Failure) in .bool(try Operators.compare(number, a, b, within: folding)) }
    case .filter(let value, let use): return folded(use, of: value)
    default: return nil
    }
  }

  /// What a filter makes of a constant; all filters give the same for the same.
  private func folded(_ use: NamedCall, of value: Expression) -> Value? {
    guard let filter = environment.library.filters[use.name], !filter.isVariadic, use.arguments.named.isEmpty,
      use.arguments.spread == nil, use.arguments.namedSpread == nil,
      (filter.parameters.filter { $0.defaultValue == nil }.count...filter.parameters.count)
        .contains(use.arguments.positional.count),
      let value = constantValue(of: value)
    else { return nil }
    let given = use.arguments.positional.compactMap { constantValue(of: $0) }
    guard given.count == use.arguments.positional.count else { return nil }
    let rest = filter.parameters.dropFirst(given.count).map { $0.defaultValue ?? .undefined }
    let input = Input(GivenValues(given + rest, escapes: escapes, library: environment.library), folding)
    guard let result = computed({ () throws(Failure) in try filter.apply(value, input) }) else { return nil }
    switch result {
    case .bool, .int, .double, .big, .text, .safe, .none: return result
    default: return nil
    }
  }

  private func computed(_ work: () throws(Failure) -> Value) -> Value? {
    do throws(Failure) {
      let value = try work()
      // A long text is made when it is needed, not kept in the program.
      if let bytes = value.bytes, bytes.count > 1 << 12 { return nil }
      return value.isUndefined ? nil : value
    } catch {
      return nil
    }
  }
}
