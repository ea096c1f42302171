import Coding
import Diagnostics
import Languages
import Markdown
import Text

/// How issues are read.
public struct ReadingOptions: Sendable, Hashable {
  /// The language of an issue that does not say.
  public var language: String
  /// How its Markdown is read and written.
  public var markdown: MarkdownOptions

  /// English, and Markdown in its safe form, unless told otherwise.
  public init(language: String = Language.default.tag, markdown: MarkdownOptions = MarkdownOptions()) {
    self.language = language
    self.markdown = markdown
  }
}

extension Issue {
  /// The largest issue in bytes: far above any that was ever printed.
  public static let largestSource = 8 << 20

  /// Reads an issue: front matter, header lines, masthead and file name, merged in this order of strength.
  public static func read(_ source: SourceFile, options: ReadingOptions = ReadingOptions()) -> Reading {
    var reader = IssueReader(source: source, options: options)
    let found = reader.read()
    let diagnostics = reader.diagnostics.inOrder
    guard let found, !diagnostics.containErrors else {
      return Reading(issue: nil, isDraft: reader.isDraft, diagnostics: diagnostics)
    }
    return Reading(
      issue: found.issue, isDraft: reader.isDraft, texts: [found.text], inspection: found.inspection,
      diagnostics: diagnostics)
  }
}

private struct IssueReader {
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
    let outline = SourceOutline(of: source)
    if let problem = outline.problem {
      diagnostics.append(problem)
      return nil
    }
    var sources: [Metadata] = []
    for (range, read) in [(outline.frontMatter, FrontMatter.read), (outline.header, HeaderLines.read)] {
      guard let range else { continue }
      let (metadata, found) = read(source, range)
      sources.append(metadata)
      diagnostics += found
    }
    let known = sources.reduce(into: Metadata(from: .frontMatter)) { $0.fill(from: $1) }
    isDraft = isDraft || known.isDraft?.value ?? false

    let document = MarkdownDocument(outline.markdown, options: options.markdown)
    if let problem = SourceProblem.nesting(of: document.root, in: source) {
      diagnostics.append(problem)
      return nil
    }
    var masthead = MastheadReader(
      source: source, options: options.markdown, known: known, hasOtherSources: !sources.isEmpty)
    masthead.read(document)
    diagnostics += masthead.diagnostics
    guard masthead.isPresent || !sources.isEmpty else {
      diagnostics.append(
        Diagnostic(
          .noMetadata, "nothing says which issue this is", at: source.place(firstLine(of: outline.markdown)),
          help: "begin the file with the printed masthead, with YAML front matter, or with `Title:` and `Date:` lines"))
      return nil
    }
    sources.append(masthead.metadata)
    sources.append(fileNameMetadata())
    let merged = merge(sources)

    var body = BodyReader(source: source, options: options.markdown)
    body.read(document)
    diagnostics += body.diagnostics
    var inspection = body.inspection
    inspection.observations = differences(sources) + inspection.observations
    diagnostics += inspection.observations.flatMap { $0.diagnostics(in: source) }
    var text = body.html
    guard let issue = assemble(merged, masthead, body, &text) else { return nil }
    return (issue, text, inspection)
  }

  private func firstLine(of text: Bytes) -> Range<Int> {
    let start = text.firstIndex { !$0.isASCIISpace } ?? 0
    return start..<(text[start...].firstIndex(of: 0x0A) ?? text.count)
  }

  private func fileNameMetadata() -> Metadata {
    var metadata = Metadata(from: .fileName)
    let start = source.path.utf8.lastIndex(of: UInt8(ascii: "/")).map { source.path.utf8.index(after: $0) }
    let name = source.path[(start ?? source.path.startIndex)...]
    metadata.date = PublicationDate.inFileName(String(name)).map { Located($0, at: 0..<0) }
    return metadata
  }

  private mutating func merge(_ sources: [Metadata]) -> Metadata {
    let merged = sources.dropFirst().reduce(into: sources[0]) { $0.fill(from: $1) }
    if !merged.problems.isEmpty {
      diagnostics += Metadata.Field.allCases.compactMap { merged.range(of: $0) == nil ? merged.problems[$0] : nil }
    }
    return merged
  }

  private func differences(_ sources: [Metadata]) -> [Observation] {
    sources.indices.flatMap { strong in
      sources.indices[(strong + 1)...].compactMap { differences(sources[strong], sources[$0]) }
    }
  }

  private func differences(_ strong: Metadata, _ weak: Metadata) -> Observation? {
    let fields = Metadata.Field.allCases.filter { strong.disagrees(with: weak, on: $0) }
    guard let first = fields.first, let range = strong.range(of: first) else { return nil }
    return .sourcesDiffer(
      strong: strong.origin.rawValue, weak: weak.origin.rawValue, fields: fields.map(\.rawValue), source.place(range))
  }

  /// Makes the issue, and sets its text as the language wants it.
  private mutating func assemble(
    _ metadata: Metadata, _ masthead: MastheadReader, _ body: BodyReader, _ text: inout Bytes
  ) -> Issue? {
    let start = source.place(metadata.number?.range ?? metadata.title?.range ?? 0..<0)
    if metadata.title == nil {
      diagnostics.append(
        Diagnostic(
          .missingTitle, "the issue has no title", at: masthead.titleRange.map(source.place) ?? start,
          help: masthead.isPresent ? "write it as `## Title` under the rule" : "add `title:` to its metadata"))
    }
    if metadata.date == nil, metadata.problems[.date] == nil {
      diagnostics.append(
        Diagnostic(.missingDate, "the issue has no date", at: start, help: "add `date:` to its metadata"))
    }
    if masthead.isPresent, metadata.authors == nil, let title = metadata.title {
      diagnostics.append(
        Diagnostic(
          .missingAuthors, "no line of authors follows the title", at: source.place(title.range),
          help: "write their names between the title and the abstract"))
    }
    guard let title = metadata.title, let date = metadata.date else { return nil }
    let isPrintedTitle = masthead.metadata.title?.value == title.value
    let isPrintedAbstract = masthead.metadata.abstract?.value == metadata.abstract?.value
    let tag = metadata.language.flatMap { LanguageTag($0.value)?.description } ?? options.language
    let language = Language.tagged(tag)
    text = Typography.keepingShortWords(text, in: language)
    if body.inspection.counts.footnotes > 0 { text = Typography.translatingFootnotes(text, to: language) }
    func set(_ html: Bytes) -> Bytes { Typography.keepingShortWords(html, in: language) }
    let lead = Article(
      title: title.value, titleHTML: set(isPrintedTitle ? masthead.titleHTML : escaped(title.value)),
      authors: metadata.authors?.value ?? [], abstract: metadata.abstract?.value,
      abstractHTML: set(isPrintedAbstract ? masthead.abstractHTML : escaped(metadata.abstract?.value ?? "")),
      text: body.outline)
    return Issue(
      path: source.path, language: tag, date: date.value,
      release: Release(
        isDraft: isDraft, start: metadata.publishDate?.value ?? date.value, end: metadata.expiryDate?.value),
      metadata: metadata.withoutProblems, lead: lead, place: start)
  }

  private func escaped(_ text: String) -> Bytes {
    var html = Bytes()
    html.append(escaping: text.utf8)
    return html
  }
}
