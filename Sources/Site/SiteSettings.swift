import Foundation
import Coding
import Diagnostics
import Feeds
import Languages
import Text
import YAML

/// What `site.yaml` says of the whole site.
public struct SiteSettings: Sendable {
  /// The title in each language; under `""` where one is for all.
  public let title: [String: String]
  /// A sentence about the series in each language.
  public let description: [String: String]
  /// Where the site will be found, with a slash at the end.
  public let baseURL: String
  /// The languages, the one without a prefix first.
  public let languages: [String]
  /// Who publishes.
  public let publisher: [String: String]
  /// The series' name, where a masthead gives none.
  public let series: [String: String]
  /// The ISSN, with its hyphen.
  public let issn: String?
  /// The licence of the texts.
  public let license: String?
  /// The zone in which days begin.
  public let timeZone: String
  /// Whether straight quotation marks become typographic ones.
  public let smartPunctuation: Bool
  /// Whether raw HTML in Markdown passes.
  public let rawHTML: Bool
  /// What opens a file in an editor from a preview, with `{path}` and `{line}` in it.
  public let editorURL: String?
  /// How many issues a feed has, and how many the home page lists.
  public let feedItems: Int
  /// How many issues the home page lists.
  public let homeItems: Int

  /// A setting's text in a language.
  public static func text(_ texts: [String: String], _ language: String) -> String? {
    texts[language] ?? texts[""] ?? texts.sorted { $0.key < $1.key }.first?.value
  }

  /// The scheme and host of the site, without a slash at the end.
  public let origin: String

  /// The path under which the site lies, with a slash at both ends: `/` for most.
  public let root: String

  /// What to say when there is no `site.yaml`.
  public static var missing: Diagnostic {
    Diagnostic(
      .missingSetting, "the site has no settings", in: "Content/site.yaml",
      help: "write `title:` and `base_url:` there, or let `bulletin init` make a site to start from")
  }

  /// Reads `site.yaml`.
  public static func read(_ source: SourceFile) -> (SiteSettings?, [Diagnostic]) {
    let root: YAMLNode
    switch YAMLFields.root(of: source) {
    case .success(let node): root = node
    case .failure(let mistake): return (nil, [mistake.diagnostic])
    }
    var fields = YAMLFields(root, in: source)
    let title = fields.textPerLanguage("title")
    if title == nil { _ = fields.requiredText("title", help: "write `title: Bulletin`") }
    let baseURL = address(
      fields.requiredText("base_url", help: "write `base_url: https://bulletin.example.org/`"), root, &fields)
    let (origin, path) = parts(of: baseURL ?? "")
    let settings = SiteSettings(
      title: title ?? [:], description: fields.textPerLanguage("description") ?? [:], baseURL: baseURL ?? "",
      languages: languages(root, &fields), publisher: fields.textPerLanguage("publisher") ?? [:],
      series: fields.textPerLanguage("series") ?? [:], issn: issn(root, &fields), license: fields.text("license"),
      timeZone: timeZone(root, &fields), smartPunctuation: fields.bool("smart_punctuation") ?? false,
      rawHTML: fields.bool("raw_html") ?? false, editorURL: editorURL(root, &fields),
      feedItems: fields.int("feed_items", in: 1...1000) ?? 20,
      homeItems: fields.int("home_items", in: 1...1000) ?? 10, origin: origin, root: path)
    let diagnostics = fields.finish()
    return (diagnostics.containErrors ? nil : settings, diagnostics)
  }

  /// Scheme and host, and the path behind them.
  private static func parts(of address: String) -> (origin: String, path: String) {
    guard let scheme = address.range(of: "://"), let slash = address[scheme.upperBound...].firstIndex(of: "/") else {
      return (address, "/")
    }
    return (String(address[..<slash]), String(address[slash...]))
  }

  private static func node(_ key: String, _ root: YAMLNode) -> YAMLNode {
    root.members?.first { $0.key.text == key }?.value ?? root
  }

  private static func address(_ text: String?, _ root: YAMLNode, _ fields: inout YAMLFields) -> String? {
    guard let text else { return nil }
    let isWeb = text.hasPrefix("https://") || text.hasPrefix("http://")
    let isPlain = text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !"\"<>?#\\".utf8.contains($0) }
    guard isWeb, isPlain, text.split(separator: "/").count >= 2 else {
      fields.wrong(node("base_url", root), "`base_url` must be an address such as https://bulletin.example.org/")
      return nil
    }
    return text.hasSuffix("/") ? text : text + "/"
  }

  private static func editorURL(_ root: YAMLNode, _ fields: inout YAMLFields) -> String? {
    guard let text = fields.text("editor_url") else { return nil }
    guard text.contains("{path}"), WebAddress.scheme(of: text.utf8.span) != nil,
      WebAddress.risk(of: text) != .runsPrograms
    else {
      fields.wrong(
        node("editor_url", root), "`editor_url` is no address that opens a file",
        help: "write it as your editor's manual has it: `vscode://file/{path}:{line}`")
      return nil
    }
    return text
  }

  private static func languages(_ root: YAMLNode, _ fields: inout YAMLFields) -> [String] {
    let several = fields.texts("languages")
    let one = fields.text("language")
    let languages = several ?? one.map { [$0] } ?? [Language.default.tag]
    for language in languages where LanguageTag(language) == nil {
      fields.wrong(
        node("languages", root), "“\(language)” is no language tag", help: "write tags such as `en` and `pl`")
    }
    if Set(languages).count != languages.count || languages.isEmpty {
      fields.wrong(node("languages", root), "`languages` must be a list of different languages")
    }
    return languages
  }

  private static func issn(_ root: YAMLNode, _ fields: inout YAMLFields) -> String? {
    guard let text = fields.text("issn") else { return nil }
    let digits = Array(text.utf8)
    let weighted = digits.filter { $0 != UInt8(ascii: "-") }.enumerated().map { index, digit in
      (8 - index) * (digit | 0x20 == UInt8(ascii: "x") ? 10 : Int(digit) - 48)
    }
    if digits.count != 9 || digits[4] != UInt8(ascii: "-") || weighted.reduce(0, +) % 11 != 0 {
      fields.wrong(
        node("issn", root), "“\(text)” is no ISSN",
        help: "write eight digits with a hyphen, as printed; the last one checks the others")
    }
    return text
  }

  private static func timeZone(_ root: YAMLNode, _ fields: inout YAMLFields) -> String {
    guard let text = fields.text("time_zone") else { return "UTC" }
    if FeedDate(timeZone: text) == nil {
      fields.wrong(node("time_zone", root), "“\(text)” is no time zone", help: "write a name such as `Europe/Warsaw`")
    }
    return text
  }
}
