import Diagnostics
import Languages
import Markdown
import Text

/// A text as a proofreader looks at it: its words, paragraph by paragraph, and its language.
struct ProofText {
  let source: SourceFile
  /// The language of the text; `nil` where nothing is known of it.
  private(set) var language: Language?
  /// The words that join others in the text.
  private(set) var conjunctions: Set<String> = []
  /// The paragraphs and headings in their order.
  private(set) var prose: [Prose]
  /// The lines of paragraphs, and of pieces of HTML, that show an image without a description.
  private(set) var wordlessImages: [(lines: ClosedRange<Int>, isHTML: Bool)] = []
  /// The quotations in the paragraphs of a readable text: several checks ask for them.
  private(set) var quotations = QuotationReader()

  /// The text of a tree that nobody has changed yet.
  init(_ document: borrowing MarkdownDocument, of source: SourceFile) {
    self.source = source
    prose = Prose.all(in: document.root)
    var images: [(lines: ClosedRange<Int>, isHTML: Bool)] = []
    document.root.walk { node, _ in
      let isHTML = node.kind == .htmlBlock || node.kind == .htmlInline
      guard isHTML ? node.withLiteral(ImageWithoutWords.isIn) : node.kind == .image && !node.hasText,
        images.last?.lines != node.block.lines
      else { return }
      images.append((node.block.lines, isHTML))
    }
    wordlessImages = images
  }

  /// The part below the masthead.
  ///
  /// - Parameters:
  ///   - start: The first byte that is no masthead any more.
  ///   - language: The language of the text.
  ///   - languages: Those that it may quote.
  func from(_ start: Int, in language: Language, _ languages: KnownLanguages) -> ProofText {
    var text = self
    text.language = language.isUnknown ? nil : language
    text.conjunctions = languages.names(in: language).conjunctions
    text.prose.removeAll { source.range(ofLine: $0.lines.lowerBound).lowerBound < start }
    return text
  }

  /// The text without paragraphs that nobody reads: to find the place of each of ten thousand slips in one takes the square
  /// of its length, and that it is too long is said of it anyhow.
  var readable: ProofText {
    var text = self
    if prose.contains(where: { $0.text.count > ProofText.largestParagraph }) {
      text.prose.removeAll { $0.text.count > ProofText.largestParagraph }
    }
    text.quotations = .read(text.prose)
    return text
  }

  /// Whether characters of a paragraph may be written by their names or numbers, `&#x200B;`, as nobody does by accident.
  func mayHaveReferences(_ prose: Prose) -> Bool {
    source.bytes.span.extracting(prose.wholeLines(in: source)).firstOffset(of: UInt8(ascii: "&")) != nil
  }

  /// In bytes: some ten pages.
  private static let largestParagraph = 32 << 10

  /// The same with another text of the file, which has nothing to do with what stands before or behind it.
  func of(_ text: Located<String>) -> ProofText {
    var proof = self
    let first = source.location(text.range).line
    let last = source.bytes[text.range].dropLast().count { $0 == 0x0A }
    proof.prose = [Prose(text.value, onLines: first...first + last)]
    proof.wordlessImages = []
    return proof
  }

  /// A finding about a part of a paragraph.
  ///
  /// - Parameter mend: What is to stand in the place of the part, and what that does; where the file does not have the
  ///   part as it was read, nothing is mended.
  func finding(
    _ kind: DiagnosticKind, _ message: String, _ part: Range<Int>, of prose: Prose, help: String,
    mend: Replacement? = nil
  ) -> Diagnostic {
    let range = mend == nil ? nil : prose.exactRange(of: part, in: source)
    let place = range.map { source.location($0) } ?? prose.location(of: part, in: source)
    let made = range.flatMap { range in
      mend.flatMap { Mend($0.summary, [source.edit(range, $0.text)], isSafe: $0.isSafe) }
    }
    return Diagnostic(kind, message, at: place, help: help, mend: made)
  }

  /// What is to stand in the place of a part of a text.
  struct Replacement {
    let text: Bytes
    /// What that does.
    let summary: String
    var isSafe = true
  }
}
