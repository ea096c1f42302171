import Glibc
import Text

extension Filter {
  /// Filters that compute.
  static let ofNumbers: [Filter] = [
    Filter(
      "int", taking: [Parameter("default", default: .int(0)), Parameter("base", default: .int(10))],
      "The whole number that a value is."
    ) {
      (value, input) throws(Failure) in
      switch value {
      case .int, .big: return value
      case .bool(let truth): return .int(truth ? 1 : 0)
      case .double(let number):
        if number.isInfinite { throw Failure("a number that is infinite is no whole number") }
        return BigInteger(exactly: number.rounded(.towardZero)).map { Value($0) } ?? input[0]
      case .text(let bytes), .safe(let bytes):
        if let whole = try NumberText.whole(bytes, base: try input.extent(1), within: input.allowance) {
          return Value(whole)
        }
        let number = NumberText.fraction(bytes)
        return number.flatMap { BigInteger(exactly: $0.rounded(.towardZero)) }.map { Value($0) } ?? input[0]
      case .undefined: throw Failure(.undefined)
      default: return input[0]
      }
    },
    Filter(
      "float", taking: [Parameter("default", default: .double(0))], "The number that a value is, with a fraction."
    ) {
      (value, input) throws(Failure) in
      switch value {
      case .text(let bytes), .safe(let bytes): return NumberText.fraction(bytes).map { .double($0) } ?? input[0]
      case .undefined: throw Failure(.undefined)
      default:
        guard let number = value.number else { return input[0] }
        if number.isInfinite, value.bigInteger != nil { throw Failure("this number has too many digits") }
        return .double(number)
      }
    },
    Filter("abs", "The number without its sign.") { (value, _) throws(Failure) in
      switch value {
      case .int(let number) where number >= 0: return value
      case .big(let number) where !number.isNegative: return value
      case .int, .big: return try Operators.negate(value)
      case .double(let number): return .double(abs(number))
      case .bool(let truth): return .int(truth ? 1 : 0)
      default: throw Failure("\(value.kind) has no sign")
      }
    },
    Filter(
      "round", taking: [Parameter("precision", default: .int(0)), Parameter("method", default: Value("common"))],
      "The number rounded, to a number of digits behind the point.", apply: round),
    Filter(
      "sum", taking: [Parameter("attribute", default: .none), Parameter("start", default: .int(0))],
      "The sum of the elements, or of an attribute of each.", apply: sum),
    Filter(
      "min", taking: [Parameter("case_sensitive", default: .bool(false)), Parameter("attribute", default: .none)],
      result: .element, "The smallest element."
    ) {
      (value, input) throws(Failure) in
      try extreme(of: value, input, .min)
    },
    Filter(
      "max", taking: [Parameter("case_sensitive", default: .bool(false)), Parameter("attribute", default: .none)],
      result: .element, "The largest element."
    ) {
      (value, input) throws(Failure) in
      try extreme(of: value, input, .max)
    },
  ]

  @Sendable private static func round(_ value: Value, _ input: Input) throws(Failure) -> Value {
    guard let number = value.number else { throw Failure("\(value.kind) can't be rounded") }
    let digits = try input.optionalExtent(0)
    switch input[1].excerpt {
    case "common":
      if let whole = value.bigInteger {
        guard let digits, digits < 0 else { return Value(whole) }
        return Value(try Rounding.rounded(whole, digits: digits, within: input.allowance))
      }
      let rounded = Rounding.rounded(number, digits: digits ?? 0)
      guard digits == nil else { return .double(rounded) }
      guard let whole = BigInteger(exactly: rounded) else { throw Failure("\(value.excerpt) is no whole number") }
      return Value(whole)
    case "ceil", "floor":
      let scale = pow(10, Double(digits ?? 0))
      let rounded = (number * scale).rounded(input[1].excerpt == "ceil" ? .up : .down) / scale
      guard scale > 0, rounded.isFinite else { throw Failure("this number has too many digits") }
      // Whole numbers know no zero below zero.
      return .double(rounded == 0 ? 0 : rounded)
    default: throw Failure("the method of rounding must be `common`, `ceil` or `floor`")
    }
  }

  @Sendable private static func sum(_ value: Value, _ input: Input) throws(Failure) -> Value {
    let path = try AttributePath(argument: input[0])
    if input[1].bytes != nil { throw Failure("texts are joined and not added", help: "write `join`") }
    var sum = input[1]
    for element in try elements(value, input) {
      try input.allowance.spend(50)
      let part = try path?.value(of: element, within: input.allowance) ?? element
      // Lists are joined in one, not each time anew.
      if case .list(let list) = sum, case .list(let more) = part {
        try input.allowance.take(values: list.isFrozen ? list.count + more.count : more.count)
        let isOwn = !list.isFrozen && !sum.isSameList(as: input[1])
        if isOwn { try list.mutate { $0 += more.values } } else { sum = .mutableList(list.values + more.values) }
      } else {
        sum = try Operators.apply(Int32(Operators.number(of: .add)), sum, part, within: input.allowance)
      }
    }
    return sum
  }

  private enum Extreme { case min, max }

  private static func extreme(of value: Value, _ input: Input, _ extreme: Extreme) throws(Failure) -> Value {
    let key = try SortKey(attribute: input[1], caseSensitive: input[0].isTrue)
    var best: (key: Value, value: Value)?
    for element in try elements(value, input) {
      let candidate = (key: try key.value(of: element, input), value: element)
      if let known = best {
        let (x, y) = extreme == .min ? (candidate.key, known.key) : (known.key, candidate.key)
        try input.allowance.spend(20)
        guard let precedes = try x.precedes(y, within: input.allowance) else { throw SortKey.incomparable(x, y) }
        if precedes { best = candidate }
      } else {
        best = candidate
      }
    }
    return best?.value ?? .undefined
  }
}

extension Value {
  fileprivate func isSameList(as other: Value) -> Bool {
    if case .list(let a) = self, case .list(let b) = other { a === b } else { false }
  }
}
