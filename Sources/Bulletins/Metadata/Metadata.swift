import Coding
import Diagnostics
import Text

/// What one source says about an issue; several are merged, the stronger one first.
///
/// A field is a property here, its declaration below, and, where it is the issue's, its accessor at the end. What most
/// issues leave unsaid stands in `Seldom`, and is asked for as if it stood here.
@dynamicMemberLookup
struct Metadata: Sendable {
  let origin: Origin
  var series: Located<String>?
  var number: Located<IssueNumber>?
  var cumulative: Located<IssueNumber>?
  var date: Located<PublicationDate>?
  var publisher: Located<String>?
  var language: Located<String>?
  var editors: Located<[Contributor]>?
  var title: Located<String>?
  var authors: Located<[Contributor]>?
  var abstract: Located<String>?
  var subtitle: Located<String>?
  var topics: Located<[String]>?
  /// The keys that the program does not know, in the order of the file.
  var extra: [(key: String, value: ExtraValue)] = []
  /// Mistakes in fields that a stronger source may replace: reported only when none does.
  var problems: [Problem] = []
  /// Fields with a value that is wrong, which was said: they are not missing.
  var unreadable: [FieldPath] = []
  /// Fields whose keys are written and have no value, and where the first key of each stands.
  var emptyFields: [(field: FieldPath, key: Range<Int>)] = []
  /// Keys that are nearly known ones.
  var misspellings: [Misspelling] = []
  /// Whether the source can't be read at all, which was said: nobody knows what is missing.
  var isMalformed = false

  /// What few issues say: in each of tens of thousands it would be as large as the rest.
  struct Seldom: Sendable {
    var volume: Located<String>?
    var year: Located<Int>?
    var special: Located<String>?
    var dateText: Located<String>?
    var categories: Located<[String]>?
    var license: Located<String>?
    var doi: Located<DOI>?
    var slug: Located<String>?
    var template: Located<String>?
    var formerAddresses: Located<[WrittenFormerAddress]>?
    var isDraft: Located<Bool>?
    var isWithdrawn: Located<Bool>?
    var updated: Located<PublicationDate>?
    var corrections: Located<[Correction]>?
    var publishDate: Located<PublicationDate>?
    var expiryDate: Located<PublicationDate>?
    var translationKey: Located<String>?
    var joinsParagraphs: Located<Bool>?
  }

  /// Nothing, or one: an array, because that is a copy only where it is changed.
  private var seldom: [Seldom] = []

  init(from origin: Origin) { self.origin = origin }

  subscript<Value>(
    dynamicMember path: any WritableKeyPath<Seldom, Located<Value>?> & Sendable
  ) -> Located<Value>? {
    @inline(__always) get { seldom.isEmpty ? nil : seldom[0][keyPath: path] }
    set {
      if seldom.isEmpty {
        // Nothing needs no room.
        if newValue == nil { return }
        seldom.append(Seldom())
      }
      seldom[0][keyPath: path] = newValue
    }
  }

  /// The key of the language, which is read before the others.
  static let languageKey = "language"

  /// The key of the day on which a text was begun.
  static let beginningKey = "created"

