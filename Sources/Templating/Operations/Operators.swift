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

  static func compare(_ number: Int32, _ a: Value, _ b: Value) throws(Failure) -> Bool {
    let comparison = comparisons[Int(number)]
    switch comparison {
    case .equal: return a.equals(b)
    case .notEqual: return !a.equals(b)
    case .isIn, .notIn:
      guard let contains = b.contains(a) else { throw Failure("\(b.kind) can't hold \(a.kind)") }
      return contains == (comparison == .isIn)
    case .less, .greaterOrEqual:
      guard let less = a.precedes(b) else { throw Failure("\(a.kind) and \(b.kind) can't be compared") }
      return less == (comparison == .less)
    case .greater, .lessOrEqual:
      guard let greater = b.precedes(a) else { throw Failure("\(a.kind) and \(b.kind) can't be compared") }
      return greater == (comparison == .greater)
    }
  }

  static func apply(_ number: Int32, _ a: Value, _ b: Value) throws(Failure) -> Value {
    let operation = binaries[Int(number)]
    switch (operation, a, b) {
    case (.add, .list(let x), .list(let y)): return .mutableList(x.values + y.values)
    case (.add, .tuple(let x), .tuple(let y)): return .tuple(x.values + y.values)
    case (.add, _, _) where a.bytes != nil && b.bytes != nil: return Value.joined([a, b])
    case (.remainder, _, _) where a.bytes != nil: return try PercentFormat.apply(a, b)
    case (.multiply, .int(let times), _) where !b.isNumber: return try repeated(b, times)
    case (.multiply, _, .int(let times)) where !a.isNumber: return try repeated(a, times)
    default: return try arithmetic(operation, a, b)
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

  private static func repeated(_ value: Value, _ times: Int) throws(Failure) -> Value {
    let times = max(0, times)
    func fits(_ count: Int) -> Bool { count == 0 || times <= (1 << 26) / count }
    switch value {
    case .text(let bytes), .safe(let bytes):
      guard fits(bytes.count) else { throw Failure("this text would be too long") }
      let result = Bytes(repeatElement(bytes, count: times).joined())
      return value.isSafe ? .safe(result) : .text(result)
    case .list(let list), .tuple(let list):
      guard fits(16 * list.count) else { throw Failure("this list would be too long") }
      let result = Array(repeatElement(list.values, count: times).joined())
      if case .tuple = value { return .tuple(result) }
      return .mutableList(result)
    default: throw Failure("\(value.kind) can't be repeated")
    }
  }

  private static func arithmetic(_ operation: BinaryOperator, _ a: Value, _ b: Value) throws(Failure) -> Value {
    if let result = try whole(operation, a, b) { return result }
    guard let x = a.number, let y = b.number else {
      throw Failure(
        "\(a.kind) \(operation.rawValue) \(b.kind) has no result",
        help: a.bytes != nil || b.bytes != nil ? "join texts with `~`" : nil)
    }
    switch operation {
    case .add: return .double(x + y)
    case .subtract: return .double(x - y)
    case .multiply: return .double(x * y)
    case .power: return .double(pow(x, y))
    case .divide, .floorDivide, .remainder:
      guard y != 0 else { throw Failure("a number can't be divided by zero") }
      switch operation {
      case .divide: return .double(x / y)
      case .floorDivide: return .double((x / y).rounded(.down))
      default: return .double(x - (x / y).rounded(.down) * y)
      }
    }
  }

  /// The whole result of two whole numbers; `nil` where it is none.
  private static func whole(_ operation: BinaryOperator, _ a: Value, _ b: Value) throws(Failure) -> Value? {
    if operation == .divide { return nil }
    if let x = a.integer, let y = b.integer, let small = try small(operation, x, y) { return .int(small) }
    guard let x = a.bigInteger, let y = b.bigInteger else { return nil }
    switch operation {
    case .add: return Value(x.plus(y))
    case .subtract: return Value(x.plus(y.negated))
    case .multiply:
      guard let product = x.times(y) else { throw Failure("this number has too many digits") }
      return Value(product)
    case .floorDivide, .remainder:
      if case .int(0) = b { throw Failure("a number can't be divided by zero") }
      if case .bool(false) = b { throw Failure("a number can't be divided by zero") }
      let (quotient, remainder) = x.divided(by: y)
      return operation == .remainder ? Value(remainder) : Value(quotient)
    case .power: return try power(x, b)
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
  private static func power(_ base: BigInteger, _ exponent: Value) throws(Failure) -> Value? {
    guard let exponent = exponent.integer else { throw Failure("this number has too many digits") }
    if exponent < 0 { return nil }
    var (result, square, rest) = (BigInteger(1), base, exponent)
    while rest > 0 {
      if rest & 1 == 1 {
        guard let product = result.times(square) else { throw Failure("this number has too many digits") }
        result = product
      }
      rest >>= 1
      guard rest > 0 else { break }
      guard let next = square.times(square) else { throw Failure("this number has too many digits") }
      square = next
    }
    return Value(result)
  }
}

extension Value {
  fileprivate var isNumber: Bool {
    switch self {
    case .int, .double, .bool, .big: true
    default: false
    }
  }
}
