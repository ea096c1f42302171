import Bulletins

/// Where things of one language are found. A class, because every page of the language asks it.
final class Addresses: Sendable {
  let language: String
  let settings: SiteSettings
  /// `pl/`, or nothing for the site's first language.
  let prefix: String

  init(language: String, settings: SiteSettings) {
    self.language = language
    self.settings = settings
    prefix = language == settings.languages.first ? "" : language + "/"
  }

  /// A path below the language's root as links in pages write it.
  func url(_ path: String) -> String { settings.root + prefix + path }

  func issue(_ issue: PlacedIssue) -> String { url(issue.address + "/") }
  func person(_ person: Person) -> String { url("people/\(person.slug)/") }
  func topic(_ topic: Topic) -> String { url("topics/\(topic.slug)/") }
  func volume(_ year: Int) -> String { url("\(year)/") }

  /// A link's address made whole.
  func absolute(_ url: String) -> String { settings.origin + url }
}
