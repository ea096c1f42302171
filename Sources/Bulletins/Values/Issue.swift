import Coding
import Diagnostics
import Languages
import Text

/// One issue of the series as its file gives it: metadata merged from every source, and the body as HTML.
///
/// A class, because an archive sorts, groups and shares ten thousand of them, and a copy would be two dozen references.
public final class Bulletin: Sendable {
  /// The path of the file, relative to the folder of content.
  public let path: String
  /// The BCP 47 tag of the language it is written in.
  public let language: String
  /// The name in the masthead; `nil` when the file prints none.
  public let series: String?
  /// The number within the year's volume; newsletters may have none.
  public let number: IssueNumber?
  /// The number since the series began.
  public let cumulative: IssueNumber?
  /// The day of publication.
  public let date: PublicationDate
  /// Who stands behind the ©.
  public let publisher: String?
  /// The masthead's editors in printed order.
  public let editors: [Contributor]
  /// The title as plain text.
  public let title: String
  /// The title with its inline markup, as HTML.
  public let titleHTML: Bytes
  /// The authors in printed order.
  public let authors: [Contributor]
  /// The abstract as plain text.
  public let abstract: String?
  /// The abstract with its inline markup, as HTML.
  public let abstractHTML: Bytes
  /// What follows.
  public let body: Body
  /// The subjects that metadata names, beside those of run-in headings.
  public let tags: [String]
  /// The category that metadata names.
  public let category: String?
  /// Addresses under which the issue was found before.
  public let aliases: [String]
  /// What the versions of one text in several languages have in common.
  public let translationKey: String?
  /// The licence of this issue, where it differs from the series'.
  public let license: String?
  /// A short name that the file gives itself; addresses do not use it.
  public let slug: String?
  /// When it may be out.
  public let release: Release
  /// Keys that the program does not know, in the order of the file.
  public let extra: [(key: String, value: ExtraValue)]
  /// What the reader found remarkable.
  public let observations: [Observation]
  /// Where the number stands, or the title: what a message about the whole issue points at.
  public let place: Place

  init(
    path: String, language: String, series: String?, number: IssueNumber?, cumulative: IssueNumber?,
    date: PublicationDate, publisher: String?, editors: [Contributor], title: String, titleHTML: Bytes,
    authors: [Contributor], abstract: String?, abstractHTML: Bytes, body: Body, tags: [String], category: String?,
    aliases: [String], translationKey: String?, license: String?, slug: String?, release: Release,
    extra: [(key: String, value: ExtraValue)], observations: [Observation], place: Place
  ) {
    self.path = path
    self.language = language
    self.series = series
    self.number = number
    self.cumulative = cumulative
    self.date = date
    self.publisher = publisher
    self.editors = editors
    self.title = title
    self.titleHTML = titleHTML
    self.authors = authors
    self.abstract = abstract
    self.abstractHTML = abstractHTML
    self.body = body
    self.tags = tags
    self.category = category
    self.aliases = aliases
    self.translationKey = translationKey
    self.license = license
    self.slug = slug
    self.release = release
    self.extra = extra
    self.observations = observations
    self.place = place
  }
}

extension Bulletin {
  /// What stands in the place of an issue that could not be fetched; nothing that shows it may be published.
  public static func standIn(at path: String) -> Bulletin {
    Bulletin(
      path: path, language: Language.default.tag, series: nil, number: nil, cumulative: nil, date: .first,
      publisher: nil, editors: [],
      title: "", titleHTML: [], authors: [], abstract: nil, abstractHTML: [], body: Body(), tags: [], category: nil,
      aliases: [], translationKey: nil, license: nil, slug: nil, release: Release(isDraft: true), extra: [],
      observations: [],
      place: SourceFile(path: path, bytes: []).place(0..<0))
  }
}

/// The text of an issue after its masthead, title, byline and abstract.
public struct Body: Sendable {
  /// A heading that readers and topics can point at.
  public struct Section: Sendable, Equatable {
    /// The `id` in the published page.
    public let id: String
    /// The heading's text, without the full stop or colon that ends a run-in heading.
    public let text: String
    /// The level in the source; run-in headings count as 2.
    public let level: Int
    /// Whether the heading is the bold start of a paragraph.
    public let isRunIn: Bool
  }

  /// How many blocks of each kind there are, after paragraphs were joined across page breaks.
  public struct Counts: Sendable, Equatable {
    /// Paragraphs, lists at the top level; lists, tables, images, quotations and footnotes at any level; joins made.
    public var paragraphs = 0, topLevelLists = 0, lists = 0, tables = 0, images = 0, blockQuotes = 0, footnotes = 0
    /// How many pairs of paragraphs were joined.
    public var joins = 0
  }

  /// A file beside the issue that its text shows or links to.
  public struct Attachment: Sendable, Hashable {
    /// The path of the file, relative to the folder of content.
    public let path: String
    /// The address relative to the issue's page.
    public let address: String
    /// Whether it is shown as an image.
    public let isImage: Bool
    /// The line of the source that names it.
    public let line: Int
  }

  /// A link to the file of another issue or page, which becomes one to its address.
  public struct SourceLink: Sendable, Equatable {
    /// What such a link's address begins with until the other's address is known.
    public static let scheme = "bulletin-source:"

    /// The path of the file, as diagnostics name it.
    public let path: String
    /// Where the source names it.
    public let place: Place
  }

  /// The text as HTML, headings with their ids; nothing in a body that was not read from its file.
  public var html: Bytes = []
  /// What tells this text from others, also where `html` is not at hand.
  public var fingerprint = Fingerprint(of: [])
  /// Headings and run-in headings in order.
  public var sections: [Section] = []
  /// Run-in headings that open list items.
  public var listRunIns: [String] = []
  /// What there is of each kind.
  public var counts = Counts()
  /// The links to other issues and pages by their files.
  public var sourceLinks: [SourceLink] = []
  /// The files that go with the text.
  public var attachments: [Attachment] = []

  /// The run-in headings of paragraphs in order.
  public var runIns: [Section] { sections.filter(\.isRunIn) }
  /// The real headings in order.
  public var headings: [Section] { sections.filter { !$0.isRunIn } }
}