  /// What a masthead prints, in its order.
  static let printedFields: [MetadataField] = [
    MetadataField(
      "series", \.series, { $0.series }, .text, comparing: .values, "the name, as the masthead would print it"),
    MetadataField(
      "number", also: ["issue"], \.number, { $0.number }, .number, comparing: .by { $0.address },
      "the number in the year, perhaps with it (`5/2024`); an issue without one is found under its date"
    ) {
      $0.set(number: $1)
    } note: {
      $1.note(volumeIn: $0)
    },
    MetadataField(
      "cumulative", also: ["cumulative_number"], \.cumulative, { $0.cumulative }, .number,
      comparing: .by { $0.address },
      "the number since the series began"),
    MetadataField(
      "volume", also: ["vol"], \.volume, { $0.volume }, .text, comparing: .values,
      "the number of the volume, where the series counts them"),
    MetadataField(
      "year", \.year, { $0.year }, .year, comparing: .values,
      "the year whose volume it belongs to, where that is not the year of its date"),
    MetadataField(
      "special", \.special, { $0.special }, .text, comparing: .values,
      "what is printed in the place of a number: `Special Issue`"),
    MetadataField(
      "date", \.date, { $0.date }, .date, comparing: .days, endsIn: { $0.date },
      "the day, or a month, some months, a quarter, a season or a year; a time behind a day is read over",
      note: { if $1.date?.value.isNamed == true { $1.note(printedDate: $0.value.single.text) } }),
    MetadataField(
      "date_text", \.dateText, { $0.dateText }, .text, inspected: .nowhere,
      "how pages print a date that is a quarter or a season; without it, as the date itself was written: `Fall 2024`"),
    MetadataField("publisher", \.publisher, { $0.publisher }, .text, comparing: .values, "who stands behind the ©"),
    // A tag with a country is what a masthead in that language says, only more precisely.
    MetadataField(
      languageKey, also: ["lang"], \.language, { $0.language }, .languageTag,
      comparing: .by { $0.prefix { $0 != "-" } },
      endsIn: { $0.language }, "a tag such as `en` or `pl`"),
    MetadataField(
      "editors", also: ["editor"], \.editors, { $0.editors }, .editors, comparing: .by { $0.map(\.name) },
      "names with their roles in brackets; in YAML also `{name: …, roles: […]}`"),
    MetadataField(
      "title", \.title, { $0.title }, .prose, comparing: .by(Title.compared), endsIn: { $0.title }, "the title"),
    MetadataField(
      "subtitle", also: ["sub_title"], \.subtitle, { $0.subtitle }, .prose, inspected: .onlyJSON,
      "the line below the title, where the text prints none; kept as `extra.subtitle`, too",
      note: { $1.extra.append(($0.key, $0.value.extra)) }),
    MetadataField(
      "authors", also: ["author"], \.authors, { $0.authors }, .authors, comparing: .by { $0.map(\.name) },
      endsIn: { $0.lead.authors }, "names; in YAML also `{name: …, orcid: …}`"),
    MetadataField(
      "abstract", also: ["summary", "excerpt", "description"], \.abstract, { $0.abstract }, .prose,
      endsIn: { $0.lead.abstract },
      "plain text"),
  ]

  /// What only keys say about an issue.
  static let descriptiveFields: [MetadataField] = [
    MetadataField(
      "topics", also: ["tags", "keywords", "tag"], \.topics, { $0.topics }, .texts, as: "tags",
      "subjects beside those of run-in headings"
    ) { $0.topics = $0.topics.adding($1) },
    MetadataField(
      "categories", also: ["category"], \.categories, { $0.categories }, .rows, inspected: .onlyJSON, "for the feed"
    ) { $0.categories = $0.categories.adding($1) },
    MetadataField(
      "license", also: ["licence"], \.license, { $0.license }, .text, inspected: .onlyJSON,
      "where it differs from the site's"),
    MetadataField(
      "doi", \.doi, { $0.doi }, .doi, inspected: .onlyJSON, "for citations and libraries; also as an address"),
    MetadataField(
      "slug", \.slug, { $0.slug }, .nameInAddress, inspected: .onlyJSON,
      "its name in old addresses; new ones are made of numbers"),
    MetadataField(
      "template", \.template, { $0.template }, .text, inspected: .onlyJSON,
      "the template that makes a standing page, in the place of `page.html`; of issues, it is read over"),
  ]

