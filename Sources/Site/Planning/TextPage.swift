import Bulletins

/// A page that shows the texts of issues, named so that it can be planned without all others.
public enum TextPage: Sendable, Hashable {
  /// The page of an issue, by its place in the series of a language.
  case issue(String, Int)
  /// The feed of a language, of a topic, of a person, by their places.
  case feed(String)
  case topicFeed(String, Int)
  case personFeed(String, Int)

  /// Writes the name for the program's own use.
  public var name: String {
    switch self {
    case .issue(let language, let place): "issue \(language) \(place)"
    case .feed(let language): "feed \(language)"
    case .topicFeed(let language, let place): "topic \(language) \(place)"
    case .personFeed(let language, let place): "person \(language) \(place)"
    }
  }

  /// Reads a name; `nil` for other texts.
  public init?(name: String) {
    let parts = name.split(separator: " ").map { String($0) }
    let place = parts.count == 3 ? Int(parts[2]) : nil
    switch (parts.first, place) {
    case ("issue", let place?): self = .issue(parts[1], place)
    case ("topic", let place?): self = .topicFeed(parts[1], place)
    case ("person", let place?): self = .personFeed(parts[1], place)
    case ("feed", nil) where parts.count == 2: self = .feed(parts[1])
    default: return nil
    }
  }
}

/// Plans the pages of texts one by one, for builds that make only a few.
public struct TextPages: Sendable {
  private let values: SiteValues

  /// The pages of a site.
  public init?(_ materials: SitePlan.Materials) {
    values = SiteValues(
      materials.archive, settings: materials.settings, theme: materials.theme, pages: materials.standingPages)
  }

  /// A page; `nil` where the site has no such one.
  public func page(_ subject: TextPage) -> Page? {
    draft(of: subject).flatMap { draft in PagePath(draft.path).map { draft.page(at: $0) } }
  }

  private func draft(of subject: TextPage) -> PageDraft? {
    switch subject {
    case .issue(let language, let place):
      guard let all = values.series[language], all.series.issues.indices.contains(place) else { return nil }
      return values.issuePage(all, place)
    case .feed(let language): return values.series[language].map { values.feed($0) }
    case .topicFeed(let language, let place):
      guard let all = values.series[language], all.series.topics.indices.contains(place) else { return nil }
      return values.feed(all, ofTopic: place)
    case .personFeed(let language, let place):
      guard let all = values.series[language], all.series.people.indices.contains(place) else { return nil }
      return values.feed(all, ofPerson: place)
    }
  }
}
