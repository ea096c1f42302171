import Bulletins
import Site

extension Publication {
  /// Whether nothing was published before.
  var isFirst: Bool {
    earlier == nil && Manifest(site: options.site, output: options.output).read().isEmpty
  }

  /// Where all issues have numbers that none of them says.
  var offeredNumbers: (place: NumberInName, example: String)? {
    guard let site = edition.site.value else { return nil }
    let issues = site.materials.archive.series.flatMap { $0.issues.map(\.issue) }
    return NumberInName.offer(for: issues, languages: edition.reading.languages.own.map(\.tag))
  }
}
