extension NumberInName {
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
