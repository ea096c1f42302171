/// Somebody's part in an issue.
public struct Credit: Sendable, Hashable {
  /// The place of the person in the series.
  public var person: Int
  /// The roles printed behind the name, in order.
  public var roles: [String]
  /// The name with its titles, where the issue prints some.
  public var titled: String?
  /// Whether they count as an author, where they are named in a byline; `false` of who took the photos or translated it.
  public var isAuthor = true
}

extension [Credit] {
  /// Those of a byline who count as authors.
  public var writers: some Collection<Credit> { lazy.filter(\.isAuthor) }
  /// Those who did something else for the text.
  public var contributors: some Collection<Credit> { lazy.filter { !$0.isAuthor } }
}
