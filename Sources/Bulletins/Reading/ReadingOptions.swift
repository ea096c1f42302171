import Languages
import Markdown

/// How issues are read.
public struct ReadingOptions: Sendable, Hashable {
  /// The language of an issue that does not say.
  public var language: String
  /// The languages that issues may be in.
  public let languages: KnownLanguages
  /// What the series is called in a language, by the language's tag.
  public let seriesNames: [String: String]
  /// How its Markdown is read and written.
  public var markdown: MarkdownOptions

  /// The first of the languages, and Markdown in its safe form, unless told otherwise.
  public init(
    languages: KnownLanguages = .ofProgram, seriesNames: [String: String] = [:],
    markdown: MarkdownOptions = MarkdownOptions()
  ) {
    language = languages.main.tag
    self.languages = languages
    self.seriesNames = seriesNames
    self.markdown = markdown
  }

  /// What decides how a file is read, beside its bytes, in a line of text.
  public var key: String {
    let names = seriesNames.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: " ")
    return "\(languages.key) \(names) \(markdown.smartPunctuation) \(markdown.rawHTML)"
  }
}
