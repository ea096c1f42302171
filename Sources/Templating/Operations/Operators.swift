import Glibc

import Text

/// Arithmetic and comparisons as Python has them, without traps.
enum Operators {
  private static let binaries: [BinaryOperator] = [
    .add, .subtract, .multiply, .divide, .floorDivide, .remainder, .power,
  ]
  private static let comparisons: [Comparison] = [
    .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .isIn, .notIn,
  ]

  static func number(of operation: BinaryOperator) -> Int { binaries.firstIndex(of: operation) ?? 0 }

  static func number(of comparison: Comparison) -> Int { comparisons.firstIndex(of: comparison) ?? 0 }

  static func compare(_ number: Int32, _ a: Value, _ b: Value, within allowance: Allowance) throws(Failure) -> Bool {
    let comparison = comparisons[Int(number)]
    switch comparison {
    case .equal: return try a.equals(b, within: allowance)
    case .notEqual: return try !a.equals(b, within: allowance)
    case .isIn, .notIn:
      guard let contains = try b.contains(a, within: allowance) else { throw Failure("\(b.kind) can't hold \(a.kind)") }
      return contains == (comparison == .isIn)
    case .less, .greater:
      let (x, y) = comparison == .less ? (a, b) : (b, a)
      guard let less = try x.precedes(y, within: allowance) else { throw incomparable(a, b) }
      return less
    case .lessOrEqual, .greaterOrEqual:
      let (x, y) = comparison == .lessOrEqual ? (a, b) : (b, a)
      guard let greater = try y.precedes(x, within: allowance) else { throw incomparable(a, b) }
      // Nothing is equal to what is no number.
      return !greater && !x.isNaN && !y.isNaN
    }
  }

  private static func incomparable(_ a: Value, _ b: Value) -> Failure {
    Failure("\(a.kind) and \(b.kind) can't be compared")
  }

  static func apply(_ number: Int32, _ a: Value, _ b: Value, within allowance: Allowance) throws(Failure) -> Value {
    let operation = binaries[Int(number)]
    switch (operation, a, b) {
    case (.add, .list(let x), .list(let y)):
      try allowance.take(values: x.count + y.count)
      return .mutableList(x.values + y.values)
    case (.add, .tuple(let x), .tuple(let y)):
      try allowance.take(values: x.count + y.count)
      return .tuple(x.values + y.values)
    case (.add, _, _) where a.bytes != nil && b.bytes != nil: return try Value.joined([a, b], within: allowance)
    case (.remainder, _, _) where a.bytes != nil: return try PercentFormat.apply(a, b, within: allowance)
    case (.multiply, _, _) where a.extent != nil && !b.isNumber:
      return try repeated(b, a.extent ?? 0, within: allowance)
    case (.multiply, _, _) where b.extent != nil && !a.isNumber:
      return try repeated(a, b.extent ?? 0, within: allowance)
    default: return try arithmetic(operation, a, b, within: allowance)
    }
  }

  static func negate(_ value: Value) throws(Failure) -> Value {
    switch value {
    case .int(let number) where number != .min: return .int(-number)
    case .double(let number): return .double(-number)
    case .int, .bool, .big:
      guard let number = value.bigInteger else { return value }
      return Value(number.negated)
    default: throw Failure("\(value.kind) has no negative")
    }
  }

  private static func repeated(_ value: Value, _ times: Int, within allowance: Allowance) throws(Failure) -> Value {
    let times = max(0, times)
    switch value {
    case .text(let bytes), .safe(let bytes):
      try allowance.take(bytes: bytes.count, times: times)
      // Nothing is repeated very often for nothing.
      let result = bytes.isEmpty ? [] : Bytes(repeatElement(bytes, count: times).joined())
      return value.isSafe ? .safe(result) : .text(result)
    case .list(let list), .tuple(let list):
      try allowance.take(bytes: MemoryLayout<Value>.stride * list.count, times: times)
      let result = list.isEmpty ? [] : Array(repeatElement(list.values, count: times).joined())
      if case .tuple = value { return .tuple(result) }
      return .mutableList(result)
    default: throw Failure("\(value.kind) can't be repeated")
    }
  }

  private static func arithmetic(
    _ operation: BinaryOperator, _ a: Value, _ b: Value, within allowance: Allowance
  ) throws(Failure) -> Value {
    if let result = try whole(operation, a, b, within: allowance) { return result }
    guard let x = a.number, let y = b.number else {
      if b.isUndefined { throw Failure(.undefined) }
      throw Failure(
        "\(a.kind) \(operation.rawValue) \(b.kind) has no result",
        help: a.bytes != nil || b.bytes != nil ? "join texts with `~`" : nil)
    }
    switch operation {
    case .add: return .double(x + y)
    case .subtract: return .double(x - y)
    case .multiply: return .double(x * y)
    case .power:
      if x == 0, y < 0 { throw Failure("a number can't be divided by zero") }
      if x < 0, y.isFinite, y != y.rounded() {
        throw Failure("a fraction of a power of a negative number is no number")
      }
      let power = pow(x, y)
      if power.isInfinite, x.isFinite, y.isFinite { throw Failure("this number has too many digits") }
      return .double(power)
    case .divide, .floorDivide, .remainder:
      guard y != 0 else { throw Failure("a number can't be divided by zero") }
      switch operation {
      case .divide: return try quotient(a, b)
      case .floorDivide: return .double(((x - remainder(x, y)) / y).rounded())
      default: return .double(remainder(x, y))
      }
    }
  }

