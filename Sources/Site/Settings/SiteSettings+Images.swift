import YAML

// The setting that asks for smaller copies of pictures.

extension YAMLFields {
  /// The widths of copies: the usual ones, none, or some numbers.
  mutating func imageWidths(_ key: String) -> [Int]? {
    guard let value = value(key) else { return nil }
    if let isWanted = value.bool { return isWanted ? SiteSettings.usualImageWidths : [] }
    let widths = (value.elements ?? [value]).map { $0.text.flatMap { Int($0) } ?? 0 }
    guard widths.count <= SiteSettings.mostImageWidths,
      widths.allSatisfy(SiteSettings.possibleImageWidths.contains), !widths.isEmpty
    else {
      wrong(
        value,
        "`\(key)` must be `true`, `false`, or up to \(SiteSettings.mostImageWidths) widths from \(SiteSettings.possibleImageWidths.lowerBound) to \(SiteSettings.possibleImageWidths.upperBound) pixels",
        help: "write `\(key): \(SiteSettings.usualImageWidths)`")
      return nil
    }
    return Set(widths).sorted()
  }
}

extension SiteSettings {
  /// For telephones, for lines of text, and for these on good screens.
  static let usualImageWidths = [480, 960, 1440]
  fileprivate static let possibleImageWidths = 100...4_000
  fileprivate static let mostImageWidths = 8
}
