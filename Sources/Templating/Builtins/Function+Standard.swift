extension Function {
  /// The functions of the language.
  static let standard: [Function] = [
    Function("range", isCounted: false, "Whole numbers from `start` to before `stop`, `step` apart.") {
      (input) throws(Failure) in
      let numbers = input.values.compactMap(\.integer)
      guard numbers.count == input.values.count, (1...3).contains(numbers.count) else {
        throw Failure("`range` takes one to three whole numbers")
      }
      let (start, stop) = numbers.count == 1 ? (0, numbers[0]) : (numbers[0], numbers[1])
      let step = numbers.count == 3 ? numbers[2] : 1
      guard step != 0 else { throw Failure("the step of a range can't be zero") }
      // None where the step leads away from the end, however far that is.
      let count = max(0, (Double(stop) - Double(start)) / Double(step))
      guard count <= 1_000_000 else { throw Failure("a range has at most 1,000,000 numbers") }
      try input.allowance.take(values: Int(count) + 6)
      return .mutableList(stride(from: start, to: stop, by: step).map { .int($0) })
    },
    Function("dict", isCounted: false, "A map of the named arguments.") { (input) throws(Failure) in
      .mutableMap(try map(of: input, "dict"))
    },
    Function("joiner", isCounted: false, "A separator that prints nothing when it is called first.") {
      (input) throws(Failure) in
      try input.allowance.take(bytes: 100)
      return .callable(Joiner(input.values.first ?? input.named("sep") ?? Value(", ")))
    },
    Function("cycler", isCounted: false, "Values that come in turn, with `next()`, `current` and `reset()`.") {
      (input) throws(Failure) in
      if input.values.isEmpty { throw Failure("a cycler needs at least one value") }
      try input.allowance.take(bytes: 100 + 16 * input.values.count)
      return .callable(Cycler(input.values))
    },
    Function("namespace", isCounted: false, "A map whose fields `set` can change from inner scopes.") {
      (input) throws(Failure) in
      .namespace(SharedMap(try map(of: input, "namespace"), isFrozen: false))
    },
  ]

  private static func map(of input: Input, _ name: String) throws(Failure) -> ValueMap {
    var map = ValueMap()
    try input.allowance.take(bytes: ValueMap.memberSize * (input.named.count + 2))
    if let first = input.values.first {
      guard input.values.count == 1, let pairs = try first.pairsOrPairsOfTwo(within: input.allowance) else {
        throw Failure("`\(name)` takes a map, pairs of keys and values, or values with names")
      }
      try map.add(pairs, within: input.allowance)
    }
    for (name, value) in input.named { map[name.description] = value }
    return map
  }
}
