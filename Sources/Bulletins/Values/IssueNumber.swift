/// The number of an issue, or the numbers of a double one: `23`, `45–46`, `4/5`.
public struct IssueNumber: Hashable, Sendable, CustomStringConvertible {
  /// As printed.
  public let description: String
  /// The first number.
  public let first: Int
  /// The last number, the same as the first but in a double issue.
  public let last: Int

  /// Reads one number, or two that ascend, with a hyphen, a dash or a slash between; `nil` for anything else.
  public init?(_ text: String) {
    if text.utf8.allSatisfy(\.isASCIIDigit), text.utf8.count <= 9, let number = Int(text) {
      (first, last, description) = (number, number, text)
      return
    }
    let parts = text.split(omittingEmptySubsequences: false) { IssueNumber.separators.contains($0) }
    let numbers = parts.compactMap { part -> Int? in
      let digits = String(part).trimmed
      return digits.utf8.count <= 9 && digits.utf8.allSatisfy(\.isASCIIDigit) ? Int(digits) : nil
    }
    guard numbers.count == parts.count, let first = numbers.first, let last = numbers.last, numbers.count <= 2,
      numbers.count == 1 || first < last
    else { return nil }
    self.first = first
    self.last = last
    description = text.trimmed
  }

  /// The number as it stands in an address: `23`, `45-46`.
  public var address: String { first == last ? "\(first)" : "\(first)-\(last)" }

  static let separators: Set<Character> = ["-", "–", "—", "‑", "‒", "−", "/"]
}
