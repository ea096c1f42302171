import Bulletins
import Text
import YAML

/// A key of `site.yaml`, declared once: its name, the setting that it gives, what the guide for editors says of it, and how
/// it is read.
struct SettingKey: Sendable {
  let name: String
  let summary: String
  /// Whether it may have a text for each language.
  let isPerLanguage: Bool
  let read: @Sendable (inout YAMLFields, inout SiteSettings) -> Void

  /// - Parameter read: Reads the value; `nil` leaves the setting as it is.
  init<Value>(
    _ name: String, _ setting: any WritableKeyPath<SiteSettings, Value> & Sendable, _ summary: String,
    _ read: @escaping @Sendable (inout YAMLFields, String) -> Value?
  ) {
    self.name = name
    self.summary = summary
    isPerLanguage = Value.self == TextByLanguage.self
    self.read = { fields, settings in
      if let value = read(&fields, name) { settings[keyPath: setting] = value }
    }
  }

  /// All keys, in the order in which messages and the guide name them.
  static let all: [SettingKey] = [
    .init("title", \.title, "needed; a text, or one for each language: `{en: …, pl: …}`") { fields, key in
      let title = fields.textByLanguage(key)
      if title == nil { _ = fields.requiredText(key, help: "write `title: Bulletin`") }
      return title
    },
    .init("base_url", \.address, "needed; the address under which the site will be found") { fields, key in
      fields.webAddress(key)
    },
    .init("description", \.description, "a sentence about the series, or one for each language") {
      $0.textByLanguage($1)
    },
    .init("languages", \.languages, "the first one has no prefix in its addresses; `[en]` unless given") {
      $0.languages($1, or: "language")
    },
    .init("publisher", \.publisher, "who publishes; a text, or one for each language") { $0.textByLanguage($1) },
    .init("series", \.series, "the series' name, where a masthead has none; a text, or one for each language") {
      $0.textByLanguage($1)
    },
    .init(
      "journal", \.journal,
      "what citations and catalogues call the periodical, where that is not the title; a text, or one for each language"
    ) { $0.textByLanguage($1) },
    .init("issn", \.issn, "printed on every page and in citations") { $0.issn($1) },
    .init("license", \.license, "the licence of the texts, printed on every page and in citations") { $0.text($1) },
    .init(
      "logo", \.look.logo,
      "a picture for the head of every page: the path of a file in `Content/static`, such as `img/logo.svg`, or two, `{light: …, dark: …}`"
    ) { $0.logo($1) },
    .init("fonts", \.look.hasOwnFonts, "`system` sets pages in what readers have, in the place of the theme's own type")
    {
      $0.ownFonts($1)
    },
    .init(
      "theme", \.look.variables,
      "colours, type and measures: `accent: \"#0a4d68\"`; [A theme of one's own](themes.md) lists them"
    ) { $0.look($1) },
    .init("time_zone", \.timeZone, "in which days begin, also in feeds: `Europe/Warsaw`; `UTC` unless given") {
      $0.timeZone($1)
    },
    .init("smart_punctuation", \.smartPunctuation, "`true` makes straight quotation marks typographic") { $0.bool($1) },
    .init("raw_html", \.rawHTML, "`true` lets all [HTML](#html) in Markdown through, and not only what is harmless") {
      $0.bool($1)
    },
    .init(
      "markdown", \.markdownExtensions,
      "what is [added to Markdown](archives.md#what-is-added-to-markdown): a list of `alerts`, `definition_lists`, `contents` and `emoji`; all but `emoji` unless given"
    ) { $0.markdownExtensions($1) },
    .init("run_in_topics", \.runInTopics, "`false` makes no topics of run-in headings") { $0.bool($1) },
    .init(
      "join_paragraphs", \.joinsParagraphs,
      "`false` leaves paragraphs as they are typed, where a page break may have cut them"
    ) { $0.bool($1) },
    .init(
      "editor_url", \.editorURL,
      "what opens a file in your editor from [the preview](preview.md), with `{path}` and `{line}` in it"
    ) { $0.editorAddress($1) },
    .init(
      "old_addresses", \.oldAddresses,
      "how the addresses of issues were made before, so that old ones send readers on: a pattern or a list, such as `/:year/:month/:day/:title.html`; see [Bringing an archive](archives.md)"
    ) { $0.addressPatterns($1) },
    .init(
      "dates", \.dateOrder,
      "which comes first in dates such as `03/04/2024`: `month-first` or `day-first`; without it, they are errors"
    ) { $0.dateOrder($1) },
    .init(
      "numbers", \.numbers,
      "where issues have their numbers that do not say them: in every `title` (“Weekly 66”), or in the name of every `file` (`issue-135.md`); `none` says that they have none"
    ) { $0.placeOfNumbers($1) },
    .init(
      "values", \.values,
      "what [tags of other engines](archives.md#tags-of-other-engines) ask the site for: `{chat: \"https://…\"}` for `{{ site.chat }}` and `{{< param chat >}}`"
    ) { $0.givenValues($1) },
    .init(
      "elsewhere", \.elsewhere,
      "folders of the site that another program publishes: links to `/docs/` and below lead there, and nobody looks for them here; a path or a list"
    ) { $0.foldersElsewhere($1) },
    .init(
      "redirects", \.redirectRules,
      "servers for which rules are written that send readers on from old addresses: `netlify`, `nginx` or `apache`"
    ) { $0.redirectRules($1) },
    .init(
      "ignore", \.ignored, "files and folders of Content that are left alone: names or paths, with `*` and `**` in them"
    ) { $0.pathPatterns($1) },
    .init(
      "read", \.readAnyway,
      "files that are issues, though their names begin with `_` or `readme`: names or paths, with `*` and `**` in them"
    ) { $0.pathPatterns($1) },
    .init(
      "checks", \.findingRules,
      "which findings nobody is told of, or how serious they are: `{repeated-word: off, placeholder: warning}`, or the same below the name of a folder; see [Checking](checking.md#what-is-said)"
    ) { $0.findingRules($1) },
    .init("search", \.hasSearch, "`false` leaves [the search](search.md) out") { $0.bool($1) },
    .init(
      "pdfs", \.paper,
      "`true` writes [a PDF](editors.md#pdf) beside each issue, on A4; `letter` on the paper of North America"
    ) { $0.paper($1) },
    .init(
      "image_widths", \.imageWidths,
      "the widths, in pixels, of [smaller copies of pictures](editors.md#smaller-copies-of-pictures), which libvips makes; `true` means `[480, 960, 1440]`"
    ) { $0.imageWidths($1) },
    .init(
      "cards", \.hasCards,
      "`true` draws [a card](editors.md#cards) for each issue, which other sites show where somebody links to it"
    ) { $0.bool($1) },
    .init(
      "feed_items", \.feedItems,
      "how many issues a feed has; 20 unless given. Feeds of topics and people have the abstract alone of an issue with more than 24 of them"
    ) { $0.int($1, in: 1...1000) },
    .init("home_items", \.homeItems, "how many issues the home page lists; 10 unless given") {
      $0.int($1, in: 1...1000)
    },
    .init(
      "list_items", \.listItems,
      "how many entries a list has before it is divided into pages by year, month or letter; 240 unless given"
    ) { $0.int($1, in: 2...1000) },
  ]
}
