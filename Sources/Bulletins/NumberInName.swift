import Languages
import Text

/// The number of an issue as its title or its file's name has it: `Weekly 66`, `issue-135.md`.
public enum NumberInName: String, Sendable, CaseIterable {
  case title
  case file
  /// None has any.
  case nowhere = "none"

  /// The one number in a file's name beside a day or a month: `078-2020-02-18`.
  static func number(inFileNamed name: Substring, _ languages: KnownLanguages) -> IssueNumber? {
    let found = number(in: name) ?? DayInName(name, languages).flatMap { number(in: $0.rest) }
    // Names have noughts so that they stand in order.
    return found.flatMap { number in
      let digits = number.description.drop { $0 == "0" }
      return digits.count == number.description.count ? number : IssueNumber(String(digits))
    }
  }

  /// The one number in a text; `nil` where there is none, or there are more of which nobody knows which one is meant.
  static func number(in text: some StringProtocol) -> IssueNumber? {
    var found: Substring.UTF8View?
    let bytes = Substring(text).utf8
    var at = bytes.startIndex
    while let start = bytes[at...].firstIndex(where: \.isASCIIDigit) {
      let end = bytes[start...].firstIndex { !$0.isASCIIDigit } ?? bytes.endIndex
      at = end
      // `0.9` and `3rd` are no numbers of issues, and neither is what is too long for one.
      let before = start > bytes.startIndex ? bytes[bytes.index(before: start)] : 0x20
      let after = end < bytes.endIndex ? bytes[end] : 0x20
      if before == UInt8(ascii: ".") || before.isASCIILetter || after.isASCIILetter { return nil }
      if after == UInt8(ascii: "."), end < bytes.endIndex,
        bytes[bytes.index(after: end)...].first?.isASCIIDigit ?? false
      {
        return nil
      }
      guard found == nil, bytes.distance(from: start, to: end) <= 4 else { return nil }
      found = bytes[start..<end]
    }
    return found.flatMap { IssueNumber(String(Substring($0))) }
  }
}
