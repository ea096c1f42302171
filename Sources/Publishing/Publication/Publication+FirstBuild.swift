import Bulletins
import Site

extension Publication {
  /// Whether nothing was published before.
  var isFirst: Bool {
    earlier == nil && Manifest(site: options.site, output: options.output).known.isEmpty
  }

  /// Where issues have their numbers, as it seems, where neither they nor the site says so.
  var offeredNumbers: NumberInName.Offer? {
    guard edition.reading.numbers == nil, let site = edition.site.value else { return nil }
    let issues = site.materials.archive.series.flatMap { $0.issues.map(\.issue) }
    return NumberInName.offer(for: issues, edition.reading.languages)
  }
}
