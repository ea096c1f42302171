import Diagnostics
import Markdown
import Text

extension StandingPage {
  /// Reads a page: front matter or header lines with a `title:`, then Markdown.
  public static func read(
    _ source: SourceFile, address: String, options: ReadingOptions
  ) -> (page: StandingPage?, html: Bytes, [Diagnostic]) {
    do throws(OpenedSource.Refusal) {
      return read(try OpenedSource(source, options), address: address, options: options)
    } catch {
      return (nil, [], error.diagnostics)
    }
  }

  private static func read(
    _ file: borrowing OpenedSource, address: String, options: ReadingOptions
  ) -> (page: StandingPage?, html: Bytes, [Diagnostic]) {
    let source = file.source
    var diagnostics = file.diagnostics
    var metadata = Metadata(merging: file.metadata)
    let root = file.document.root
    if let line = root.firstChild?.next, root.firstChild?.kind == .heading(1),
      line.kind == .paragraph, NumberLine.opens(line.text, in: options.languages)
    {
      diagnostics.append(
        Diagnostic(
          .issueAmongPages, "this standing page begins like an issue",
          at: source.location(ofLine: line.lines.lowerBound),
          help: "move the file into Content/bulletins, if it is one"))
    }
    if let number = metadata.number, metadata.date != nil || metadata.cumulative != nil {
      diagnostics.append(
        Diagnostic(
          .issueAmongPages, "this standing page has a number and a date, as issues have",
          at: source.location(number.range), help: "move the file into Content/bulletins, if it is one"))
    }
    // `about.pl.md` is the Polish version of `about.md`.
    let named = FileName(of: source.path, languages: options.languages.own.map(\.tag)).language
    let tag = (metadata.language?.value ?? named).map(options.languages.ownTag) ?? options.language
    let language = options.languages.tagged(tag)
    SmartQuotes.translate(root, of: source, options.markdown, to: language)
    if options.markdown.smartPunctuation { metadata = metadata.typeset(in: language) }
    var hasTitleLine = false
    // A first-level heading at the top is the title, too.
    if let heading = root.firstChild, heading.kind == .heading(1) {
      let title = Located(heading.text.plain, at: source.range(ofLine: heading.lines.lowerBound))
      metadata.title = metadata.title ?? title
      if let stated = metadata.title, Title.areSame(stated.value, title.value) { hasTitleLine = true }
    }
    var reader = BodyReader(source: source, options: options, language: language, joinsParagraphs: false)
    if hasTitleLine, let titleLine = root.firstChild {
      // A title is published without its links; that one leads nowhere is still a mistake.
      reader.readLinks(above: titleLine)
      titleLine.remove()
    }
    reader.read(file.document, of: file.text)
    let notes = reader.inspection.counts.footnotes > 0 ? language.words["notes"]?.text(for: .other) ?? "" : nil
    let html = Typography.set(reader.html, notes: notes, in: language)
    diagnostics += reader.diagnostics + reader.habits
    diagnostics += file.slips(from: 0, in: language)
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
      template: metadata.template.map { ($0.value, source.location($0.range)) }, uses: file.text.uses)
    return (diagnostics.containErrors ? nil : page, html, diagnostics)
  }
}

extension DiagnosticKind {
  static let issueAmongPages = DiagnosticKind(
    "issue-among-pages", .warning,
    "A file among the standing pages begins with a masthead, or has a number and a date in front matter. It is published as a page, without number and date; issues belong into `Content/bulletins`."
  )
}
