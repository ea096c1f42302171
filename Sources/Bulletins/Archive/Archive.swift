import Diagnostics
import Text

/// All issues of all languages, put in order and related to each other.
public struct Archive: Sendable {
  /// One series for each language that has issues, the site's first language first.
  public let series: [Series]

  /// The series in a language.
  public func series(in language: String) -> Series? { series.first { $0.language == language } }
}

/// The issues of one language, which are numbered for themselves, with the indexes to them.
///
/// Issues, people and topics refer to each other by their places in the arrays here.
public struct Series: Sendable {
  /// The BCP 47 tag of the language.
  public let language: String
  /// The issues in order of publication.
  public internal(set) var issues = LazyList<PlacedIssue>([])
  /// The volumes, the oldest first.
  public internal(set) var volumes: [Volume] = []
  /// Everybody who wrote or edited, in the order of family names.
  public internal(set) var people = LazyList<Person>([])
  /// The topics in the order of the language.
  public internal(set) var topics = LazyList<Topic>([])

  /// The issue before another.
  public func previous(_ index: Int) -> Int? { index > 0 ? index - 1 : nil }

  /// The issue after another.
  public func next(_ index: Int) -> Int? { index + 1 < issues.count ? index + 1 : nil }
}

/// An issue among others.
///
/// A class, because every page that lists it refers to it, and a copy would be half a dozen references.
public final class PlacedIssue: Sendable {
  /// What its file says.
  public let issue: Issue
  /// The address below the language's root: `2010/23`.
  public let address: String
  /// The same text in other languages: the language and the place in its series.
  public let translations: [(language: String, issue: Int)]
  /// The authors of the article that it opens with, in printed order.
  public let authors: [Credit]
  /// The authors of each article after it.
  public let otherAuthors: [[Credit]]
  /// The editors in printed order, with the roles they have here.
  public let editors: [Credit]
  /// The topics with the sections they lead to, in the order of the text.
  public let topics: [(topic: Int, section: String?)]

  init(_ draft: Draft) {
    issue = draft.issue
    address = draft.address
    translations = draft.translations
    authors = draft.authors
    otherAuthors = draft.otherAuthors
    editors = draft.editors
    topics = draft.topics
  }

  /// An issue while it finds its place among others.
  struct Draft {
    let issue: Issue
    let address: String
    var translations: [(language: String, issue: Int)] = []
    var authors: [Credit] = []
    var otherAuthors: [[Credit]] = []
    var editors: [Credit] = []
    var topics: [(topic: Int, section: String?)] = []

    init(issue: Issue, address: String) {
      self.issue = issue
      self.address = address
    }

    /// A draft like the one that an issue was made of: of another reading of its file, or to relate it otherwise.
    init(of placed: PlacedIssue, issue: Issue? = nil) {
      self.init(issue: issue ?? placed.issue, address: placed.address)
      (translations, authors, otherAuthors) = (placed.translations, placed.authors, placed.otherAuthors)
      (editors, topics) = (placed.editors, placed.topics)
    }
  }
}

/// The issues of a year.
public struct Volume: Sendable, Equatable {
  /// The year.
  public let year: Int
  /// The issues, the oldest first.
  public let issues: Range<Int>
}

/// Somebody who wrote or edited.
public struct Person: Sendable {
  /// The name under which the person is listed.
  public let name: String
  /// The name with the family name first, by which lists are sorted.
  public let sortName: String
  /// The part of the address.
  public let slug: Slug
  /// The letter under which the person stands.
  public let letter: String
  /// What the authority file says.
  public let authority: Authorities.PersonEntry?
  /// The ORCID iD from the authority file or an issue.
  public let orcid: ORCID?
  /// The issues written.
  public let wrote: [Int]
  /// The issues edited, with the roles held.
  public let edited: [(issue: Int, roles: [String])]
}

/// A subject that run-in headings and metadata point at.
public struct Topic: Sendable {
  /// An issue's part on the topic.
  public struct Entry: Sendable, Equatable {
    /// The issue.
    public let issue: Int
    /// The id of the section; `nil` when only metadata names the topic.
    public let section: String?
  }

  /// The name in the series' language.
  public let name: String
  /// The part of the address.
  public let slug: Slug
  /// The letter under which the topic stands.
  public let letter: String
  /// What the authority file says.
  public let authority: Authorities.TopicEntry?
  /// Where it is written about, the oldest first; nothing for a topic of which only parts are written about.
  public let entries: [Entry]
}
