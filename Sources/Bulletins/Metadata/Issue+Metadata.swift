import Languages

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
