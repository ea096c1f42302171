import Bulletins
import Diagnostics
import Languages

/// What `site.yaml` says of the whole site; `SettingKey.all` has its keys.
public struct SiteSettings: Sendable {
  /// The title in each language; under `""` where one is for all.
  public internal(set) var title: [String: String] = [:]
  /// A sentence about the series in each language.
  public internal(set) var description: [String: String] = [:]
  /// Where the site will be found.
  var address = SiteAddress()
  /// The languages, the one without a prefix first.
  public internal(set) var languages = [KnownLanguages.fallbackTag]
  /// Where they are named.
  public internal(set) var languagesLocation: Location?
  /// Who publishes.
  public internal(set) var publisher: [String: String] = [:]
  /// The series' name, where a masthead gives none.
  public internal(set) var series: [String: String] = [:]
  /// The ISSN, with its hyphen.
  public internal(set) var issn: String?
  /// The licence of the texts.
  public internal(set) var license: String?
  /// The zone in which days begin.
  public internal(set) var timeZone = "UTC"
  /// Whether straight quotation marks become typographic ones.
  public internal(set) var smartPunctuation = false
  /// Whether raw HTML in Markdown passes.
  public internal(set) var rawHTML = false
  /// What opens a file in an editor from a preview, with `{path}` and `{line}` in it.
  public internal(set) var editorURL: String?
  /// How the addresses of issues were made before.
  public internal(set) var oldAddresses: [AddressPattern] = []
  /// The servers for which rules are written that send readers on from former addresses.
  public internal(set) var redirectRules: [RedirectRules] = []
  /// What in Content is left alone.
  public internal(set) var ignored: [PathPattern] = []
  /// How many issues a feed has.
  public internal(set) var feedItems = 20
  /// How many issues the home page lists.
  public internal(set) var homeItems = 10

  /// A setting's text in a language.
  public static func text(_ texts: [String: String], _ language: String) -> String? {
    texts[language] ?? texts[""] ?? texts.sorted { $0.key < $1.key }.first?.value
  }

  /// What the series is called in a language: by its own name, or as the site is.
  func seriesName(in language: String) -> String? {
    SiteSettings.text(series, language) ?? SiteSettings.text(title, language)
  }

  /// What the series is called in each language, where the site says so.
  public var namesOfSeries: [String: String] { series.filter { !$0.key.isEmpty } }

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

/// Where a site will be found.
struct SiteAddress: Sendable {
  /// The scheme and host, without a slash at the end.
  private(set) var origin = ""
  /// The path, with a slash at both ends.
  private(set) var root = "/"

  /// No address yet.
  init() {}

  /// An address of the web; `nil` for anything else.
  init?(_ text: String) {
    let isWeb = text.hasPrefix("https://") || text.hasPrefix("http://")
    let isPlain = text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !"\"<>?#\\".utf8.contains($0) }
    guard isWeb, isPlain, text.split(separator: "/").count >= 2 else { return nil }
    let whole = text.hasSuffix("/") ? text : text + "/"
    // Behind the two slashes of the scheme.
    let host = whole.index(whole.startIndex, offsetBy: text.hasPrefix("https") ? 8 : 7)
    let slash = whole[host...].firstIndex(of: "/") ?? whole.endIndex
    (origin, root) = (String(whole[..<slash]), String(whole[slash...]))
  }
}
