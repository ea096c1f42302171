import Diagnostics
import Text

/// The words of `status:`.
enum IssueStatus: String, CaseIterable {
  /// The text is unfinished, and kept back.
  case draft
  /// The text may be out.
  case published
  /// The text was taken back.
  case withdrawn

  /// The status that a word means, as archives write it.
  init?(_ word: String) {
    switch word.lowercased() {
    // Pelican's `hidden` is in no list: without an address that somebody was given, nobody finds it.
    case "draft", "hidden": self = .draft
    case "published", "publish", "public", "final": self = .published
    case "withdrawn", "retracted": self = .withdrawn
    default: return nil
    }
  }

  /// The status that a misspelt word is probably meant to be.
  static func nearest(to word: String) -> String? { allCases.map(\.rawValue).nearest(to: word.lowercased()) }
}

extension WrittenEntry {
  /// The value as a status; `nil` where it is empty or none, which is reported.
  mutating func status() -> IssueStatus? {
    guard let text = text() else { return nil }
    if let status = IssueStatus(text) { return status }
    report(
      .unknownStatus, "“\(text)” is no status",
      help: IssueStatus.nearest(to: text).map { "did you mean `\($0)`?" }
        ?? "write `draft`, `published` or `withdrawn`, or leave the key out")
    return nil
  }
}

/// The keys that say whether the text may be out.
extension Metadata {
  /// Takes a status.
  mutating func read(status entry: inout WrittenEntry) {
    guard let status = entry.status() else { return }
    mark(isDraft: status == .draft, at: entry.range)
    if status == .withdrawn { self.isWithdrawn = Located(true, at: entry.range) }
  }

  /// Takes what is hidden for unfinished. Themes of other engines have lists of what is hidden under the same keys.
  mutating func read(isHidden entry: inout WrittenEntry) {
    if let isHidden = entry.value.flag {
      mark(isDraft: isHidden, at: entry.range)
    } else {
      extra.append((entry.key, entry.value.extra))
    }
  }

  /// Takes what is not for everybody for unfinished, and keeps what else themes say under the key.
  mutating func read(isPublic entry: inout WrittenEntry) {
    if entry.value.flag == false { mark(isDraft: true, at: entry.range) }
    extra.append((entry.key, entry.value.extra))
  }

  /// Takes a word that may say how far a text is, or in which part of a country something was.
  mutating func read(state entry: inout WrittenEntry) {
    switch entry.value.single.text.flatMap({ IssueStatus($0) }) {
    case .draft: mark(isDraft: true, at: entry.range)
    case .withdrawn: self.isWithdrawn = Located(true, at: entry.range)
    case .published, nil: break
    }
    extra.append((entry.key, entry.value.extra))
  }

  /// What `visibility:` says of texts that are not for everybody.
  static let hiddenForms: Set<String> = [
    "private", "hidden", "unlisted", "draft", "none", "internal", "secret", "restricted", "confidential",
  ]

  /// Takes a word for who may see it, and keeps it for templates.
  mutating func read(visibility entry: inout WrittenEntry) {
    let word = entry.value.single.text?.lowercased() ?? ""
    if Metadata.hiddenForms.contains(word) {
      mark(isDraft: true, at: entry.range)
    } else if let nearest = Metadata.hiddenForms.sorted().nearest(to: word) {
      entry.report(.unknownStatus, "“\(word)” is no visibility", help: "did you mean `\(nearest)`?")
    }
    extra.append((entry.key, entry.value.extra))
  }

  /// Takes what Hugo is told about making its page, and keeps it for templates.
  mutating func read(build entry: inout WrittenEntry) {
    let render = entry.value.member("render")
    if render?.flag == false || render?.text?.lowercased() == "never" { mark(isDraft: true, at: entry.range) }
    extra.append((entry.key, entry.value.extra))
  }

  /// Takes where it was published, or that it was not.
  mutating func read(permalink entry: inout WrittenEntry) {
    if entry.value.flag == false { return mark(isDraft: true, at: entry.range) }
    add(formerAddresses: entry.publishedAddress() ?? [], at: entry.range)
  }

