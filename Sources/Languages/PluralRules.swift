/// Which form of a word a number wants, in the notation of the Unicode consortium's tables: `n % 10 = 2..4 and n % 100 !=
/// 12..14`.
public struct PluralRules: Sendable {
  /// A rest of the number, or the number itself, that is in one of some ranges or in none.
  private struct Relation {
    let modulus: Int?
    let isNegated: Bool
    let ranges: [ClosedRange<Int>]

    func holds(for number: Int) -> Bool {
      let value = modulus.map { number % $0 } ?? number
      return ranges.contains { $0.contains(value) } != isNegated
    }
  }

  /// Relations of which one of the outer lists must hold as a whole.
  private var rules: [(form: PluralForm, condition: [[Relation]])] = []

  /// No rules: every number wants the same form.
  public init() {}

  /// Adds the rule of a form; `false` where the text is no rule.
  public mutating func add(_ form: PluralForm, _ rule: String) -> Bool {
    var condition: [[Relation]] = []
    for part in rule.split(separator: " or ") {
      var relations: [Relation] = []
      for text in part.split(separator: " and ") {
        guard let relation = PluralRules.relation(text) else { return false }
        relations.append(relation)
      }
      condition.append(relations)
    }
    guard !condition.isEmpty else { return false }
    rules.append((form, condition))
    return true
  }

  /// The form that a number wants.
  public func form(of number: Int) -> PluralForm {
    let number = number.magnitude > UInt(Int.max) ? Int.max : abs(number)
    return rules.first { $0.condition.contains { $0.allSatisfy { $0.holds(for: number) } } }?.form ?? .other
  }

  private static func relation(_ text: Substring) -> Relation? {
    let isNegated = text.contains("!=")
    let sides = text.split(separator: isNegated ? "!=" : "=")
    guard sides.count == 2 else { return nil }
    let left = sides[0].split(separator: "%").map { $0.filter { $0 != " " } }
    guard left.first == "n", left.count <= 2 else { return nil }
    let modulus = left.count == 2 ? Int(left[1]) : nil
    if left.count == 2, (modulus ?? 0) < 1 { return nil }
    var ranges: [ClosedRange<Int>] = []
    for part in sides[1].split(separator: ",") {
      let bounds = part.filter { $0 != " " }.split(separator: "..").map { Int($0) }
      guard let first = bounds.first.flatMap(\.self), let last = bounds.last.flatMap(\.self), first <= last,
        bounds.count <= 2
      else { return nil }
      ranges.append(first...last)
    }
    return Relation(modulus: modulus, isNegated: isNegated, ranges: ranges)
  }
}
