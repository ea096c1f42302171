import Text

/// An issue as a search finds and shows it.
public struct SearchDocument: Sendable, Equatable {
  /// Somebody who wrote it, or a topic, by all spellings.
  public struct Name: Sendable, Equatable {
    /// The last part of the address of the page.
    public let slug: String
    /// The spellings, the one that is shown first.
    public let spellings: [String]

    /// A name from its parts.
    public init(slug: String, spellings: [String]) {
      self.slug = slug
      self.spellings = spellings
    }
  }

  /// A part of the text that has an address of its own.
  public struct Passage: Sendable, Equatable {
    /// The id of its heading; empty before the first one.
    public let anchor: String
    /// The plain text, with single spaces.
    public let text: Bytes

    /// A passage from its parts.
    public init(anchor: String, text: Bytes) {
      self.anchor = anchor
      self.text = text
    }
  }

  /// The titles, the first.
  public var titles: [String]
  /// The number as printed, or what stands in its place.
  public var number: String
  /// The date for machines, and as the language prints it.
  public var date: (machine: String, printed: String)
  /// The authors.
  public var people: [Name]
  /// The topics.
  public var topics: [Name]
  /// The abstracts as plain text.
  public var abstracts: [Bytes]
  /// The text.
  public var passages: [Passage]

  /// An issue from its parts.
  public init(
    titles: [String], number: String = "", date: (machine: String, printed: String) = ("", ""), people: [Name] = [],
    topics: [Name] = [], abstracts: [Bytes] = [], passages: [Passage] = []
  ) {
    self.titles = titles
    self.number = number
    self.date = date
    self.people = people
    self.topics = topics
    self.abstracts = abstracts
    self.passages = passages
  }

  /// Equal where every part is.
  public static func == (a: SearchDocument, b: SearchDocument) -> Bool {
    a.titles == b.titles && a.number == b.number && a.date == b.date && a.people == b.people && a.topics == b.topics
      && a.abstracts == b.abstracts && a.passages == b.passages
  }
}
