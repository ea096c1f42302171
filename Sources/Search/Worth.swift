/// Where in an issue a word stands, the place that counts most first.
public enum Worth: UInt32, Sendable, CaseIterable {
  /// In the title of the issue or of one of its articles.
  case title
  /// In a name of an author or a topic.
  case name
  /// In the abstract.
  case abstract
  /// Anywhere else.
  case text
}
