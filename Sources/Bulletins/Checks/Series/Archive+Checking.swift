import Diagnostics

extension Archive {
  /// What no issue is wrong in alone, in an order that does not matter.
  ///
  /// - Parameters:
  ///   - places: Where the parts of issues stand.
  ///   - placesAdvice: Whether advice is to stand at its own place, too; else it stands at the number of its issue. A
  ///     build, which only counts advice, need not read files again for it.
  public func findings(_ places: IssuePlaces, placesAdvice: Bool = true) -> [Diagnostic] {
    let rough = placesAdvice ? places : .ofNumbers
    return series.flatMap { SeriesCheck(issues: $0.issues.map(\.issue), places: places, ofAdvice: rough).findings }
      + TranslationCheck(series: series, places: places, ofAdvice: rough).findings
  }
}