  /// What is left of a division, with the sign of the divisor.
  private static func remainder(_ x: Double, _ y: Double) -> Double {
    let rest = fmod(x, y)
    if rest == 0 { return y < 0 ? -0.0 : 0 }
    return (rest < 0) != (y < 0) ? rest + y : rest
  }

  /// The quotient of two numbers, which may be too long for a fraction by themselves.
  private static func quotient(_ a: Value, _ b: Value) throws(Failure) -> Value {
    let (x, y) = (a.number ?? 0, b.number ?? 1)
    guard x.isInfinite || y.isInfinite, let whole = a.bigInteger, let divisor = b.bigInteger else {
      return .double(x / y)
    }
    let quotient = whole.divided(by: divisor).quotient.double
    if quotient.isInfinite { throw Failure("this number has too many digits") }
    return .double(quotient)
  }

  /// The whole result of two whole numbers; `nil` where it is none.
  private static func whole(
    _ operation: BinaryOperator, _ a: Value, _ b: Value, within allowance: Allowance
  ) throws(Failure) -> Value? {
    if operation == .divide { return nil }
    if let x = a.integer, let y = b.integer, let small = try small(operation, x, y) { return .int(small) }
    guard let x = a.bigInteger, let y = b.bigInteger else { return nil }
    try allowance.spend(x.steps(with: y))
    switch operation {
    case .add: return Value(x.plus(y))
    case .subtract: return Value(x.plus(y.negated))
    case .multiply:
      guard let product = x.times(y) else { throw Failure("this number has too many digits") }
      return Value(product)
    case .floorDivide, .remainder:
      if y.small == 0 { throw Failure("a number can't be divided by zero") }
      let (quotient, remainder) = x.divided(by: y)
      return operation == .remainder ? Value(remainder) : Value(quotient)
    case .power: return try power(x, b, within: allowance)
    case .divide: return nil
    }
  }

  /// The result within 64 bits, where it fits.
  private static func small(_ operation: BinaryOperator, _ a: Int, _ b: Int) throws(Failure) -> Int? {
    func fitting(_ result: (partialValue: Int, overflow: Bool)) -> Int? { result.overflow ? nil : result.partialValue }
    switch operation {
    case .add: return fitting(a.addingReportingOverflow(b))
    case .subtract: return fitting(a.subtractingReportingOverflow(b))
    case .multiply: return fitting(a.multipliedReportingOverflow(by: b))
    case .divide, .power: return nil
    case .floorDivide, .remainder:
      guard b != 0 else { throw Failure("a number can't be divided by zero") }
      guard b != -1 else { return operation == .remainder ? 0 : fitting(0.subtractingReportingOverflow(a)) }
      let (quotient, remainder) = a.quotientAndRemainder(dividingBy: b)
      let goesDown = remainder != 0 && (remainder < 0) != (b < 0)
      return operation == .remainder ? (goesDown ? remainder + b : remainder) : (goesDown ? quotient - 1 : quotient)
    }
  }

  /// A whole power of a whole number; `nil` for a negative exponent, which makes a fraction.
  private static func power(_ base: BigInteger, _ exponent: Value, within allowance: Allowance) throws(Failure)
    -> Value?
  {
    guard let exponent = exponent.extent else { return nil }
    if exponent < 0 { return nil }
    if let small = base.small, small == 0 || small == 1 { return .int(exponent == 0 ? 1 : small) }
    var (result, square, rest) = (BigInteger(1), base, exponent)
    while rest > 0 {
      if rest & 1 == 1 { result = try product(result, square, within: allowance) }
      rest >>= 1
      if rest > 0 { square = try product(square, square, within: allowance) }
    }
    return Value(result)
  }

  private static func product(
    _ a: BigInteger, _ b: BigInteger, within allowance: Allowance
  ) throws(Failure) -> BigInteger {
    try allowance.spend(a.steps(with: b))
    guard let product = a.times(b) else { throw Failure("this number has too many digits") }
    return product
  }
}

extension Value {
  fileprivate var isNumber: Bool {
    switch self {
    case .int, .double, .bool, .big: true
    default: false
    }
  }

  fileprivate var isNaN: Bool {
    if case .double(let value) = self { value.isNaN } else { false }
  }
}