  /// Takes what Hugo makes no page of, and keeps it for templates.
  mutating func read(isHeadless entry: inout WrittenEntry) {
    if entry.value.flag == true { mark(isDraft: true, at: entry.range) }
    extra.append((entry.key, entry.value.extra))
  }

  /// Takes whether it is published, or the day from which it is.
  mutating func read(published entry: inout WrittenEntry) {
    if entry.value.text?.utf8.first?.isASCIIDigit == true {
      if let date = entry.date() { hold(until: Located(date, at: entry.range)) }
    } else if let isPublished = entry.flag() {
      mark(isDraft: !isPublished, at: entry.range)
    }
  }
}

extension Metadata {
  /// Keys that say in other words whether and when it is out; what else stands behind them is no mistake.
  static let releaseFields: [MetadataField] = [
    MetadataField(
      "state",
      also: [
        "stage", "workflow", "workflow_state", "post_status", "publish_status", "publication_status", "content_status",
        "article_status", "review_status",
      ], "`draft` keeps the text back, and `withdrawn` takes it back; kept as `extra.state`, too"
    ) { $1.read(state: &$0) },
    MetadataField(
      "release_date",
      also: [
        "releaseDate", "release_on", "releaseOn", "release_at", "releaseAt", "released_on", "released_at",
        "available_from", "availableFrom", "available_on", "availableOn", "available_at", "available_date",
        "visible_from", "visibleFrom", "live_from", "liveFrom", "live_on", "live_at", "goes_live", "hold_until",
        "holdUntil", "withhold_until", "hidden_until", "private_until", "draft_until", "not_before", "notBefore",
        "publish_after", "publishAfter", "publish_from", "publishFrom", "publishing_date", "publication_date",
        "publicationDate", "scheduled", "scheduledFor", "scheduledAt", "schedule_date", "embargoed", "embargo_end",
        "embargo_ends", "embargo_end_date", "embargo_expires", "embargo_lifts", "embargoUntil", "embargoDate",
      ],
      "as `publish_date`, where a day stands behind it; kept as `extra.release_date`, too"
    ) { $1.read(releaseDay: &$0) { $0.hold(until: $1) } },
    MetadataField(
      "available_until",
      also: [
        "availableUntil", "available_to", "visible_until", "visibleUntil", "show_until", "showUntil", "live_until",
        "expire", "expire_date", "expireDate", "expire_at", "expire_on", "hide_after", "remove_on", "remove_after",
        "offline_from", "offline_after",
      ],
      "as `expiry_date`, where a day stands behind it; kept as `extra.available_until`, too"
    ) { $1.read(releaseDay: &$0) { $0.end(on: $1) } },
  ]

  /// All keys that say whether and when it is out, and under which addresses.
  static let fieldsOfRelease = publicationFields + releaseFields

  /// Takes a day from which it is out, or is no more, and keeps whatever stands there for templates.
  private mutating func read(
    releaseDay entry: inout WrittenEntry, take: (inout Metadata, Located<PublicationDate>) -> Void
  ) {
    extra.append((entry.key, entry.value.extra))
    guard let text = entry.value.single.text, Metadata.isDay(text, entry.language), let date = entry.date() else {
      return
    }
    take(&self, Located(date, at: entry.range))
  }

  /// Whether a text can be meant as nothing but a day, be it one that can't be read: what is held back in vain is less of a
  /// loss than what is out too early.
  private static func isDay(_ text: String, _ language: WrittenLanguage) -> Bool {
    let year = text.utf8.prefix(while: \.isASCIIDigit)
    if year.count == 4, let joint = text.utf8[year.endIndex...].first, "-/.".utf8.contains(joint) { return true }
    return NumberLine.date(text, in: language.language, of: language.languages).value != nil
  }
}

extension MetadataField {
  /// Whether its names in other languages are words of many uses, which mean the field only before a day.
  var mayBeAnything: Bool { key == "date" || Metadata.releaseFields.contains { $0.key == key } }
}

extension DiagnosticKind {
  static let unknownStatus = DiagnosticKind(
    "unknown-status", .error,
    "`status:` must be `draft`, `published` or `withdrawn`. Another word may be a misspelt `draft`, and what was published by mistake can't be taken back."
  )
}
