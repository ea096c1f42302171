import Diagnostics

extension DiagnosticKind {
  static let wrongEntry = DiagnosticKind(
    "wrong-entry", .error, "`people.yaml` and `topics.yaml` are lists of entries, each with a `name:`.")
  static let repeatedSpelling = DiagnosticKind(
    "repeated-spelling", .error,
    "One spelling stands in two entries of an authority file, so it is unclear whose it is.")
  static let unknownTopic = DiagnosticKind(
    "unknown-topic", .warning,
    "With a `topics.yaml`, a topic that is not in it may be misspelt. Add it there, as a topic, as another word for one, or as a rubric."
  )
  static let unknownPerson = DiagnosticKind(
    "unknown-person", .warning,
    "With a `people.yaml`, a name that is not in it may be misspelt. Add it there, as a person or as another spelling.")
  static let duplicateNumber = DiagnosticKind(
    "duplicate-number", .error,
    "Two issues of one language and year have the same number. One of them is misnumbered, or a copy.")
  static let brokenCumulativeLaw = DiagnosticKind(
    "broken-cumulative-law", .warning,
    "Within a year the cumulative number runs ahead of the number by a constant. Where it does not, one of the two is a misprint."
  )
  static let sameSlug = DiagnosticKind(
    "same-slug", .warning,
    "Two names give one address when they are written in plain letters, so the later one got a number. If they are one person or topic, say so in `people.yaml` or `topics.yaml`."
  )
  static let ambiguousTranslation = DiagnosticKind(
    "ambiguous-translation", .warning, "Two issues in one language have the same `translation_key`.")

  /// The kinds that putting issues together reports.
  public static let archiveKinds: [DiagnosticKind] = [
    wrongEntry, repeatedSpelling, unknownTopic, unknownPerson, duplicateNumber, brokenCumulativeLaw, sameSlug,
    ambiguousTranslation,
  ]
}
