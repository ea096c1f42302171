import Bulletins

/// Where things of one language are found. A class, because every page of the language asks it.
public final class Addresses: Sendable {
  let language: String
  let settings: SiteSettings
  /// `pl/`, or nothing for the site's first language.
  let prefix: String

  /// Where the search is, below the root of each language.
  static let search = "search/"

  /// What the picture is called that stands for a page where others link to it: no other file has this name by chance.
  static let card = "card-1200x630.png"

  /// The addresses of a language.
  public init(language: String, settings: SiteSettings) {
    self.language = language
    self.settings = settings
    prefix = language == settings.languages.first ? "" : language + "/"
  }

  /// A path below the language's root as links in pages write it.
  public func url(_ path: String) -> String { settings.root + prefix + path }

  /// The page of an issue.
  public func issue(_ issue: PlacedIssue) -> String { url(issue.pagePath) }

  func person(_ person: Person) -> String { url(person.pagePath) }
  func topic(_ topic: Topic) -> String { url(topic.pagePath) }
  func volume(_ year: Int) -> String { url(Volume.pagePath(of: year)) }

  /// A link's address made whole.
  func absolute(_ url: String) -> String { settings.origin + url }
}

// Where the page of each thing lies below the root of its language.

extension PlacedIssue {
  var pagePath: String { address + "/" }
}

extension StandingPage {
  /// With a slash at its end; nothing for the first page of all.
  public var pagePath: String { address.isEmpty ? "" : address + "/" }
}

extension Person {
  var pagePath: String { "people/\(slug)/" }
}

extension Topic {
  var pagePath: String { "topics/\(slug)/" }
}

extension Volume {
  static func pagePath(of year: Int) -> String { "\(year)/" }
}
