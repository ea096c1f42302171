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
  /// Whether paragraphs below a masthead that a page break seems to have cut are joined, where an issue does not say.
  public var joinsParagraphs: Bool
  /// What is added to Markdown.
  public var extensions = MarkdownExtension.usual
  /// Where issues have their numbers that do not say them; `nil` where they have none.
  public var numbers: NumberInName?
  /// The address under which the site will be found, with a slash at its end: by it, links to the site itself are known.
  /// Nothing, where it is not known.
  public var home: String

  /// What the site says that tags of other engines ask it for.
  public var values = GivenValues.none

  /// The files that texts take in.
  public var partials = Partials.none

  /// Mastheads that stay the same are read once.
  let nameLists = NameListCache()

  /// Data and collections that tags ask for are read once.
  let siteData = SiteData()

  /// Whether texts are looked through for what is only style, which a build does without.
  public var looksAtStyle = false

  /// The first of the languages, and Markdown in its safe form, unless told otherwise.
  public init(
    languages: KnownLanguages = .ofProgram, seriesNames: [String: String] = [:],
    markdown: MarkdownOptions = MarkdownOptions(), joinsParagraphs: Bool = true, numbers: NumberInName? = nil,
    home: String = ""
  ) {
    language = languages.main.tag
    self.languages = languages
    self.seriesNames = seriesNames
    self.markdown = markdown
    self.joinsParagraphs = joinsParagraphs
    self.numbers = numbers
    self.home = home
  }

  /// Everything that decides how a file is read, beside its bytes, in a line of text.
  public var key: String {
    let names = seriesNames.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: " ")
    return "\(languages.key) \(names) \(markdown.smartPunctuation) \(markdown.rawHTML) "
      + "\(joinsParagraphs) \(looksAtStyle) \(numbers?.rawValue ?? "") \(extensions.key) \(home) \(values.key)"
  }
}
