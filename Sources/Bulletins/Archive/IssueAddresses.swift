import Text

/// Where the issues of one language are found: `2010/23` by their numbers, `2016/12/13` by their days, and, where several
/// without a number share a day, `2016/12/13/ice` by their files' names below it. No address is made of a title, and none
/// but those of one day depend on each other.
enum IssueAddresses {
  /// The address of each issue, in their order.
  ///
  /// - Parameter languages: Those of the site.
  static func of(_ issues: [Issue], languages: [String]) -> [String] {
    let days = Dictionary(grouping: issues.filter { $0.number == nil }, by: \.date)
      // Of a month alone nothing tells it from the number of an issue.
      .filter { $0.value.count > 1 || !$0.key.isDay }
    var shared: [String: String] = [:]
    for (date, issues) in days {
      let day = date.isDay ? date.written(with: UInt8(ascii: "/")) : "\(issues[0].year)"
      for (issue, name) in zip(issues, names(of: issues, languages)) { shared[issue.path] = "\(day)/\(name)" }
    }
    return issues.map { issue in issue.number == nil ? shared[issue.path] ?? issue.ownAddress : issue.ownAddress }
  }

  /// The names of the files of one day; those that are called the same have the folder's name before theirs.
  private static func names(of issues: [Issue], _ languages: [String]) -> [String] {
    let files = issues.map { FileName(of: $0.path, languages: languages) }
    let names = files.map { Slug(of: String($0.title))?.description ?? "issue" }
    let counts = Dictionary(names.map { ($0, 1) }, uniquingKeysWith: +)
    return zip(files, names).map { file, name in
      guard counts[name] != 1, let folder = Slug(of: String(file.folder)) else { return name }
      return "\(folder)-\(name)"
    }
  }
}

extension Issue {
  /// Where it is found below the root of its language, unless it shares its day with another one: `2010/23`, `2016/12/13`.
  public var ownAddress: String {
    number.map { "\(year)/\($0.address)" } ?? date.written(with: UInt8(ascii: "/"))
  }
}
