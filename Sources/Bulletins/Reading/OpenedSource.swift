import Diagnostics
import Languages
import Markdown
import Text

/// A file as far as issues and standing pages are read alike: what its keys say, and its text parsed.
struct OpenedSource: ~Copyable {
  let source: SourceFile
  /// The file with everything above its Markdown blanked out, in the words that Markdown has for tags of other engines.
  let text: TagText
  let document: MarkdownDocument
  /// What front matter and header lines say, the stronger first.
  let metadata: [Metadata]
  /// What is wrong with the file so far.
  let diagnostics: [Diagnostic]
  /// The text for those who look at its style.
  private let proof: ProofText?
  private let languages: KnownLanguages

  /// Why a file can't be read any further.
  struct Refusal: Error {
    let diagnostics: [Diagnostic]
    /// Whether its keys say that its text is unfinished.
    var isDraft = false
  }

  init(_ source: SourceFile, _ options: ReadingOptions) throws(Refusal) {
    if let problem = SourceProblem.find(in: source) { throw Refusal(diagnostics: [problem]) }
    let outline = SourceOutline(of: source, in: options.languages)
    if let problem = outline.problem ?? SourceProblem.tags(in: outline.markdown, of: source) {
      throw Refusal(diagnostics: [problem])
    }
    let written = outline.metadata(in: source, options.languages)
    var isDraft: Bool { Metadata(merging: written.sources).isDraft?.value ?? false }
    let form = TextForm(ofFile: source.path) ?? .markdown
    let (markdown, imports) = form.markdown(of: outline.markdown)
    let tagged = TagText(
      markdown,
      in: TagSurroundings(path: source.path, options: options, metadata: written.sources, components: imports))
    let text = form == .html ? tagged.ofHTML : tagged.withBlocksAsMarkdown(options.extensions)
    if let problem = SourceProblem.excess(of: text, in: source) {
      throw Refusal(diagnostics: written.diagnostics + [problem], isDraft: isDraft)
    }
    let document = text.document(options)
    if let problem = SourceProblem.nesting(of: document.root, in: source) {
      throw Refusal(diagnostics: written.diagnostics + [problem], isDraft: isDraft)
    }
    diagnostics =
      written.diagnostics + LostCharacters.find(in: source, document.root)
      + TagProblem.findings(text.problems, in: source)
    // Before anything is changed in the tree.
    proof = options.looksAtStyle ? ProofText(document, of: source) : nil
    metadata = written.sources
    languages = options.languages
    self.source = source
    self.text = text
    self.document = document
  }

  /// Slips of typing in the text, where somebody looks for them.
  ///
  /// - Parameter start: The first byte that is no masthead any more.
  func slips(from start: Int, in language: Language) -> [Diagnostic] {
    guard let proof else { return [] }
    let text = proof.from(start, in: language, languages)
    // The title and the abstract of a masthead are parts of the text.
    let apart = metadata.flatMap { [$0.title, $0.abstract].compactMap(\.self) }.filter { !$0.range.isEmpty }
    return StyleCheck.findings(in: text) + apart.flatMap { StyleCheck.findings(in: text.of($0)) }
  }
}
