import Text

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
        "publicationDate", "scheduled", "scheduledFor", "scheduledAt", "schedule_date", "embargo_end",
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
    guard let text = entry.value.single.text else { return }
    // An embargo ends on a day, and on nothing else.
    let meansDay = Metadata.isDay(text, entry.language) || entry.key.lowercased().hasPrefix("embargo")
    guard let date = Metadata.day(beforeHour: text, entry.language) ?? (meansDay ? entry.date() : nil) else { return }
    take(&self, Located(date, at: entry.range))
  }

  /// The day with which a text begins that goes on with the hour: `4 May 2199 at 10am`.
  private static func day(beforeHour text: String, _ language: WrittenLanguage) -> PublicationDate? {
    let words = text.utf8.prefix(60).split(separator: 0x20)
    return (1..<max(1, words.count)).reversed().lazy.compactMap { count -> PublicationDate? in
      let day = String(Substring(text.utf8[..<words[count - 1].endIndex]))
      return NumberLine.date(day, in: language.language, of: language.languages).value
    }.first { $0.isDay }
  }

  /// Whether a text can be meant as nothing but a day, be it one that can't be read: what is held back in vain is less of a
  /// loss than what is out too early.
  static func isDay(_ text: String, _ language: WrittenLanguage) -> Bool {
    // `2199-13-45`, but not `2024/25` and `2024-W12`.
    let parts = text.utf8.prefix(10).split { "-/.".utf8.contains($0) }
    if parts.count > 2, parts[0].count == 4, parts.allSatisfy({ $0.allSatisfy(\.isASCIIDigit) }) { return true }
    return NumberLine.date(text, in: language.language, of: language.languages).value != nil
  }
}

extension MetadataField {
  /// Whether it says in other words when something is out.
  var isOfRelease: Bool { Metadata.releaseFields.contains { $0.key == key } }
}
