import Coding
import Markdown
import Text

/// A text in which tags of other engines that are understood stand as marks which Markdown takes for letters, until what
/// they mean is put into the tree.
///
/// A mark has as many bytes as its tag, so that every line and every other byte keeps its place. Tags that nobody
/// understands stay as they are.
struct TagText: Sendable {
  /// A tag that is understood.
  struct Tag: Sendable {
    let range: Range<Int>
    let written: Bytes
    let meaning: TagMeaning
  }

  /// The text with its marks.
  private(set) var markdown: Bytes
  private(set) var tags: [Tag] = []
  /// Lists of attributes that stand on lines of their own.
  private(set) var attributes: [BlockAttributes] = []
  /// Blocks between lines of colons; `nil` for a text without any.
  private(set) var colonBlocks: ColonBlocks?

  /// Elements of HTML that hold Markdown; `nil` for a text without any.
  private(set) var elements: MarkdownElements?

  /// Whether it is HTML as a whole, and no Markdown.
  private(set) var isHTML = false

  /// The files that were taken in, or looked for in vain.
  private(set) var uses: [UsedFile] = []
  /// What is wrong with tags.
  private(set) var problems: [TagProblem] = []

  /// Looks through a text; nearly all have none.
  ///
  /// - Parameter surroundings: Where it stands; `nil` for a text that takes nothing in.
  init(_ text: Bytes, in surroundings: TagSurroundings? = nil) {
    markdown = text
    let first = EngineTag.firstOpening(in: text, from: 0)
    let hasCaptions = TagReader.hasCaptions(text)
    let hasMail = MailSubject.mayBe(in: text)
    guard first != nil || hasCaptions || hasMail || surroundings?.components != nil, !TagMark.isUsed(in: text) else {
      return
    }
    var reader = TagReader(text, in: surroundings)
    if let first { reader.read(from: first) }
    reader.readComponents()
    if hasCaptions { reader.readCaptions() }
    if hasMail { reader.readMail() }
    for (range, meaning) in reader.meanings { replace(range, with: meaning) }
    let lines = TagLines(of: reader.meanings, in: text)
    for range in lines.blank { blank(range) }
    let definitions = reader.definitions + lines.definitions
    if !definitions.isEmpty { markdown += [0x0A, 0x0A] + definitions }
    uses = reader.uses
    problems = reader.problems
  }

  /// The text with blocks of other engines written as Markdown.
  ///
  /// - Parameter extensions: What the site adds to Markdown.
  func withBlocksAsMarkdown(_ extensions: Set<MarkdownExtension>) -> TagText {
    var text = part(ForeignBlocks.asMarkdown(markdown))
    if let marks = KramdownMarks(in: text.markdown) { text.take(marks) }
    if let elements = MarkdownElements(in: text.markdown) { text.take(elements) }
    if extensions.contains(.alerts), let blocks = ColonBlocks(in: text.markdown) { text.take(blocks) }
    return text
  }

  /// The same as a text of HTML.
  var ofHTML: TagText {
    var text = self
    text.isHTML = true
    return text
  }

  private mutating func take(_ found: MarkdownElements) {
    if tags.isEmpty, TagMark.mayBe(in: markdown) { return }
    elements = found
    for line in found.lines.values {
      guard let start = markdown[line.range].firstIndex(of: UInt8(ascii: "<")) else { continue }
      blank(start..<line.range.upperBound)
      markdown[start] = UInt8(ascii: "#")
    }
    for range in found.marks { replace(range, with: .markup([.tag(MarkdownElements.mark(in: markdown, at: range))])) }
  }

  private mutating func take(_ blocks: ColonBlocks) {
    colonBlocks = blocks
    if let range = blocks.firstClass { problems.append(TagProblem.foreignClass(at: range)) }
    markdown = blocks.text
  }

  private mutating func blank(_ range: Range<Int>) { for at in range { markdown[at] = 0x20 } }

  /// Whether tags set words apart.
  var setsWordsApart: Bool { tags.contains { $0.meaning.isOfAlert } }

  /// Takes what kramdown has in braces out of the text, and notes what it is for.
  private mutating func take(_ marks: KramdownMarks) {
    attributes = marks.blocks
    if let range = marks.firstClass { problems.append(TagProblem.foreignClass(at: range)) }
    for range in marks.blank { blank(range) }
    // Of characters like these, a text has none unless it is damaged.
    if tags.isEmpty, TagMark.mayBe(in: markdown) { return }
    for range in marks.silent { replace(range, with: .nothing) }
    // The brace stays: it ends the emphasis before it as a letter would not.
    for (range, list) in marks.spans { replace(range.dropFirst(), with: .attributes(list)) }
  }

  /// A part of the text, with the same tags.
  func part(_ markdown: Bytes) -> TagText {
    var part = self
    part.markdown = markdown
    return part
  }

  /// The HTML of the templates that stand in it, for whoever reads the links in them.
  mutating func rewriteTemplates(_ change: (_ html: Bytes, _ tag: Range<Int>) -> Bytes) {
    for index in tags.indices {
      guard case .template(let html) = tags[index].meaning else { continue }
      tags[index] = Tag(
        range: tags[index].range, written: tags[index].written, meaning: .template(change(html, tags[index].range)))
    }
  }

  /// Puts a mark in the place of a tag.
  private mutating func replace(_ range: Range<Int>, with meaning: TagMeaning) {
    let written = Array(markdown[range])
    guard TagMark.put(tags.count, over: range, in: &markdown, isPrinted: meaning != .nothing) else { return }
    tags.append(Tag(range: range, written: written, meaning: meaning))
  }
}