  /// When and under which addresses it is out.
  static let publicationFields: [MetadataField] = [
    MetadataField(
      "aliases", also: ["alias", "redirect_from"], \.formerAddresses, { $0.formerAddresses }, .formerAddresses,
      endsIn: { $0.formerAddresses }, inspected: .onlyJSON,
      "addresses under which the issue was found before; they send readers on"
    ) { $0.add(formerAddresses: $1.value, at: $1.range) },
    MetadataField("permalink", "where it was published before, too; `false`, as Eleventy has it, keeps the text back") {
      $1.read(permalink: &$0)
    },
    MetadataField("path", "the same, where it has a slash in it, as Zola and Gatsby have it; kept as `extra.path`, too")
    { $1.read(path: &$0) },
    MetadataField("url", "the same; a whole address is kept for templates, as `extra.url`") { $1.read(url: &$0) },
    MetadataField(
      "draft", also: ["is_draft", "isDraft"], \.isDraft, { $0.isDraft }, .flag,
      endsIn: { $0.release.isDraft }, inspected: .onlyJSON,
      "`true` keeps the text back until it is finished"
    ) { $0.mark(isDraft: $1.value, at: $1.range) },
    MetadataField(
      "private", also: ["hidden", "unlisted", "wip", "work_in_progress"],
      "`true` keeps the text back, too, as it does behind words for a draft in other languages: `entwurf: true`"
    ) {
      $1.read(isHidden: &$0)
    },
    MetadataField("public", "`false` keeps the text back, too; kept as `extra.public`") { $1.read(isPublic: &$0) },
    MetadataField("unpublished", "`true` keeps the text back, too") { entry, metadata in
      if let isUnpublished = entry.flag() { metadata.mark(isDraft: isUnpublished, at: entry.range) }
    },
    MetadataField(
      "visibility", "`private`, `hidden`, `unlisted` or `draft` keeps the text back; kept as `extra.visibility`, too"
    ) { $1.read(visibility: &$0) },
    MetadataField(
      "build", also: ["_build"],
      "as Hugo has it: `render: never` below it keeps the text back; kept as `extra.build`, too"
    ) { $1.read(build: &$0) },
    MetadataField("headless", "`true` keeps the text back; kept as `extra.headless`") { $1.read(isHeadless: &$0) },
    MetadataField("status", "`draft`, `published` or `withdrawn`") { $1.read(status: &$0) },
    MetadataField(
      "withdrawn", also: ["retracted"], \.isWithdrawn, { $0.isWithdrawn }, .flag, inspected: .onlyJSON,
      "`true` takes text and abstract away, and says so where they were"),
    MetadataField(
      "corrections", also: ["correction", "errata"], \.corrections, { $0.corrections }, .corrections,
      inspected: .onlyJSON, "what was changed after the text came out: a list of `{date: …, note: …}`"),
    MetadataField(
      "updated", also: ["lastmod", "modified", "last_modified_at"], \.updated, { $0.updated }, .date,
      inspected: .onlyJSON, "the day of the last change that readers should know of"),
    MetadataField(
      "published", also: ["publish", "is_published", "isPublished"],
      "`false` keeps the text back; a day is that of `publish_date`"
    ) { $1.read(published: &$0) },
    MetadataField(
      "publish_date",
      also: [
        "publishDate", "pub_date", "pubDate", "pubDatetime", "published_at", "publishedAt", "published_date",
        "publishedDate", "date_published", "datePublished", "publish_on", "publishOn", "publish_at", "publishAt",
        "embargo", "embargo_until", "embargo_date", "embargoed_until", "scheduled_for", "scheduled_at",
        "scheduled_date",
        "go_live", "go_live_date",
      ], \.publishDate,
      { $0.publishDate }, .date, endsIn: { $0.release.start },
      inspected: .nowhere,
      "the day on which the text comes out, if that is not its `date`; also its date, where nothing else is"
    ) { $0.hold(until: $1) },
    MetadataField(
      "expiry_date",
      also: [
        "expiryDate", "expiry", "expires", "expires_at", "expiresAt", "expires_on", "expiration_date", "expirationDate",
        "unpublish_date", "unpublishDate", "unpublish_on",
      ], \.expiryDate,
      { $0.expiryDate }, .date,
      endsIn: { $0.release.end },
      inspected: .nowhere, "the day from which it is out no more"
    ) { $0.end(on: $1) },
    MetadataField(
      Metadata.beginningKey,
      also: ["created_at", "createdAt", "created_time", "createdTime", "date_created", "dateCreated"],
      "the day on which it was begun: its date, where nothing else is; kept as `extra.created`, too"
    ) { $1.extra.append(($0.key, $0.value.extra)) },
  ]

  /// How its text is read.
  static let textFields: [MetadataField] = [
    MetadataField(
      "join_paragraphs", \.joinsParagraphs, { $0.joinsParagraphs }, .flag, inspected: .nowhere,
      "`false` leaves paragraphs below a masthead as they are typed")
  ]

  /// What it has to do with other issues, and where others keep their keys.
  static let relationFields: [MetadataField] = [
    MetadataField("taxonomies", "as Zola has it: `tags`, `categories` and `authors` stand below it") { entry, _ in
      entry.laidOpen = entry.expect("a mapping", entry.value.members) ?? []
    },
    MetadataField("extra", "as Zola has it: what stands below it is kept for templates") { entry, metadata in
      guard let members = entry.expect("a mapping", entry.value.members) else { return }
      metadata.extra += members.map { ($0.key, $0.value.extra) }
    },
    MetadataField(
      "translation_key", also: ["translationKey"], \.translationKey, { $0.translationKey }, .text, inspected: .onlyJSON,
      as: "translationKey", "what the versions in several languages have in common"),
  ]
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
  /// Whether it has neither a number nor what is printed in its place, so that it is called by its date.
  public var isDated: Bool { number == nil && special == nil }
  /// The number since the series began.
  public var cumulative: IssueNumber? { metadata.cumulative?.value }
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
  /// What other generators called it in addresses.
  public var slug: String? { metadata.slug?.value }
  /// What the versions of one text in several languages have in common.
  public var translationKey: String? { metadata.translationKey?.value }
  /// Keys that the program does not know, in the order of the file.
  public var extra: [(key: String, value: ExtraValue)] { metadata.extra }
}
