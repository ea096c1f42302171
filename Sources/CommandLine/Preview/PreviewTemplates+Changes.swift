import Publishing
import Templating

extension PreviewTemplates {
  /// The page with what a build would change.
  static let changes = PageTemplate<LiveSite.Forecast>(
    "changes.html",
    [
      .init("errors", .scalar, "How many errors keep the site from being published.") { .int($0.errors) },
      .init("added", .list(.scalar), "The files that would be new.") { list($0.difference?.added) },
      .init("changed", .list(.scalar), "The files that would change.") { list($0.difference?.changed) },
      .init("removed", .list(.scalar), "The files that would go.") { list($0.difference?.removed) },
      .init("count", .scalar, "How many files the site would have.") { .int($0.difference?.count ?? 0) },
    ])

  private static func list(_ files: [String]?) -> Value { .list((files ?? []).map { Value($0) }) }
}

extension LiveSite.Forecast {
  fileprivate var errors: Int {
    if case .nothing(let errors) = self { errors } else { 0 }
  }

  fileprivate var difference: PublishedDifference? {
    if case .changes(let difference) = self { difference } else { nil }
  }
}
