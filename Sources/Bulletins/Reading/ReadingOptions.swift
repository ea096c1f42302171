import Languages
import Markdown

/// How issues are read.
public struct ReadingOptions: Sendable, Hashable {
  /// The language of an issue that does not say.
  public var language: String
  /// The languages of the site, which names of files may end in.
  public var languages: [String]
  /// How its Markdown is read and written.
  public var markdown: MarkdownOptions

  /// English, and Markdown in its safe form, unless told otherwise.
  public init(
    language: String = Language.default.tag, languages: [String] = [], markdown: MarkdownOptions = MarkdownOptions()
  ) {
    self.language = language
    self.languages = languages
    self.markdown = markdown
  }
}
