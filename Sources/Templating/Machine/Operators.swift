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
    case (.add, .list(let x), .list(let y)): return .list(x + y)
    case (.add, .tuple(let x), .tuple(let y)): return .tuple(x + y)
    case (.add, .safe(let x), .safe(let y)): return .safe(x + y)
    case (.add, _, _) where a.bytes != nil && b.bytes != nil: return Value.joined([a, b])
    case (.remainder, _, _) where a.bytes != nil: return try Formatting.percent(a, b)
    case (.multiply, .int(let times), _) where b.bytes != nil: return try repeated(b, times)
    case (.multiply, _, .int(let times)) where a.bytes != nil: return try repeated(a, times)
    case (.multiply, .list(let values), .int(let times)):
      guard values.count * max(0, times) < 1_000_000 else { throw Failure("this list would be too long") }
      return .list(Array(repeatElement(values, count: max(0, times)).joined()))
    default: return try arithmetic(operation, a, b)
    }
  }

  static func negate(_ value: Value) throws(Failure) -> Value {
    switch value {
    case .int(let number): return number == .min ? .double(-Double(number)) : .int(-number)
    case .double(let number): return .double(-number)
    case .bool(let truth): return .int(truth ? -1 : 0)
    default: throw Failure("\(value.kind) has no negative")
    }
  }

  private static func repeated(_ text: Value, _ times: Int) throws(Failure) -> Value {
    let bytes = text.bytes ?? []
    guard bytes.count.multipliedReportingOverflow(by: max(0, times)).partialValue < 1 << 26, times < 1 << 26 else {
      throw Failure("this text would be too long")
    }
    let result = Bytes(repeatElement(bytes, count: max(0, times)).joined())
    if case .safe = text { return .safe(result) }
    return .text(result)
  }

  private static func arithmetic(_ operation: BinaryOperator, _ a: Value, _ b: Value) throws(Failure) -> Value {
    guard let x = a.number, let y = b.number else {
      throw Failure(
        "\(a.kind) \(operation.rawValue) \(b.kind) has no result",
        help: a.bytes != nil || b.bytes != nil ? "join texts with `~`" : nil)
    }
    if let i = a.whole, let j = b.whole, let result = try whole(operation, i, j) { return .int(result) }
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

  /// The whole result of two whole numbers; `nil` where it is none or does not fit.
  private static func whole(_ operation: BinaryOperator, _ a: Int, _ b: Int) throws(Failure) -> Int? {
    func fitting(_ result: (partialValue: Int, overflow: Bool)) -> Int? { result.overflow ? nil : result.partialValue }
    switch operation {
    case .add: return fitting(a.addingReportingOverflow(b))
    case .subtract: return fitting(a.subtractingReportingOverflow(b))
    case .multiply: return fitting(a.multipliedReportingOverflow(by: b))
    case .divide: return nil
    case .power:
      guard b >= 0 else { return nil }
      var result = 1
      for _ in 0..<min(b, 64) {
        guard let next = fitting(result.multipliedReportingOverflow(by: a)) else { return nil }
        result = next
      }
      return b <= 64 || abs(a) <= 1 ? (abs(a) <= 1 && b > 64 ? (b % 2 == 0 ? a * a : a) : result) : nil
    case .floorDivide, .remainder:
      guard b != 0 else { throw Failure("a number can't be divided by zero") }
      guard b != -1 else { return operation == .remainder ? 0 : fitting(0.subtractingReportingOverflow(a)) }
      let (quotient, remainder) = a.quotientAndRemainder(dividingBy: b)
      let goesDown = remainder != 0 && (remainder < 0) != (b < 0)
      return operation == .remainder ? (goesDown ? remainder + b : remainder) : (goesDown ? quotient - 1 : quotient)
    }
  }
}

extension Value {
  /// The whole number that the value is; truth values count as 0 and 1.
  var whole: Int? {
    switch self {
    case .int(let value): value
    case .bool(let value): value ? 1 : 0
    default: nil
    }
  }

  /// Texts one after the other: markup if one of them is, the others escaped then.
  static func joined(_ values: [Value]) -> Value {
    let isMarkup = values.contains { if case .safe = $0 { true } else { false } }
    var bytes = Bytes()
    for value in values { isMarkup ? value.writeEscaped(to: &bytes) : value.write(to: &bytes) }
    return isMarkup ? .safe(bytes) : .text(bytes)
  }

  /// Appends the value as markup: what is not safe is escaped.
  @inline(__always)
  func writeEscaped(to out: inout Bytes) {
    switch self {
    case .text(let bytes): out.append(escaping: bytes)
    case .safe(let bytes): out.append(contentsOf: bytes)
    case .int(let number): out.append(decimal: number)
    case .undefined: break
    default: out.append(escaping: printed)
    }
  }
}
