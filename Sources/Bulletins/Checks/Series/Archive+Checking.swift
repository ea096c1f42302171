import Diagnostics

extension Archive {
  /// What no issue is wrong in alone, in an order that does not matter.
  ///
  /// - Parameters:
  ///   - places: Where the parts of issues stand.
  ///   - placesAdvice: Whether advice is to stand at its own place, too; else it stands at the number of its issue. A
  ///     build, which only counts advice, need not read files again for it.
  ///   - files: All files of issues, also of those that are not in the archive since something is wrong with them.
  public func findings(
    _ places: IssuePlaces, placesAdvice: Bool = true, among files: [String] = []
  ) -> [Diagnostic] {
    let rough = placesAdvice ? places : .ofNumbers
    let count = series.reduce(0) { $0 + $1.issues.count }
    var absent: [String] = []
    if count < files.count {
      let present = Set(series.flatMap { $0.issues.map(\.issue.path) })
      absent = files.filter { !present.contains($0) }
    }
    return series.flatMap {
      SeriesCheck(issues: $0.issues.map(\.issue), places: places, ofAdvice: rough, absent: absent).findings
    }
      + TranslationCheck(series: series, places: places, ofAdvice: rough).findings
      + (placesAdvice ? SimilarNameCheck.findings(in: self, places) : [])
  }
}
