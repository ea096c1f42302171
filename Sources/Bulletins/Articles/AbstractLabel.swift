import Languages
import Markdown
import Text

/// The word before an abstract that says what it is, and is no part of it: `**Abstract.** Neither side …`.
struct AbstractLabel {
  private let paragraph: MarkdownNode
  /// The bold or italic words that it is; `nil` where it stands with the abstract in italics.
  private let words: MarkdownNode?
  /// How many bytes of a text it takes with its stop and the blank behind it.
  private let length: Int

  /// `nil` for a paragraph that begins otherwise, or has nothing else.
  ///
  /// - Parameter isBelowByline: Whether no other text can stand there, so that a colon behind the word is enough.
  init?(of paragraph: MarkdownNode, isBelowByline: Bool, in languages: KnownLanguages) {
    guard paragraph.kind == .paragraph, let first = paragraph.firstChild else { return nil }
    self.paragraph = paragraph
    if isBelowByline, first.kind == .text, let length = AbstractLabel.length(in: first.literal, [":", "："], languages),
      first.next != nil || first.text.utf8.count > length
    {
      (words, self.length) = (nil, length)
    } else if first.next != nil {
      guard first.isStrong || first.kind == .emphasis, RunIn.hasStop(first),
        AbstractLabel.isOne(RunIn.withoutStop(first.text.plain), languages),
        paragraph.children.dropFirst().contains(where: \.hasText)
      else { return nil }
      (words, length) = (first, 0)
    } else {
      guard paragraph.isEmphasised, let text = first.firstChild, text.kind == .text,
        let length = AbstractLabel.length(in: text.literal, [":", ".", "：", "。"], languages),
        first.text.utf8.count > length
      else { return nil }
      (words, self.length) = (nil, length)
    }
  }

  /// Takes the label out of its paragraph.
  func remove(_ document: borrowing MarkdownDocument, _ runIn: RunIn?) {
    if words == nil {
      let first = paragraph.firstChild
      (first?.kind == .text ? first : first?.firstChild)?.dropFirst(length)
    } else {
      _ = runIn?.detachHeading(document)
    }
  }

  /// No language's label has more bytes.
  private static let longest = 60

  /// Whether a text is such a word and nothing else, perhaps with a stop behind it.
  static func isAll(of text: String, _ languages: KnownLanguages) -> Bool {
    let hasStop = text.unicodeScalars.last.map { ":.：。".unicodeScalars.contains($0) } ?? false
    return isOne(hasStop ? String(text.dropLast()).trimmed : text, languages)
  }

  private static func isOne(_ text: String, _ languages: KnownLanguages) -> Bool {
    guard text.utf8.count < longest else { return false }
    let label = text.lowercased()
    return (languages.own + [KnownLanguages.fallback]).contains { $0.masthead.abstract.contains(label) }
  }

  /// The length of a label with one of several stops at the beginning of a text.
  private static func length(
    in text: String, _ stops: [Unicode.Scalar], _ languages: KnownLanguages
  ) -> Int? {
    // Most abstracts have no stop so early.
    let beginning = text.utf8.prefix(AbstractLabel.longest)
    guard beginning.contains(where: { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ".") || $0 >= 0xE3 }),
      let stop = Substring(beginning).unicodeScalars.firstIndex(where: stops.contains),
      isOne(String(text[..<stop]).trimmed, languages)
    else { return nil }
    let behind = text.unicodeScalars[text.unicodeScalars.index(after: stop)...].drop { $0.properties.isWhitespace }
    return text.utf8.distance(from: text.utf8.startIndex, to: behind.startIndex)
  }
}
