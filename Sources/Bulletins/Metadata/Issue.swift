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

/// What follows from several of its fields.
extension Issue {
  /// The year whose volume it belongs to: one that it names, beside the number or as a volume, or else that of its date.
  public var year: Int {
    if let year = metadata.year?.value { return year }
    if let volume, volume.utf8.count == 4, let year = Int(volume), year >= 1500 { return year }
    return date.year
  }
  /// The date as a language prints it; a quarter or a season in the words of the issue, where that is in the language.
  public func dateText(in language: Language) -> String {
    if date.isNamed, let text = metadata.dateText?.value, self.language == language.tag { return text }
    return language.written(date)
  }
  /// The day of its last change, if it was changed after its own day.
  public var modified: PublicationDate? {
    [metadata.updated?.value, corrections.last?.date].compactMap(\.self).max().flatMap { $0 > date ? $0 : nil }
  }
}
