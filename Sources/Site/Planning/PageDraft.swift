import Diagnostics
import Templating

/// A page whose address nobody has checked yet.
struct PageDraft: Sendable {
  /// The address below the site's root.
  let path: String
  let purpose: Page.Purpose
  let template: String
  let origin: String
  /// Where the source says what gave this address.
  let location: Location?
  /// The day of its last content.
  let date: String?
  /// Whether it shows an unfinished text, published on purpose.
  let isDraft: Bool
  /// Its name, for pages that show the texts of issues.
  let textPage: TextPage?
  /// Gathers what the template reads.
  let context: @Sendable (TextSource) -> [Symbol: Value]

  /// A page of a template.
  ///
  /// - Parameters:
  ///   - path: The address below the site's root.
  ///   - origin: The file that it comes from, or a few words where it comes from many.
  ///   - location: Where the source says what gave this address.
  ///   - other: The template that makes this page in the place of the usual one; it reads the same.
  ///   - alternates: Links to the same page in other languages.
  ///   - subject: What the template shows; called while the page is rendered.
  init<Subject>(
    _ template: PageTemplate<Subject>, _ purpose: Page.Purpose, of site: SiteValues, at path: String,
    in language: String,
    from origin: String, location: Location? = nil, date: String? = nil, isDraft: Bool = false,
    textPage: TextPage? = nil, madeWith other: String? = nil,
    alternates: @escaping @Sendable (Subject) -> [Value] = { _ in [] },
    _ subject: @escaping @Sendable (TextSource) -> Subject
  ) {
    self.path = path
    self.purpose = purpose
    self.template = other ?? template.name
    self.origin = origin
    self.location = location
    self.date = date
    self.isDraft = isDraft
    self.textPage = textPage
    context = { texts in
      let subject = subject(texts)
      return site.context(
        of: subject, for: template, in: language, at: path, alternates: alternates(subject), isDraft: isDraft)
    }
  }

  /// The page at a checked address.
  func page(at path: PagePath) -> Page {
    Page(
      path: path, purpose: purpose, template: template, origin: origin, date: date, isDraft: isDraft,
      textPage: textPage,
      context: context)
  }
}
