import Diagnostics
import Languages
import Markdown
import Text

/// Reads the parts of a file one after another, and puts them together.
struct IssueReader {
  let source: SourceFile
  let options: ReadingOptions
  var diagnostics: [Diagnostic] = []
  /// Whether the file says so, known as soon as its keys are read.
  var isDraft = false
  /// Whether something stands in the place of a title and a date that are missing.
  var needsNothing = false
  /// The files that the text took in, or looked for in vain.
  private(set) var uses: [UsedFile] = []

  mutating func read() -> (issue: Issue, texts: [Bytes], inspection: Inspection)? {
    isDraft = Release.isBelowDrafts(source.path)
    do throws(OpenedSource.Refusal) {
      return read(try OpenedSource(source, options))
    } catch {
      isDraft = isDraft || error.isDraft
      diagnostics += error.diagnostics
      return nil
    }
  }

  private mutating func read(
    _ file: borrowing OpenedSource
  ) -> (issue: Issue, texts: [Bytes], inspection: Inspection)? {
    diagnostics += file.diagnostics
    uses = file.text.uses
    let known = Metadata(merging: file.metadata)
    isDraft = isDraft || known.isDraft?.value ?? false

    var blocks = file.document.root.children.filter { $0.kind != .footnoteDefinition }[...]
    let name = FileName(of: source.path, languages: options.languages.own.map(\.tag)).metadata
    let statedLanguage = (known.language ?? name.language?.language).map { options.languages.ownTag(of: $0.value) }
    var masthead = MastheadReader(
      source: source, options: options, known: file.metadata.isEmpty ? nil : known, statedLanguage: statedLanguage)
    masthead.read(&blocks)
    isDraft = isDraft || masthead.metadata.isDraft?.value ?? false
    diagnostics += masthead.diagnostics
    let tag = statedLanguage ?? masthead.metadata.language?.value
    let language = options.languages.tagged(tag ?? options.language)
    let stated = options.markdown.smartPunctuation ? file.metadata.map { $0.typeset(in: language) } : file.metadata
    let reader = ArticleReader(
      source: source, options: options, language: language,
      names: tag == nil ? options.languages.names : options.languages.names(in: language),
      isPrinted: masthead.isPresent, known: options.markdown.smartPunctuation ? known.typeset(in: language) : known,
      text: file.text)
    let articles = reader.read(blocks, of: file.document)
    var printed = masthead.isPresent ? masthead.metadata : Metadata(from: .heading)
    printed.problems = masthead.metadata.problems
    articles[0].head.fill(&printed)
    guard
      masthead.isPresent || !printed.problems.isEmpty || !file.metadata.isEmpty
        || printed.title != nil && (name.date != nil || Metadata.tellsDay(path: source.path, options.languages))
    else {
      diagnostics.append(.ofNothing(in: source, file.text.markdown))
      return nil
    }
    let sources = stated + [name.language, printed, name.date].compactMap { $0 }
    var merged = Metadata(merging: stated + [name.language, printed].compactMap { $0 })
    merged.fillTitle()
    // A date that can't be read is a mistake, whatever the file is called.
    let isWrong = merged.problem(of: \.date).map { !Metadata.kindsOfNothing.contains($0.kind) } ?? false
    if let date = name.date, merged.date != nil || !isWrong { merged.fill(from: date) }
    if !isWrong { merged.fillDate(path: source.path, isPrinted: masthead.isPresent, options.languages) }
    if let place = options.numbers {
      merged.fillNumber(from: place, path: source.path, options.languages)
    }
    merged.keepDateText(in: language)
    if needsNothing {
      merged.title = merged.title ?? Located("", at: 0..<0)
      merged.date = merged.date ?? Located(.first, at: 0..<0)
    }
    diagnostics += merged.unmendedProblems

    var inspection = Inspection()
    for article in articles {
      diagnostics += article.diagnostics
      inspection.add(article.body.inspection)
    }
    inspection.addMissingNewline(of: source)
    inspection.addDifferences(among: sources, in: source)
    diagnostics += Observation.diagnostics(inspection.observations, in: source)
    var assembly = IssueAssembly(source: source, metadata: merged, masthead: masthead, articles: articles)
    if merged.isWithdrawn?.value != true {
      diagnostics += file.slips(from: masthead.titleRange?.lowerBound ?? 0, in: language)
    }
    let issue = assembly.issue(isDraft: isDraft, tag: tag ?? options.language, language)
    diagnostics += assembly.diagnostics
    return issue.map { ($0, assembly.texts, inspection) }
  }
}
