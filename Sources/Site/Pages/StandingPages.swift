import Bulletins
import Diagnostics
import Templating
import Text

/// The standing pages: about, imprint, privacy.
enum StandingPages: PageKind {
  static let templates = [template.declaration]

  private static let template = PageTemplate<StandingPageRecord>(
    "page.html", [.init("document", .record(of: StandingPageRecord.self), "The standing page.") { $0.record }])

  static func addPages(to plan: inout PlanBuilder) {
    let (site, input) = (plan.site, plan.input)
    let byAddress = Dictionary(grouping: input.standingPages, by: \.address)
    for page in input.standingPages {
      if !input.settings.languages.contains(page.language) {
        plan.report([
          UnlistedLanguage.finding(page.language, in: page.path, at: nil, input.files.source(page.path))
        ])
      }
      let path = page.pagePath
      let twins = (byAddress[page.address] ?? []).filter { $0.language != page.language }
      let versions = twins.map { PageVersion(language: $0.language, path: path, title: $0.title) }
      let address = Addresses(language: page.language, settings: site.settings).prefix + path
      plan.add(
        PageDraft(
          template, .standing, of: site, at: address, in: page.language, from: page.path,
          date: page.modified?.machineText, isDraft: page.release.isDraft, madeWith: template(of: page, in: &plan),
          versions: versions
        ) { texts in
          StandingPageRecord(page: page, text: texts.text(of: page.text, at: page.path, site.sourceLinks))
        })
      plan.copy(attachmentsOf: page.text, beside: address)
    }
  }
}

extension StandingPages {
  /// The template that a page asks for; without one, or where there is none of the name, the usual one.
  private static func template(of page: StandingPage, in plan: inout PlanBuilder) -> String? {
    guard let (name, location) = page.template else { return nil }
    let templates = plan.input.templates
    if templates.contain(name) { return name }
    let nearest =
      templates.contain(name + ".html")
      ? name + ".html" : templates.names.filter { $0.hasSuffix(".html") }.nearest(to: name)
    plan.report([
      Diagnostic(
        .missingTemplate, "the theme has no template `\(name)`", at: location,
        help: nearest.map { "did you mean `\($0)`?" } ?? "write it into Templates, or take the line away")
    ])
    return nil
  }
}

extension DiagnosticKind {
  static let missingTemplate = DiagnosticKind(
    "missing-template", .error, "A standing page asks for a template that the theme does not have.")
}

/// A standing page as its own page shows it.
struct StandingPageRecord: RecordSubject {
  let page: StandingPage
  let text: LazyText

  static let recordType = RecordType<StandingPageRecord>(
    "a standing page",
    [
      .init("title", .scalar, "The title.") { Value($0.page.title) },
      .lazy("body", "The text as HTML.") { $0.text },
      .init("summary", .scalar, "A sentence about it, or none.") { Value($0.page.summary) },
    ])
}
