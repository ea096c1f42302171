import Bulletins
import Languages
import Templating
import Text

extension IssueRecord {
  /// A heading of a text.
  static let section = RecordType<TextOutline.Section>(
    "a section of an issue",
    [
      .init("id", .scalar, "The id of its heading.") { Value($0.id) },
      .init("text", .scalar, "The heading's text.") { Value($0.text) },
      .init("level", .scalar, "The heading's level; run-in headings have 2.") { .int($0.level) },
      .init("is_run_in", .scalar, "Whether the heading is the bold start of a paragraph.") { .bool($0.isRunIn) },
    ])

  /// A change of an issue after it came out.
  static let correction = RecordType<(correction: Correction, language: Language)>(
    "a correction",
    [
      .init("date", .scalar, "The day in ISO form.") { Value($0.correction.date.machineText) },
      .init("date_text", .scalar, "The day as the language prints it.") {
        Value($0.language.written($0.correction.date))
      },
      .init("note", .scalar, "What was changed.") { Value($0.correction.note) },
    ])
}

extension IssueRecord {
  /// The address of the PDF; `nil` where the site has none of it.
  var pdfURL: Value? { pdf(beside: url) }

  /// The whole address of the PDF.
  var absolutePDF: Value? { pdf(beside: absoluteURL) }

  /// The whole address of the card; `nil` where the site has none.
  var cardURL: Value? {
    series.settings.hasCards ? .text((absoluteURL.bytes ?? []) + Bytes(Addresses.card.utf8)) : nil
  }

  private func pdf(beside page: Value) -> Value? {
    guard series.settings.paper != nil, !issue.issue.isWithdrawn else { return nil }
    return .text((page.bytes ?? []) + Bytes(PrintedIssue.name(of: issue).utf8))
  }
}
