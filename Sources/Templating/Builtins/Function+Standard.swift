extension Function {
  /// The functions of the language.
  static let standard: [Function] = [
    Function("range", "Whole numbers from `start` to before `stop`, `step` apart.") { (input) throws(Failure) in
      let numbers = input.values.compactMap(\.integer)
      guard numbers.count == input.values.count, (1...3).contains(numbers.count) else {
        throw Failure("`range` takes one to three whole numbers")
      }
      let (start, stop) = numbers.count == 1 ? (0, numbers[0]) : (numbers[0], numbers[1])
      let step = numbers.count == 3 ? numbers[2] : 1
      guard step != 0 else { throw Failure("the step of a range can't be zero") }
      let distance = Double(stop) - Double(start)
      guard distance / Double(step) <= 1_000_000 else { throw Failure("a range has at most 1,000,000 numbers") }
      return .mutableList(stride(from: start, to: stop, by: step).map { .int($0) })
    },
    Function("dict", "A map of the named arguments.") { (input) throws(Failure) in
      .mutableMap(try map(of: input, "dict"))
    },
    Function("joiner", "A separator that prints nothing when it is called first.") { (input) throws(Failure) in
      .callable(Joiner(input.values.first ?? input.named("sep") ?? Value(", ")))
    },
    Function("cycler", "Values that come in turn, with `next()`, `current` and `reset()`.") { (input) throws(Failure) in
      if input.values.isEmpty { throw Failure("a cycler needs at least one value") }
      return .callable(Cycler(input.values))
    },
    Function("namespace", "A map whose fields `set` can change from inner scopes.") { (input) throws(Failure) in
      .namespace(SharedMap(try map(of: input, "namespace"), isFrozen: false))
    },
  ]

  private static func map(of input: Input, _ name: String) throws(Failure) -> ValueMap {
    var map = ValueMap()
    if let first = input.values.first {
      let pairs =
        first.pairs
        ?? first.elements?.compactMap { pair -> (key: Value, value: Value)? in
          guard let parts = pair.elements, parts.count == 2 else { return nil }
          return (parts[0], parts[1])
        }
      guard let pairs, input.values.count == 1, first.pairs != nil || pairs.count == first.elements?.count else {
        throw Failure("`\(name)` takes a map, pairs of keys and values, or values with names")
      }
      for (key, value) in pairs { map[key] = value }
    }
    for (name, value) in input.named { map[name.description] = value }
    return map
  }
}
