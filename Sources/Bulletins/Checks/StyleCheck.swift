import Diagnostics
import Languages
import Markdown
import Text

/// Looks through a text for slips of typing. Only `check` and a preview ask for it: none of it is wrong enough to be said
/// in a build.
struct StyleCheck {
  let source: SourceFile
  /// The language of the text; `nil` where nothing is known of it.
  private(set) var language: Language?
  /// The words that join others in the text.
  private(set) var conjunctions: Set<String> = []
  /// The paragraphs and headings in their order.
  private(set) var prose: [Prose]
  /// The lines of paragraphs that show an image without a description.
  private(set) var wordlessImages: [ClosedRange<Int>]

  /// What is looked for, in an order that does not matter: findings are sorted by their places.
  private static let finders: [@Sendable (StyleCheck) -> [Diagnostic]] = [
    RepeatedWord.find, BlankBeforePunctuation.find, UnbalancedBracket.find, UnbalancedQuotation.find,
    HyphenInRange.find, DividedWord.find, Placeholder.find, ImageWithoutWords.find,
  ]

  /// A look at a tree that nobody has changed yet.
  init(_ document: borrowing MarkdownDocument, of source: SourceFile) {
    self.source = source
    prose = Prose.all(in: document.root)
    wordlessImages = ImageWithoutWords.paragraphs(in: document.root)
  }

  /// What is found in the text below the masthead.
  ///
  /// - Parameters:
  ///   - start: The first byte that is no masthead any more.
  ///   - language: The language of the text.
  ///   - languages: Those that it may quote.
  func findings(from start: Int, in language: Language, _ languages: KnownLanguages) -> [Diagnostic] {
    var check = self
    check.language = language.isUnknown ? nil : language
    check.conjunctions = languages.names(in: language).conjunctions
    check.prose.removeAll { source.range(ofLine: $0.lines.lowerBound).lowerBound < start }
    return StyleCheck.finders.flatMap { $0(check) }
  }

  /// A finding about a part of a paragraph.
  func finding(
    _ kind: DiagnosticKind, _ message: String, _ part: Range<Int>, of prose: Prose, help: String
  ) -> Diagnostic {
    Diagnostic(kind, message, at: prose.location(of: part, in: source), help: help)
  }
}
