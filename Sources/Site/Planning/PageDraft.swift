import Diagnostics
import Templating

/// A page whose address nobody has checked yet.
struct PageDraft: Sendable {
  /// The address below the site's root.
  let path: String
  let kind: Page.Kind
  let template: String
  let origin: String
  /// Where the source says what gave this address.
  var place: Place?
  /// The day of its last content.
  var date: String?
  /// Whether it shows an unfinished text, published on purpose.
  var isDraft = false
  /// What it is of, for pages that show the texts of issues.
  var subject: TextPage?
  /// Gathers what the template reads.
  let context: @Sendable (TextSource) -> [Symbol: Value]

  /// The page at a checked address.
  func page(at path: PagePath) -> Page {
    Page(
      path: path, kind: kind, template: template, origin: origin, date: date, isDraft: isDraft, subject: subject,
      context: context)
  }
}
