/// By what elements are put in order: an attribute of each or several, texts without regard to case unless told.
struct SortKey {
  private let paths: [AttributePath]?
  private let isCaseSensitive: Bool
  private let standard: Value?

  init(attribute: Value, caseSensitive: Bool, default standard: Value? = nil) throws(Failure) {
    paths = try AttributePath(argument: attribute).map { [$0] }
    isCaseSensitive = caseSensitive
    self.standard = standard
  }

  /// A key of several attributes, with commas between them.
  init(attributes: Value, caseSensitive: Bool) throws(Failure) {
    paths = try AttributePath.several(attributes)
    isCaseSensitive = caseSensitive
    standard = nil
  }

  /// The key of an element.
  func value(of element: Value, _ input: Input) throws(Failure) -> Value {
    try input.allowance.spend(20)
    guard let paths else { return try folded(element, input) }
    if paths.count == 1 {
      return try folded(try paths[0].value(of: element, default: standard, within: input.allowance), input)
    }
    var parts: [Value] = []
    try input.allowance.take(values: paths.count + 6)
    for path in paths {
      parts.append(try folded(try path.value(of: element, default: standard, within: input.allowance), input))
    }
    return .tuple(parts)
  }

  private func folded(_ key: Value, _ input: Input) throws(Failure) -> Value {
    isCaseSensitive || key.bytes == nil ? key : try key.lowercased(within: input.allowance)
  }

  /// Elements in the order of their keys; those with equal keys stay as they are.
  static func ordered(
    _ keyed: [(key: Value, value: Value)], reversed: Bool, equalsAreOrdered: Bool = false, _ allowance: Allowance
  ) throws(Failure) -> [(key: Value, value: Value)] {
    var failure: Failure?
    func precedes(_ x: Value, _ y: Value, _ isFirst: Bool) throws(Failure) -> Bool {
      try allowance.spend(150)
      // What is equal need not be comparable, as long as it is equal.
      if equalsAreOrdered, try x.equals(y, within: allowance) { return isFirst }
      guard let precedes = try x.precedes(y, within: allowance), let follows = try y.precedes(x, within: allowance)
      else { throw incomparable(x, y) }
      return precedes || (!follows && isFirst)
    }
    try allowance.take(values: 3 * keyed.count)
    let result = keyed.enumerated().sorted { a, b in
      if failure != nil { return a.offset < b.offset }
      let (x, y) = reversed ? (b.element.key, a.element.key) : (a.element.key, b.element.key)
      do throws(Failure) {
        return try precedes(x, y, a.offset < b.offset)
      } catch {
        failure = error
        return false
      }
    }
    if let failure { throw failure }
    return result.map(\.element)
  }

  static func incomparable(_ x: Value, _ y: Value) -> Failure {
    Failure("\(x.kind) and \(y.kind) can't be put in order")
  }
}
