import Text

/// What `if` asks: comparisons, of which some or all must hold.
struct LiquidCondition: Sendable {
  /// How two values are compared.
  enum Comparison: String, Sendable, CaseIterable {
    case equal = "=="
    case unequal = "!="
    case atMost = "<="
    case atLeast = ">="
    case less = "<"
    case greater = ">"
    case contains

    func holds(_ a: LiquidValue, _ b: LiquidValue) -> Bool {
      switch self {
      case .equal: a == b || a.isEmpty && b == .nothing
      case .unequal: !(a == b || a.isEmpty && b == .nothing)
      case .contains:
        if case .list(let values) = a {
          values.contains(b)
        } else {
          Bytes(a.printed.utf8).firstOffset(of: Bytes(b.printed.utf8)) != nil
        }
      case .less, .greater, .atMost, .atLeast: order(a, b)
      }
    }

    private func order(_ a: LiquidValue, _ b: LiquidValue) -> Bool {
      if case .number(let a) = a, case .number(let b) = b { return compare(a, b) }
      guard case .text(let a) = a, case .text(let b) = b else { return false }
      return compare(a, b)
    }

    private func compare<Ordered: Comparable>(_ a: Ordered, _ b: Ordered) -> Bool {
      switch self {
      case .less: a < b
      case .greater: a > b
      case .atMost: a <= b
      default: a >= b
      }
    }
  }

  /// A comparison, or whether one value holds alone.
  struct Part: Sendable {
    let first: LiquidExpression
    let comparison: Comparison?
    let second: LiquidExpression?
  }

  private(set) var parts: [Part] = []
  /// Whether `and` stands before each part but the first.
  private(set) var isBoth: [Bool] = []

  /// Whether a value is one of some.
  init(_ value: LiquidExpression, isOneOf others: [LiquidExpression]) {
    parts = others.map { Part(first: value, comparison: .equal, second: $0) }
    isBoth = others.dropFirst().map { _ in false }
  }

  /// Reads a condition; `nil` for what is none.
  init?(_ text: ArraySlice<UInt8>) {
    var words = LiquidWords(text)
    repeat {
      guard let first = LiquidExpression(&words) else { return nil }
      guard let comparison = Comparison.allCases.first(where: { words.take($0.rawValue) }) else {
        parts.append(Part(first: first, comparison: nil, second: nil))
        continue
      }
      guard let second = LiquidExpression(&words) else { return nil }
      parts.append(Part(first: first, comparison: comparison, second: second))
    } while joins(&words)
    if !words.isAtEnd { return nil }
  }

  private mutating func joins(_ words: inout LiquidWords) -> Bool {
    let both = words.takeWord("and")
    guard both || words.takeWord("or") else { return false }
    isBoth.append(both)
    return true
  }
}

extension LiquidValue {
  fileprivate var isEmpty: Bool { self == .text("") || self == .list([]) || self == .map([:]) }
}
