import Text

/// Somebody or something that issues name, with how often they do, and from when to when.
public struct RegisterEntry: Sendable {
  /// An issue that has the name.
  public struct Occurrence: Sendable, Equatable {
    /// Its date.
    public let date: PublicationDate
    /// The path of its file.
    public let path: String

    init(_ issue: Issue) {
      date = issue.date
      path = issue.path
    }
  }

  /// The name under which it is listed.
  public let name: String
  /// The part of its address.
  public let slug: Slug
  /// Whether an authority file lists it.
  public let isListed: Bool
  /// Other spellings that lead to the same address, in the order of their bytes.
  public internal(set) var spellings: [String] = []
  /// How many issues the person wrote; of a topic, how many are about it.
  public internal(set) var written = 0
  /// How many issues the person edited.
  public internal(set) var edited = 0
  /// The oldest issue.
  public internal(set) var first: Occurrence
  /// The newest issue.
  public internal(set) var last: Occurrence
  /// Names of others that are perhaps the same.
  public internal(set) var similar: [String] = []

  init(_ name: String, _ slug: Slug, isListed: Bool, in issue: Issue) {
    self.name = name
    self.slug = slug
    self.isListed = isListed
    first = Occurrence(issue)
    last = first
  }

  /// Takes another issue into account.
  mutating func note(_ issue: Issue) {
    if issue.date < first.date { first = Occurrence(issue) }
    if issue.date > last.date { last = Occurrence(issue) }
  }

  /// How many issues have the name in any way.
  public var uses: Int { written + edited }
}
