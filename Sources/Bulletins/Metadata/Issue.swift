import Diagnostics
import Languages
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
  /// Addresses under which it was found before.
  public let formerAddresses: [WrittenFormerAddress]
  /// The article that it opens with, and, as a rule, the only one.
  public let lead: Article
  /// The articles after it.
  public let others: [Article]
  /// Where the number stands, or the title: what a message about the whole issue points at.
  public let location: Location
  /// Where its names stand, for messages about them.
  let namePlaces: NamePlaces
  /// What its file says beside that.
  let metadata: Metadata

  init(
    path: String, language: String, date: PublicationDate, release: Release,
    formerAddresses: [WrittenFormerAddress] = [], metadata: Metadata, lead: Article, others: [Article] = [],
    location: Location, namePlaces: NamePlaces = NamePlaces()
  ) {
    self.path = path
    self.language = language
    self.date = date
    self.release = release
    self.formerAddresses = formerAddresses
    self.metadata = metadata
    self.lead = lead
    self.others = others
    self.location = location
    self.namePlaces = namePlaces
  }

  /// All articles in order.
  public var articles: [Article] { [lead] + others }
}

extension Issue {
  /// All places of its page to which links can lead, as of one text.
  public var places: TextOutline {
    if others.isEmpty { return lead.text }
    var whole = lead.text
    for article in others {
      whole.sections += article.text.sections
      whole.anchors += article.text.anchors + [article.id].compactMap(\.self)
    }
    return whole
  }

  /// The title of the lead as plain text, which is the issue's.
  public var title: String { lead.title }
}

extension Issue {
  /// The name in the masthead; `nil` when the file prints none.
  public var series: String? { metadata.series?.value }
  /// The number within the year's volume; newsletters may have none.
  public var number: IssueNumber? { metadata.number?.value }
  /// The number of the volume, where one is printed.
  public var volume: String? { metadata.volume?.value }
  /// What is printed in the place of a number: `Special Issue`.
  public var special: String? { metadata.special?.value }
  /// The year whose volume it belongs to: one that it names, beside the number or as a volume, or else that of its date.
  public var year: Int {
    if let year = metadata.year?.value { return year }
    if let volume, volume.utf8.count == 4, let year = Int(volume), year >= 1500 { return year }
    return date.year
  }
  /// The number since the series began.
  public var cumulative: IssueNumber? { metadata.cumulative?.value }
  /// The date as a language prints it; a quarter or a season in the words of the issue, where that is in the language.
  public func dateText(in language: Language) -> String {
    if date.isNamed, let text = metadata.dateText?.value, self.language == language.tag { return text }
    return language.written(date)
  }
  /// Who stands behind the ©.
  public var publisher: String? { metadata.publisher?.value }
  /// The masthead's editors in printed order.
  public var editors: [Contributor] { metadata.editors?.value ?? [] }
  /// The subjects that metadata names, beside those of run-in headings.
  public var tags: [String] { metadata.topics?.value ?? [] }
  /// The categories that metadata names.
  public var categories: [String] { metadata.categories?.value ?? [] }
  /// The licence of this issue, where it differs from the series'.
  public var license: String? { metadata.license?.value }
  /// The name under which libraries keep it.
  public var doi: DOI? { metadata.doi?.value }
  /// Whether its text was taken back; the issue keeps its address, masthead and title.
  public var isWithdrawn: Bool { metadata.isWithdrawn?.value ?? false }
  /// What was changed after it came out, the oldest first.
  public var corrections: [Correction] { metadata.corrections?.value ?? [] }
  /// The day of its last change, if it was changed after its own day.
  public var modified: PublicationDate? {
    [metadata.updated?.value, corrections.last?.date].compactMap(\.self).max().flatMap { $0 > date ? $0 : nil }
  }
  /// What other generators called it in addresses.
  public var slug: String? { metadata.slug?.value }
  /// What the versions of one text in several languages have in common.
  public var translationKey: String? { metadata.translationKey?.value }
  /// Keys that the program does not know, in the order of the file.
  public var extra: [(key: String, value: ExtraValue)] { metadata.extra }
}
