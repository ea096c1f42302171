import Diagnostics
import Text

/// One issue of the series as its file gives it: its metadata, merged from every source, and its articles. Texts are not
/// part of it; a `TextOutline` says what is known of each without having it.
///
/// A class, because an archive sorts, groups and shares ten thousand of them, and a copy would be two dozen references.
public final class Issue: Sendable {
  /// The path of the file, relative to the site.
  public let path: String
  /// The BCP 47 tag of the language it is written in.
  public let language: String
  /// The day of publication.
  public let date: PublicationDate
  /// When it may be out.
  public let release: Release
  /// The article that it opens with, and, as a rule, the only one.
  public let lead: Article
  /// The articles after it.
  public let others: [Article]
  /// Where the number stands, or the title: what a message about the whole issue points at.
  public let place: Place
  /// What its file says beside that.
  let metadata: Metadata

  init(
    path: String, language: String, date: PublicationDate, release: Release, metadata: Metadata, lead: Article,
    others: [Article] = [], place: Place
  ) {
    self.path = path
    self.language = language
    self.date = date
    self.release = release
    self.metadata = metadata
    self.lead = lead
    self.others = others
    self.place = place
  }

  /// All articles in order.
  public var articles: [Article] { [lead] + others }
}

extension Issue {
  /// The title of the lead as plain text, which is the issue's.
  public var title: String { lead.title }
  /// The name in the masthead; `nil` when the file prints none.
  public var series: String? { metadata.series?.value }
  /// The number within the year's volume; newsletters may have none.
  public var number: IssueNumber? { metadata.number?.value }
  /// The number since the series began.
  public var cumulative: IssueNumber? { metadata.cumulative?.value }
  /// Who stands behind the ©.
  public var publisher: String? { metadata.publisher?.value }
  /// The masthead's editors in printed order.
  public var editors: [Contributor] { metadata.editors?.value ?? [] }
  /// The subjects that metadata names, beside those of run-in headings.
  public var tags: [String] { metadata.topics?.value ?? [] }
  /// The category that metadata names.
  public var category: String? { metadata.category?.value }
  /// Addresses under which the issue was found before.
  public var aliases: [String] { metadata.aliases?.value ?? [] }
  /// What the versions of one text in several languages have in common.
  public var translationKey: String? { metadata.translationKey?.value }
  /// The licence of this issue, where it differs from the series'.
  public var license: String? { metadata.license?.value }
  /// A short name that the file gives itself; addresses do not use it.
  public var slug: String? { metadata.slug?.value }
  /// Keys that the program does not know, in the order of the file.
  public var extra: [(key: String, value: ExtraValue)] { metadata.extra }
}

/// A text with its own title and authors; most issues hold one.
public struct Article: Sendable, Equatable {
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
  /// What is known of its text.
  public let text: TextOutline
}
