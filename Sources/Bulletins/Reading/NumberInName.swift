import Text

/// The number of an issue as its title or its file's name has it: `Weekly 66`, `issue-135.md`.
public enum NumberInName: String, Sendable, CaseIterable {
  case title
  case file

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

  /// The number of an issue.
  func number(title: String?, path: String, languages: [String]) -> IssueNumber? {
    switch self {
    case .title: title.flatMap { NumberInName.number(in: $0) }
    case .file: NumberInName.number(in: FileName(of: path, languages: languages).title)
    }
  }

  /// Where all issues of an archive have a number each, though none says so; nothing where one lacks it.
  public static func offer(for issues: some Collection<Issue>, languages: [String]) -> (
    place: NumberInName, example: String
  )? {
    // A few may look like it by chance.
    guard issues.count >= 5, let first = issues.first, issues.allSatisfy({ $0.number == nil }) else { return nil }
    for place in allCases {
      var known: Set<String> = []
      let isEverywhere = issues.allSatisfy { issue in
        guard let number = place.number(title: issue.title, path: issue.path, languages: languages) else {
          return false
        }
        return known.insert("\(issue.language) \(number)").inserted
      }
      if isEverywhere {
        let name = first.path.split(separator: "/").last.map { String($0) } ?? ""
        return (place, place == .title ? first.title : name)
      }
    }
    return nil
  }
}
