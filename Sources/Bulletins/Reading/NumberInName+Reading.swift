import Languages
import Text

extension NumberInName {
  /// The number of an issue.
  func number(title: String?, path: String, _ languages: KnownLanguages) -> IssueNumber? {
    switch self {
    case .title: title.flatMap { NumberInName.number(in: $0) }
    case .file:
      NumberInName.number(inFileNamed: FileName(of: path, languages: languages.own.map(\.tag)).title, languages)
    case .nowhere: nil
    }
  }

  /// A setting that fits what an archive has.
  public enum Offer: Sendable, Equatable {
    /// All issues have a number each in one place, though none says it; with an example.
    case place(NumberInName, example: String)
    /// So many of all issues have no number, and none in any other place.
    case none(Int, of: Int)

    /// What the setting would be.
    public var setting: NumberInName {
      if case .place(let place, _) = self { place } else { .nowhere }
    }
  }

  /// What fits issues; `nil` where they say their numbers, or are too few to tell.
  public static func offer(for issues: some Collection<Issue>, _ languages: KnownLanguages) -> Offer? {
    // A few may look like it by chance.
    guard issues.count >= 5, let first = issues.first else { return nil }
    let unnumbered = issues.filter { $0.number == nil }
    if unnumbered.count == issues.count {
      for place in [NumberInName.title, .file] {
        var known: Set<String> = []
        let isEverywhere = issues.allSatisfy { issue in
          guard let number = place.number(title: issue.title, path: issue.path, languages) else {
            return false
          }
          return known.insert("\(issue.language) \(number)").inserted
        }
        if isEverywhere {
          let name = first.path.pathParts.last.map { String($0) } ?? ""
          return .place(place, example: place == .title ? first.title : name)
        }
      }
    }
    let named = unnumbered.count { issue in
      allCases.contains { $0.number(title: issue.title, path: issue.path, languages) != nil }
    }
    // One title in ten may speak of a year.
    let isMeant = unnumbered.count * 2 > issues.count && named * 10 <= unnumbered.count
    return isMeant ? .none(unnumbered.count, of: issues.count) : nil
  }
}

extension Metadata {
  /// Takes the number from where issues have it that do not say it.
  mutating func fillNumber(from place: NumberInName, path: String, _ languages: KnownLanguages) {
    guard number == nil, self.special == nil else { return }
    number = place.number(title: title?.value, path: path, languages).map {
      Located($0, at: place == .title ? title?.range ?? 0..<0 : 0..<0)
    }
  }
}
