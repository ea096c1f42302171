import Diagnostics
import Templating

/// A page whose address nobody has checked yet.
struct PageDraft: Sendable {
  /// Where it stands; nobody has checked the address.
  let place: PagePlace
  let purpose: Page.Purpose
  let template: String
  let origin: String
  /// Where the source says what gave this address.
  let location: Location?
  /// The day of its last content.
  let date: String?
  /// Its name, for pages that show the texts of issues.
  let textPage: TextPage?
  /// Its PDF, where it is printed.
  let print: PrintedIssue?
  /// The same page in other languages, as far as it is known from its source.
  let versions: [PageVersion]
  /// Gathers what the template reads.
  let context: Page.Context

  /// A page of a template.
  ///
  /// - Parameters:
  ///   - path: The address below the site's root.
  ///   - section: The part of the site that it belongs to.
  ///   - origin: The file that it comes from, or a few words where it comes from many.
  ///   - location: Where the source says what gave this address.
  ///   - other: The template that makes this page in the place of the usual one; it reads the same.
  ///   - versions: The same page in other languages; those of lists are found by their addresses.
  ///   - print: Its PDF, where it is printed.
  ///   - subject: What the template shows; called while the page is rendered.
  init<Subject>(
    _ template: PageTemplate<Subject>, _ purpose: Page.Purpose, of site: SiteValues, at path: String,
    in language: String, section: SiteSection? = nil,
    from origin: String, location: Location? = nil, date: String? = nil, isDraft: Bool = false,
    textPage: TextPage? = nil, madeWith other: String? = nil,
    versions: [PageVersion] = [], print: PrintedIssue? = nil,
    _ subject: @escaping @Sendable (TextSource) -> Subject
  ) {
    let place = PagePlace(path: path, language: language, section: section, isDraft: isDraft)
    self.place = place
    self.purpose = purpose
    self.template = other ?? template.name
    self.origin = origin
    self.location = location
    self.date = date
    self.textPage = textPage
    self.versions = versions
    self.print = print
    context = { texts, versions in site.context(of: subject(texts), for: template, at: place, versions) }
  }

  /// The page at a checked address.
  func page(at path: PagePath) -> Page {
    Page(
      path: path, purpose: purpose, template: template, origin: origin, date: date, isDraft: place.isDraft,
      textPage: textPage, print: print, language: place.language, versions: versions, context: context)
  }
}
