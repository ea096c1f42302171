import Templating

/// A part of a list, as the list's pages lead to it.
struct ListPart: RecordSubject {
  let name: String
  let url: String
  let count: Int
  /// The numbers of its issues.
  var numbers: String?
  /// How much of the longest part it is, in hundredths.
  var share = 0

  static let recordType = RecordType<ListPart>(
    "a part of a list",
    [
      .init("name", .scalar, "What it is called: a year, a month, a letter, or the number of a page.") {
        Value($0.name)
      },
      .init("url", .scalar, "The address of its page, or of its place on this one.") { Value($0.url) },
      .init("count", .scalar, "How many entries it has.") { .int($0.count) },
      .init("numbers", .scalar, "The numbers of its issues: `1–23`; none where they have none.") { Value($0.numbers) },
      .init("share", .scalar, "How much of the longest part it is, in hundredths.") { .int($0.share) },
    ])

  /// How much of the longest part each is, in hundredths; what is not empty can be seen.
  static func share(of count: Int, longest: Int) -> Int { count == 0 ? 0 : max(1, count * 100 / max(1, longest)) }
}
