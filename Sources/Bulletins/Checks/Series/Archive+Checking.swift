import Diagnostics

extension Archive {
  /// Finds something that no issue is wrong in alone.
  public typealias Check = @Sendable () -> [Diagnostic]

  /// What no issue is wrong in alone, in an order that does not matter.
  public func findings(_ places: IssuePlaces) -> [Diagnostic] { checks(places).flatMap { $0() } }

  /// What looks at issues side by side, in parts that know nothing of each other, so that threads can share them.
  ///
  /// - Parameters:
  ///   - places: Where the parts of issues stand.
  ///   - placesAdvice: Whether advice is to stand at its own place, too; else it stands at the number of its issue. A
  ///     build, which only counts advice, need not read files again for it.
  ///   - files: All files of issues, also of those that are not in the archive since something is wrong with them.
  public func checks(
    _ places: IssuePlaces, placesAdvice: Bool = true, among files: [String] = []
  ) -> [Check] {
    let rough = placesAdvice ? places : .ofNumbers
    let count = series.reduce(0) { $0 + $1.issues.count }
    var absent: [String] = []
    if count < files.count {
      let present = Set(series.flatMap { $0.issues.map(\.issue.path) })
      absent = files.filter { !present.contains($0) }
    }
    var checks: [Check] = []
    for one in series {
      let issues = one.issues.map(\.issue)
      checks.append { MissingEditor.findings(issues, rough) }
      let order = SeriesCheck(issues: issues, places: places, ofAdvice: rough, absent: absent)
      checks.append { order.findings }
    }
    checks.append { TranslationCheck(series: series, places: places, ofAdvice: rough).findings }
    guard placesAdvice else { return checks }
    checks += [Register.Subject.people, .topics].map { subject in
      { SimilarNameCheck.findings(in: self, subject, places) }
    }
    checks.append { BroaderTopics.findings(in: self) }
    return checks
  }
}
