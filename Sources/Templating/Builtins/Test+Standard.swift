import Text

extension Test {
  /// The tests of the language.
  static let standard: [Test] = [
    Test("defined", "Something gave the name a value.") { (value, _) throws(Failure) in !value.isUndefined },
    Test("undefined", "Nothing gave the name a value.") { (value, _) throws(Failure) in value.isUndefined },
    none,
    Test("true", "The value is `true`.") { (value, _) throws(Failure) in
      if case .bool(true) = value { true } else { false }
    },
    Test("false", "The value is `false`.") { (value, _) throws(Failure) in
      if case .bool(false) = value { true } else { false }
    },
    Test("boolean", "The value is `true` or `false`.") { (value, _) throws(Failure) in
      if case .bool = value { true } else { false }
    },
    Test("number", "The value is a number.") { (value, _) throws(Failure) in value.number != nil },
    Test("integer", "The value is a whole number.") { (value, _) throws(Failure) in
      switch value {
      case .int, .big: true
      default: false
      }
    },
    Test("float", "The value is a number with a fraction.") { (value, _) throws(Failure) in
      if case .double = value { true } else { false }
    },
    Test("string", "The value is text.") { (value, _) throws(Failure) in value.bytes != nil },
    Test("mapping", "The value has keys.") { (value, _) throws(Failure) in value.pairs != nil },
    Test("sequence", "The value has elements that can be asked for by place.") { (value, _) throws(Failure) in
      if case .list(let list) = value { list.isSequence } else { value.isIterable }
    },
    Test("iterable", "A loop can go through the value.") { (value, _) throws(Failure) in value.isIterable },
    Test("callable", "The value can be called.") { (value, _) throws(Failure) in
      if case .callable = value { true } else { false }
    },
    Test("escaped", "The value is markup.") { (value, _) throws(Failure) in
      if case .safe = value { true } else { false }
    },
    Test("odd", "The number is odd.") { (value, input) throws(Failure) in
      try remainder(value, .int(2), input).equals(.int(1), within: input.allowance)
    },
    Test("even", "The number is even.") { (value, input) throws(Failure) in
      try remainder(value, .int(2), input).equals(.int(0), within: input.allowance)
    },
    Test("divisibleby", taking: [Parameter("num")], "The number can be divided by another.") {
      (value, input) throws(Failure) in
      try remainder(value, input[0], input).equals(.int(0), within: input.allowance)
    },
    Test("eq", aliases: ["equalto", "=="], taking: [Parameter("b")], "The value equals another.") {
      (value, input) throws(Failure) in
      try value.equals(input[0], within: input.allowance)
    },
    Test("ne", aliases: ["!="], taking: [Parameter("b")], "The value does not equal another.") {
      (value, input) throws(Failure) in
      try !value.equals(input[0], within: input.allowance)
    },
    comparison("lt", aliases: ["lessthan", "<"], .less, "The value is less than another."),
    comparison("le", aliases: ["<="], .lessOrEqual, "The value is at most another."),
    comparison("gt", aliases: ["greaterthan", ">"], .greater, "The value is greater than another."),
    comparison("ge", aliases: [">="], .greaterOrEqual, "The value is at least another."),
    Test("in", taking: [Parameter("seq")], "The value is an element of another.") { (value, input) throws(Failure) in
      guard let contains = try input[0].contains(value, within: input.allowance) else {
        throw Failure("\(input[0].kind) can't hold \(value.kind)")
      }
      return contains
    },
    Test("sameas", taking: [Parameter("other")], "The value is the very same as another.") {
      (value, input) throws(Failure) in
      try value.isSame(as: input[0], within: input.allowance)
    },
    Test("lower", "The text has no capital letters.") { (value, input) throws(Failure) in
      let text = try value.printedForWork(input.allowance).string
      return text == text.lowercasedByScalar && text != text.uppercasedByScalar
    },
    Test("upper", "The text has no small letters.") { (value, input) throws(Failure) in
      let text = try value.printedForWork(input.allowance).string
      return text == text.uppercasedByScalar && text != text.lowercasedByScalar
    },
    Test("filter", "There is a filter of this name.") { (value, input) throws(Failure) in
      value.bytes.flatMap { input.library.filters[$0.string] } != nil
    },
    Test("test", "There is a test of this name.") { (value, input) throws(Failure) in
      value.bytes.flatMap { input.library.tests[$0.string] } != nil
    },
  ]

  private static func comparison(
    _ name: String, aliases: [String], _ comparison: Comparison, _ summary: String
  ) -> Test {
    Test(name, aliases: aliases, taking: [Parameter("b")], summary) { (value, input) throws(Failure) in
      try Operators.compare(Int32(Operators.number(of: comparison)), value, input[0], within: input.allowance)
    }
  }

  /// What is left of a division of numbers.
  private static func remainder(_ value: Value, _ divisor: Value, _ input: Input) throws(Failure) -> Value {
    guard value.number != nil else { throw Failure("\(value.kind) is no number") }
    return try Operators.apply(
      Int32(Operators.number(of: .remainder)), value, divisor, within: input.allowance)
  }
}
