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
      return computed { () throws(Failure) in try Operators.apply(number, a, b) }
    case .concatenation(let parts):
      let values = parts.compactMap { constantValue(of: $0) }
      return values.count == parts.count ? Value.joined(values, keepsMarkup: escapes) : nil
    case .comparison(let first, let rest) where rest.count == 1:
      guard let a = constantValue(of: first), let b = constantValue(of: rest[0].1) else { return nil }
      let number = Int32(Operators.number(of: rest[0].0))
      return computed { () throws(Failure) in .bool(try Operators.compare(number, a, b)) }
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
