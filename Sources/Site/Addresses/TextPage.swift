/// A page that shows the texts of issues, named so that it can be planned without all others.
public enum TextPage: Sendable, Hashable {
  /// The page of an issue, by its index in the series of a language.
  case issue(String, Int)
  /// The feed of a language, in a format.
  case feed(String, format: String)
  /// The feed of a topic, by its index in the series of a language.
  case topicFeed(String, Int, format: String)
  /// The feed of a person, by their index in the series of a language.
  case personFeed(String, Int, format: String)
  /// What a search has of an issue, by its index in the series of a language.
  case searched(String, Int)

  /// Writes the name for the program's own use.
  public var name: String {
    switch self {
    case .issue(let language, let index): "issue \(language) \(index)"
    case .feed(let language, let format): "feed \(format) \(language)"
    case .topicFeed(let language, let index, let format): "topic \(format) \(language) \(index)"
    case .personFeed(let language, let index, let format): "person \(format) \(language) \(index)"
    case .searched(let language, let index): "searched \(language) \(index)"
    }
  }

  /// Reads a name; `nil` for other texts.
  public init?(name: String) {
    let words = name.split(separator: " ").map { String($0) }
    switch (words.first, words.count, words.last.flatMap { Int($0) }) {
    case ("issue", 3, let index?): self = .issue(words[1], index)
    case ("searched", 3, let index?): self = .searched(words[1], index)
    case ("feed", 3, nil): self = .feed(words[2], format: words[1])
    case ("topic", 4, let index?): self = .topicFeed(words[2], index, format: words[1])
    case ("person", 4, let index?): self = .personFeed(words[2], index, format: words[1])
    default: return nil
    }
  }
}
