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
      if let whole = value.bigInteger { return Value(whole) }
      if case .double(let number) = value { return abs(number) < 9e18 ? .int(Int(number)) : input[0] }
      let text = value.printed.string.trimmingSpace.replacing("_", with: "")
      let base = input[1].integer ?? 10
      for (prefix, radix) in [("0x", 16), ("0o", 8), ("0b", 2)]
      where base == radix && text.lowercased().hasPrefix(prefix) {
        return Int(text.dropFirst(2), radix: radix).map { .int($0) } ?? input[0]
      }
      if let whole = Int(text, radix: min(36, max(2, input[1].integer ?? 10))) { return .int(whole) }
      if base == 10, let whole = Value(number: text), whole.bigInteger != nil { return whole }
      if let number = Double(text), abs(number) < 9e18 { return .int(Int(number)) }
      return input[0]
    },
    Filter(
      "float", taking: [Parameter("default", default: .double(0))], "The number that a value is, with a fraction."
    ) {
      (value, input) throws(Failure) in
      if let number = value.number { return .double(number) }
      return Double(value.printed.string.trimmingSpace).map { .double($0) } ?? input[0]
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
      "The number rounded, to a number of digits behind the point."
    ) {
      (value, input) throws(Failure) in
      guard let number = value.number else { throw Failure("\(value.kind) can't be rounded") }
      if case .int = value, input[1].printed.string == "common" { return value }
      let rules: [String: FloatingPointRoundingRule] = ["common": .toNearestOrEven, "ceil": .up, "floor": .down]
      guard let rule = rules[input[1].printed.string] else {
        throw Failure("the method of rounding must be `common`, `ceil` or `floor`")
      }
      let digits = input[0].integer ?? 0
      if rule == .toNearestOrEven, (0...15).contains(digits), abs(number) < 1e15 {
        return .double(Double(PrintfFormat.text(number, digits: digits)) ?? number)
      }
      let scale = pow(10, Double(min(15, max(-15, digits))))
      return .double((number * scale).rounded(rule) / scale)
    },
    Filter(
      "sum", taking: [Parameter("attribute", default: .none), Parameter("start", default: .int(0))],
      "The sum of the elements, or of an attribute of each."
    ) {
      (value, input) throws(Failure) in
      var sum = input[1]
      for element in try elements(value) {
        let part =
          try input[0].bytes.map { (path) throws(Failure) in try AttributePath.value(at: path.string, of: element) }
          ?? element
        sum = try Operators.apply(Int32(Operators.number(of: .add)), sum, part)
      }
      return sum
    },
    Filter(
      "min", taking: [Parameter("case_sensitive", default: .bool(false)), Parameter("attribute", default: .none)],
      result: .element, "The smallest element."
    ) {
      (value, input) throws(Failure) in
      try sorted(try elements(value), by: input[1], caseSensitive: input[0].isTrue, reversed: false).first ?? .undefined
    },
    Filter(
      "max", taking: [Parameter("case_sensitive", default: .bool(false)), Parameter("attribute", default: .none)],
      result: .element, "The largest element."
    ) {
      (value, input) throws(Failure) in
      try sorted(try elements(value), by: input[1], caseSensitive: input[0].isTrue, reversed: true).first ?? .undefined
    },
  ]
}

extension String {
  fileprivate var trimmingSpace: String { trimming() }
}
