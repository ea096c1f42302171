import Diagnostics
import Languages
import Markdown
import Text

/// Reads the articles of a file, of which there is at least one.
struct ArticleReader {
  let source: SourceFile
  let options: ReadingOptions
  /// The language that the texts are in.
  let language: Language
  /// What names in them may hold.
  let names: NameWords
  /// Whether there is a masthead, and titles and bylines stand in their printed form.
  let isPrinted: Bool
  /// What stronger sources say of the file, and of its first article.
  let known: Metadata
  /// What the document was parsed from.
  let text: TagText

  /// Reads the blocks of a document that stand below the masthead.
  func read(_ blocks: ArraySlice<MarkdownNode>, of document: borrowing MarkdownDocument) -> [ReadArticle] {
    let reader = ArticleHeadReader(source: source, options: options, names: names)
    guard isPrinted, !isWithdrawn, let split = ArticleSplit(of: blocks, text.markdown, in: reader) else {
      return [article(document, of: text, in: source, blocks, known: known)]
    }
    if let problem = split.surplus(in: source) {
      return [article(document, of: text, in: source, blocks, known: known, problem: problem)]
    }
    var articles: [ReadArticle] = []
    for place in 0..<split.count {
      let markdown = split.markdown(of: place)
      let text = self.text.part(markdown)
      let document = text.document(options)
      let blocks = document.root.children.filter { $0.kind != .footnoteDefinition }[...]
      let known = articles.isEmpty ? known : Metadata(from: .masthead)
      // What is looked for in the file is looked for in the article alone.
      let part = SourceFile(path: source.path, bytes: markdown)
      articles.append(article(document, of: text, in: part, blocks, known: known, after: articles.last))
    }
    return articles
  }

  /// Nothing of a text that was taken back is published, so that nothing in it can be wrong.
  private var isWithdrawn: Bool { known.isWithdrawn?.value ?? false }

  private func article(
    _ document: borrowing MarkdownDocument, of text: TagText, in source: SourceFile, _ blocks: ArraySlice<MarkdownNode>,
    known: Metadata, after previous: ReadArticle? = nil, problem: Diagnostic? = nil
  ) -> ReadArticle {
    SmartQuotes.translate(document.root, of: source, options.markdown, to: language)
    var (blocks, reader) = (blocks, ArticleHeadReader(source: source, options: options, names: names))
    reader.links = previous?.body.links?.continued
    if let problem { reader.head.report(problem) }
    if isPrinted {
      reader.readPrinted(&blocks, known: known, document)
    } else {
      reader.readOpeningHeading(&blocks, known: known, document)
      reader.readOpeningAbstract(&blocks, known: known, document)
    }
    // Print is what a page break can have cut.
    let joins = isPrinted && (self.known.joinsParagraphs?.value ?? options.joinsParagraphs)
    var body = BodyReader(
      source: source, options: options, language: language, joinsParagraphs: joins,
      ids: previous?.body.ids ?? HeadingIDs(), links: reader.links)
    let id = previous == nil ? nil : body.ids.id(for: reader.head.title?.value ?? "", wanted: reader.head.id)
    let isEmpty = document.root.children.allSatisfy { $0.kind == .footnoteDefinition }
    if !isWithdrawn { body.read(document, of: text, below: reader.head.visible(in: source)) }
    return ReadArticle(id: id, head: reader.head, body: body, isEmpty: isEmpty)
  }
}
