import Diagnostics
import Languages
import Markdown
import Text

/// Looks for Markdown that did not become Markdown: signs of it that readers see, and text that became something else.
///
/// An archive is clean in nearly all of its files, so that a file is looked at closely only where its HTML has a sign in it.
struct MarkdownChecks {
  private let source: SourceFile
  private let markdown: Bytes
  /// Whether the text is HTML, in which signs of Markdown are what they are.
  private let isHTML: Bool
  /// What the site adds to Markdown.
  private let extensions: Set<MarkdownExtension>
  private let firstLine: Int
  /// What stands above the body and is published, as HTML, and the line on which it begins; without a title, none.
  var head: (html: Bytes, line: Int)?
  /// Where the address of a link has a tag of another engine.
  var tagInAddress: Range<Int>?
  /// Whether nobody finished a merge in it.
  private var isUnfinished = false
  private(set) var diagnostics: [Diagnostic] = []

  /// - Parameters:
  ///   - markdown: What was parsed, byte for byte where the source has it.
  ///   - firstLine: Where the body begins.
  ///   - extensions: What the site adds to Markdown.
  init(
    source: SourceFile, markdown: Bytes, isHTML: Bool, with extensions: Set<MarkdownExtension>, from firstLine: Int
  ) {
    self.source = source
    self.markdown = markdown
    self.isHTML = isHTML
    self.extensions = extensions
    self.firstLine = firstLine
  }

  /// Looks at what was made of a text, before anything is changed in its tree.
  ///
  /// - Parameter language: The one that the text is in.
  mutating func look(at nodes: BodyNodes, in language: Language) {
    if let marker = ConflictMarker.find(in: source, from: firstLine, code: nodes.codeBlocks) {
      // Half of the text is there twice: what else is wrong with it follows from that.
      diagnostics.append(marker)
      isUnfinished = true
      return
    }
    diagnostics += BlockChecks.find(in: nodes, of: source, isHTML: isHTML, language)
  }

  /// Looks at what readers will see.
  ///
  /// - Parameter notes: How many footnotes the text has.
  mutating func look(at html: Bytes, notes: Int) {
    if isUnfinished { return }
    let hasNotes = notes > 0 || PrintedMarkdown.mayHaveNotes(in: markdown)
    let headIsSuspect = head.map { PrintedMarkdown.mayBe(in: $0.html) } ?? false
    guard hasNotes || headIsSuspect || PrintedMarkdown.mayBe(in: html) || PrintedMarkdown.mayBe(inSource: markdown)
    else {
      if let tagInAddress { diagnostics += ForeignTag.findings(of: [tagInAddress.lowerBound], in: source) }
      return
    }
    // The tree of the text has become HTML: another one is made.
    let document = isHTML ? MarkdownDocument(html: markdown) : MarkdownDocument(markdown)
    if !isHTML { extensions.removeMarks(from: document.root, of: markdown) }
    let text = VisibleText(of: document.root, in: source, from: min(firstLine, head?.line ?? firstLine))
    if !isHTML { diagnostics += PrintedMarkdown.find(in: text, hasNotes: hasNotes) }
    let tags = ForeignTag.find(in: text, markdown) + [tagInAddress?.lowerBound].compactMap(\.self)
    diagnostics += ForeignTag.findings(of: tags, in: source)
  }
}
