/// Which issues are one text in several languages: those with one `translation_key`, and those whose files are called the
/// same but for the language in their names.
struct Translations {
  private typealias Place = (series: Int, issue: Int)

  private var groups: [String: [Place]] = [:]

  /// Finds them.
  ///
  /// - Parameter languages: Those of the site.
  init(of series: [Series], _ languages: [String]) {
    let counterparts = Translations.counterparts(of: series, languages)
    for (index, one) in series.enumerated() {
      for (place, issue) in one.issues.enumerated() {
        guard let key = issue.issue.translationKey else { continue }
        // Of two in one language, which is a finding of its own, the first is linked.
        add([(index, place)], to: key)
      }
    }
    for (name, places) in counterparts.sorted(by: { $0.key < $1.key }) {
      let keys = places.compactMap { series[$0.series].issues[$0.issue].issue.translationKey }
      // A key that one of them has counts for all; a slash in front tells names from keys.
      add(places, to: keys.first ?? "/" + name)
    }
  }

  private mutating func add(_ places: [Place], to key: String) {
    for place in places where !groups[key, default: []].contains(where: { $0.series == place.series }) {
      groups[key, default: []].append(place)
    }
  }

  /// The issues, by what their files have in common, where there are several.
  private static func counterparts(of series: [Series], _ languages: [String]) -> [String: [Place]] {
    if series.count < 2 { return [:] }
    var places: [String: [Place]] = [:]
    for (index, one) in series.enumerated() {
      for (place, issue) in one.issues.enumerated() {
        let name = FileName(of: issue.issue.path, languages: languages)
        places[String(name.counterpart), default: []].append((index, place))
      }
    }
    return places.filter { $0.value.count > 1 }
  }

  /// Tells the issues of each other.
  func link(_ series: inout [Series]) {
    let languages = series.map(\.language)
    var related = series.map { _ in [Int: [(language: String, issue: Int)]]() }
    for group in groups.values where group.count > 1 {
      for member in group {
        related[member.series][member.issue] = group.filter { $0.series != member.series }
          .sorted { $0.series < $1.series }.map { (languages[$0.series], $0.issue) }
      }
    }
    for (index, translations) in related.enumerated() where !translations.isEmpty {
      var issues = Array(series[index].issues)
      for (issue, others) in translations {
        var draft = PlacedIssue.Draft(of: issues[issue])
        draft.translations = others
        issues[issue] = PlacedIssue(draft)
      }
      series[index].issues = LazyList(issues)
    }
  }
}
