import Bulletins
import Diagnostics
import Languages

/// What `site.yaml` says of the whole site; `SettingKey.all` has its keys.
public struct SiteSettings: Sendable {
  /// The title.
  public internal(set) var title = TextByLanguage()
  /// A sentence about the series.
  public internal(set) var description = TextByLanguage()
  /// Where the site will be found.
  var address = SiteAddress()
  /// The languages, the one without a prefix first.
  public internal(set) var languages = [KnownLanguages.fallbackTag]
  /// Where they are named.
  public internal(set) var languagesLocation: Location?
  /// Who publishes.
  public internal(set) var publisher = TextByLanguage()
  /// The series' name, where a masthead gives none.
  public internal(set) var series = TextByLanguage()
  /// The ISSN.
  public internal(set) var issn: ISSN?
  /// The licence of the texts.
  public internal(set) var license: String?
  /// The zone in which days begin.
  public internal(set) var timeZone = "UTC"
  /// Whether straight quotation marks become typographic ones.
  public internal(set) var smartPunctuation = false
  /// Whether raw HTML in Markdown passes.
  public internal(set) var rawHTML = false
  /// Whether run-in headings name topics.
  public internal(set) var runInTopics = true
  /// Whether paragraphs that a page break seems to have cut are joined.
  public internal(set) var joinsParagraphs = true
  /// What opens a file in an editor from a preview, with `{path}` and `{line}` in it.
  public internal(set) var editorURL: String?
  /// How the addresses of issues were made before.
  public internal(set) var oldAddresses: [AddressPattern] = []
  /// What is added to Markdown.
  public internal(set) var markdownExtensions = MarkdownExtension.usual
  /// Which comes first in dates of figures alone.
  public internal(set) var dateOrder: DateOrder?
  /// Where issues have their numbers that do not say them.
  public internal(set) var numbers: NumberInName?
  /// What tags of other engines ask the site for.
  public internal(set) var values = GivenValues.none
  /// Folders of the site that another program publishes, as paths below its root that end in a slash.
  public internal(set) var elsewhere: [String] = []
  /// The servers for which rules are written that send readers on from former addresses.
  public internal(set) var redirectRules: [RedirectRules] = []
  /// What in Content is left alone.
  public internal(set) var ignored: [PathPattern] = []
  /// What in Content is read as issues, though its names say that it is none.
  public internal(set) var readAnyway: [PathPattern] = []
  /// Whether readers can search the archive.
  public internal(set) var hasSearch = true
  /// The paper on which issues are printed as PDF; `nil` where they are not.
  public var paper: PaperSize?
  /// What the periodical is called in citations, where that is not the site's title.
  public internal(set) var journal = TextByLanguage()
  /// How the site looks.
  public internal(set) var look = SiteLook()
  /// What is said of kinds of findings.
  public internal(set) var findingRules = FindingRules()
  /// The widths of the smaller copies of pictures, in pixels; none where there are no copies.
  public internal(set) var imageWidths: [Int] = []
  /// Whether a picture is drawn for each issue, which stands for it where others link to it.
  public internal(set) var hasCards = false
  /// How many issues a feed has.
  public internal(set) var feedItems = 20
  /// How many issues the home page lists.
  public internal(set) var homeItems = 10
  /// How many entries a list has on one page. With 240, a page keeps below 300 links and 150 KB.
  public internal(set) var listItems = 240

  /// What the series is called in a language: by its own name, or as the site is.
  func seriesName(in language: String) -> String? {
    (series.text(in: language) ?? title.text(in: language))?.text
  }

  /// What the periodical is called in a language, as citations and catalogues name it.
  func journalTitle(in language: String) -> String? {
    (journal.text(in: language) ?? title.text(in: language))?.text
  }

  /// The scheme and host of the site, without a slash at the end.
  public var origin: String { address.origin }

  /// The path under which the site lies, with a slash at both ends: `/` for most.
  public var root: String { address.root }

  /// The language without a prefix.
  public var mainLanguage: String { languages.first ?? KnownLanguages.fallbackTag }

  /// What to say when there is no `site.yaml`.
  public static var missing: Diagnostic {
    Diagnostic(
      .missingSetting, "the site has no settings", in: "Content/site.yaml",
      help: "write `title:` and `base_url:` there, or let `bulletin init` make a site to start from")
  }
}
