import Diagnostics
import Markdown
import Text

/// An article of a file as it was read: what stands above its text, and the text.
struct ReadArticle {
  /// The `id` in the page; `nil` for the first one.
  let id: String?
  let head: ArticleHead
  let body: BodyReader
  /// Whether nothing stands below the head.
  let isEmpty: Bool

  /// Reads the articles of a file, of which there is at least one.
  ///
  /// - Parameters:
  ///   - blocks: What stands below the masthead.
  ///   - markdown: What they were parsed from.
  ///   - isPrinted: Whether there is a masthead, and titles and bylines stand in their printed form.
  ///   - known: What stronger sources say of the first one.
  static func read(
    _ blocks: ArraySlice<MarkdownNode>, of document: borrowing MarkdownDocument, _ markdown: Bytes, isPrinted: Bool,
    known: Metadata, source: SourceFile, options: MarkdownOptions
  ) -> [ReadArticle] {
    let reader = ArticleHeadReader(source: source, options: options)
    guard isPrinted, let split = ArticleSplit(of: blocks, markdown, in: reader) else {
      return [ReadArticle(document, blocks, reader, isPrinted: isPrinted, known: known)]
    }
    var articles: [ReadArticle] = []
    for text in split.articles {
      let document = MarkdownDocument(text, options: options)
      let blocks = document.root.children.filter { $0.kind != .footnoteDefinition }[...]
      articles.append(
        ReadArticle(
          document, blocks, reader, isPrinted: true, known: articles.isEmpty ? known : Metadata(from: .masthead),
          after: articles.last))
    }
    return articles
  }

  private init(
    _ document: borrowing MarkdownDocument, _ blocks: ArraySlice<MarkdownNode>, _ reader: ArticleHeadReader,
    isPrinted: Bool, known: Metadata, after previous: ReadArticle? = nil
  ) {
    var (blocks, reader) = (blocks, reader)
    if isPrinted {
      reader.readPrinted(&blocks, known: known, document)
    } else {
      reader.readOpeningHeading(&blocks, known: known, document)
      reader.readOpeningAbstract(&blocks, known: known, document)
    }
    head = reader.head
    isEmpty = document.root.children.allSatisfy { $0.kind == .footnoteDefinition }
    var body = BodyReader(source: reader.source, options: reader.options, ids: previous?.body.ids ?? [])
    id = previous == nil ? nil : body.uniqueID(for: head.title?.value ?? "")
    body.read(document)
    self.body = body
  }

  /// What is known of title, abstract and text without having them.
  var outline: TextOutline {
    var outline = body.outline
    outline.attachments = head.links.attachments + outline.attachments
    outline.sourceLinks = head.links.sourceLinks + outline.sourceLinks
    return outline
  }

  /// What is wrong or remarkable in it, at the places of its links too.
  var diagnostics: [Diagnostic] { head.diagnostics + head.links.diagnostics + body.diagnostics }
}
