import Foundation

extension KnownLanguages {
  /// The tag under which the site has the texts of a language: `pl` for the `pl-PL` of systems, where the site names no
  /// country. A country whose letters are others is a language of its own.
  public func ownTag(of tag: String) -> String {
    let isKnown = own.contains { $0.tag.lowercased() == tag.lowercased() }
    guard !isKnown, let country = tag.split(separator: "-").last, country.utf8.count == 2 else { return tag }
    let plain = String(tag.dropLast(country.utf8.count + 1))
    guard own.contains(where: { $0.tag == plain }), script(of: tag) == script(of: plain) else { return tag }
    return plain
  }

  private func script(of tag: String) -> String? {
    let parts = Locale.Language(identifier: Locale(language: tag).language.maximalIdentifier).script
    return parts?.identifier
  }
}
