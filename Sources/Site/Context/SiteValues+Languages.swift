import Bulletins
import Templating

/// The home page of a language, as the pages of others lead to it.
struct LanguageHome {
  let addresses: Addresses
  let link: Value
  /// The same as a way to the language where there is no better one.
  let choice: Value

  init(_ addresses: Addresses) {
    self.addresses = addresses
    link = Translation(to: "", addresses).record
    choice = LanguageChoice(link, isHome: true).record
  }
}

extension SiteValues {
  /// What a page says of itself, with the ways to other languages.
  func page(at place: PagePlace, _ versions: [PageVersion]) -> PageRecord {
    let links = versions.compactMap { version in
      homes.first { $0.addresses.language == version.language }.map { home in
        (language: version.language, link: Translation(to: version.path, title: version.title, home.addresses).record)
      }
    }
    let choices = homes.filter { $0.addresses.language != place.language }.map { home in
      links.first { $0.language == home.addresses.language }.map { LanguageChoice($0.link, isHome: false).record }
        ?? home.choice
    }
    return PageRecord(place: place, alternates: links.map(\.link), languages: choices, settings: settings)
  }

  /// The same text in other languages.
  func versions(of issue: PlacedIssue) -> [PageVersion] {
    issue.translations.compactMap { translation in
      guard let other = series[translation.language] else { return nil }
      let issue = other.issues[translation.issue]
      return PageVersion(language: translation.language, path: issue.pagePath, title: issue.issue.title)
    }
  }
}
