import Foundation

/// How a language parts the digits of a large number, as 12,345,678 is parted in English.
public struct DigitGroups: Sendable, Equatable {
  /// What stands between two groups.
  private let mark: String
  /// How many digits the last group has, and each of those before it; the first of all may be shorter.
  private let last, others: Int

  /// Whether a number is so large that languages part its digits: smaller ones are read at a glance, years among them.
  public static func part(_ number: Int) -> Bool { number.magnitude > 9_999 }

  /// Groups as a number of at least seven digits shows them: `12,345,678`, `1.234.567`, `1,23,45,678`; `nil` for what is
  /// no such number.
  public init?(example: String) {
    let groups = example.split { !$0.isASCIIDigit }
    let marks = Set(example.split(whereSeparator: \.isASCIIDigit))
    guard groups.reduce(0, { $0 + $1.count }) >= 7, marks.count <= 1, example.first?.isASCIIDigit == true,
      example.last?.isASCIIDigit == true, groups.count != 2, Set(groups.dropFirst().dropLast().map(\.count)).count <= 1
    else { return nil }
    mark = marks.first.map(String.init) ?? ""
    last = groups[groups.count - 1].count
    others = groups.dropFirst().dropLast().first?.count ?? last
    if groups[0].count > others { return nil }
  }

  /// What the Unicode consortium's tables have for a language, given by its BCP 47 tag, with the digits that are used
  /// everywhere.
  public init(language: String) {
    let style = IntegerFormatStyle<Int>(locale: Locale(language: language, with: "-u-nu-latn"))
    let example = DigitGroups(example: 12_345_678.formatted(style)) ?? DigitGroups(example: "12345678")
    (mark, last, others) = example.map { ($0.mark, $0.last, $0.others) } ?? ("", 0, 0)
  }

  /// The number as the language prints it.
  public func printed(_ number: Int) -> String {
    if mark.isEmpty || !DigitGroups.part(number) { return String(number) }
    var digits = String(number.magnitude)[...]
    var groups = [digits.suffix(last)]
    digits = digits.dropLast(last)
    while !digits.isEmpty {
      groups.append(digits.suffix(others))
      digits = digits.dropLast(others)
    }
    return (number < 0 ? "-" : "") + groups.reversed().joined(separator: mark)
  }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { isASCII && isNumber }
}
