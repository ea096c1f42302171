import Diagnostics
import Markdown
import Text

/// A page that is no issue: about, imprint, privacy.
public struct StandingPage: Sendable {
  /// The path of the file, relative to the folder of content.
  public let path: String
  /// The BCP 47 tag of its language.
  public let language: String
  /// The title as plain text.
  public let title: String
  /// A sentence for search engines.
  public let summary: String?
  /// What is known of its text.
  public let text: TextOutline
  /// Addresses under which the page was found before.
  public let formerAddresses: [WrittenFormerAddress]
  /// The address below the language's root: `about`.
  public let address: String
  /// When it may be out.
  public let release: Release
  /// The day of its last change, if it says so.
  public let modified: PublicationDate?
  /// The template that makes it in the place of the usual one, and where the page says so.
  public let template: (name: String, location: Location)?

  /// Reads a page: front matter or header lines with a `title:`, then Markdown.
  public static func read(
    _ source: SourceFile, address: String, options: ReadingOptions
  ) -> (page: StandingPage?, html: Bytes, [Diagnostic]) {
    if let problem = SourceProblem.find(in: source) { return (nil, [], [problem]) }
    let outline = SourceOutline(of: source, in: options.languages)
    if let problem = outline.problem { return (nil, [], [problem]) }
    let written = outline.metadata(in: source, options.languages)
    var diagnostics = written.diagnostics
    var metadata = Metadata(merging: written.sources)
    let markdown = ForeignBlocks.asMarkdown(outline.markdown)
    let document = MarkdownDocument(markdown, options: options.markdown)
    if let problem = SourceProblem.nesting(of: document.root, in: source) { return (nil, [], [problem]) }
    if let line = document.root.firstChild?.next, document.root.firstChild?.kind == .heading(1),
      line.kind == .paragraph, NumberLine.opens(line.text, in: options.languages)
    {
      diagnostics.append(
        Diagnostic(
          .issueAmongPages, "this standing page begins like an issue",
          at: source.location(source.range(ofLine: line.lines.lowerBound)),
          help: "move the file into Content/bulletins, if it is one"))
    }
    diagnostics += LostCharacters.find(in: source, document.root)
    let style = options.looksAtStyle ? StyleCheck(document, of: source) : nil
    // `about.pl.md` is the Polish version of `about.md`.
    let named = FileName(of: source.path, languages: options.languages.own.map(\.tag)).language
    let tag = metadata.language?.value ?? named ?? options.language
    let language = options.languages.tagged(tag)
    SmartQuotes.translate(document.root, of: source, options.markdown, to: language)
    // A first-level heading at the top is the title, too.
    if let heading = document.root.firstChild, heading.kind == .heading(1) {
      let title = Located(heading.text.plain, at: source.range(ofLine: heading.lines.lowerBound))
      metadata.title = metadata.title ?? title
      if metadata.title?.value == title.value { heading.remove() }
    }
    var reader = BodyReader(source: source, options: options, language: language, joinsParagraphs: false)
    reader.read(document, of: markdown)
    let html = Typography.set(reader.html, hasFootnotes: reader.inspection.counts.footnotes > 0, in: language)
    diagnostics += reader.diagnostics
    if let style { diagnostics += style.findings(from: 0, in: language, options.languages) }
    guard let title = metadata.title?.value else {
      let missing = metadata.missing(
        \.title, .missingTitle, "the page has no title", at: nil,
        help: "begin it with `# Title`, or with `title:` in front matter", in: source)
      let misspelt = metadata.misspellings.map { $0.finding(in: source) }
      return (nil, [], diagnostics + [missing].compactMap(\.self) + misspelt)
    }
    diagnostics += metadata.misspellings.map { $0.finding(in: source) }
    let page = StandingPage(
      path: source.path, language: tag, title: title,
      summary: metadata.abstract?.value, text: reader.outline, formerAddresses: metadata.formerAddresses?.value ?? [],
      address: address,
      release: Release(
        // A page has no masthead that could stay when its text is taken back.
        isDraft: [metadata.isDraft?.value, metadata.isWithdrawn?.value].contains(true)
          || Release.isBelowDrafts(source.path),
        start: (metadata.publishDate ?? metadata.date)?.value.firstDay, end: metadata.expiryDate?.value.firstDay),
      modified: [metadata.updated?.value, metadata.corrections?.value.last?.date].compactMap(\.self).max(),
      template: metadata.template.map { ($0.value, source.location($0.range)) })
    return (diagnostics.containErrors ? nil : page, html, diagnostics)
  }
}

extension DiagnosticKind {
  static let issueAmongPages = DiagnosticKind(
    "issue-among-pages", .warning,
    "A file among the standing pages begins with a masthead. It is published as a page, without number and date; issues belong into `Content/bulletins`."
  )
}
