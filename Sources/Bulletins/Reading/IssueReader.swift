import Diagnostics
import Markdown
import Text

/// Reads the parts of a file one after another, and puts them together.
struct IssueReader {
  let source: SourceFile
  let options: ReadingOptions
  var diagnostics: [Diagnostic] = []
  /// Whether the file says so, known as soon as its keys are read.
  var isDraft = false

  mutating func read() -> (issue: Issue, text: Bytes, inspection: Inspection)? {
    isDraft = Release.isBelowDrafts(source.path)
    if let problem = SourceProblem.find(in: source) {
      diagnostics.append(problem)
      return nil
    }
    let outline = SourceOutline(of: source, in: options.languages)
    if let problem = outline.problem {
      diagnostics.append(problem)
      return nil
    }
    let written = outline.metadata(in: source, options.languages)
    diagnostics += written.diagnostics
    let known = Metadata(merging: written.sources)
    isDraft = isDraft || known.isDraft?.value ?? false

    let document = MarkdownDocument(outline.markdown, options: options.markdown)
    if let problem = SourceProblem.nesting(of: document.root, in: source) {
      diagnostics.append(problem)
      return nil
    }
    var masthead = MastheadReader(
      source: source, options: options, known: known, hasOtherSources: !written.sources.isEmpty)
    masthead.read(document)
    diagnostics += masthead.diagnostics
    guard masthead.isPresent || !written.sources.isEmpty else {
      diagnostics.append(
        Diagnostic(
          .noMetadata, "nothing says which issue this is", at: source.location(firstLine(of: outline.markdown)),
          help: "begin the file with the printed masthead, with YAML front matter, or with `Title:` and `Date:` lines"))
      return nil
    }
    let name = FileName(of: source.path, languages: options.languages.own.map(\.tag)).metadata
    let sources = written.sources + [name.language, masthead.metadata, name.date].compactMap { $0 }
    let merged = Metadata(merging: sources)
    diagnostics += merged.unmendedProblems

    let tag = merged.language?.value ?? options.language
    let language = options.languages.tagged(tag)
    var body = BodyReader(source: source, options: options.markdown, language: language)
    body.read(document)
    diagnostics += body.diagnostics
    var inspection = body.inspection
    inspection.addDifferences(among: sources, in: source)
    diagnostics += inspection.observations.flatMap { $0.diagnostics(in: source) }
    var assembly = IssueAssembly(source: source, metadata: merged, masthead: masthead, body: body)
    let issue = assembly.issue(isDraft: isDraft, tag: tag, language)
    diagnostics += assembly.diagnostics
    return issue.map { ($0, assembly.text, inspection) }
  }

  private func firstLine(of text: Bytes) -> Range<Int> {
    let start = text.firstIndex { !$0.isASCIISpace } ?? 0
    return start..<(text[start...].firstIndex(of: 0x0A) ?? text.count)
  }
}

extension DiagnosticKind {
  static let noMetadata = DiagnosticKind(
    "no-metadata", .error,
    "The file has no masthead, no front matter and no `Key: value` header, so it can't be told what it is. Begin it with the printed masthead, or move it out of the folder of issues."
  )
}
