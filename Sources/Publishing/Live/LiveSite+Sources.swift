import Bulletins
import Diagnostics
import Site
import System

extension LiveSite {
  /// The file of the text whose page stands at an address below the site's root.
  public func source(at address: String) -> String? {
    guard let path = PagePath(address)?.file, let page = edition?.site.value?.page(at: path),
      page.purpose == .issue || page.purpose == .standing
    else { return nil }
    return page.origin
  }

  /// The whole address of the page of a text.
  public func address(of source: String) -> String? {
    edition?.site.value.flatMap { site in site.address(of: source).map { site.materials.settings.root + $0 } }
  }

  /// A text that is not an issue that can be read: a standing page, or an issue that never was right.
  public struct ListedText: Sendable {
    /// The path of its file.
    public let path: String
    /// Where its page is, or will be; `nil` where that can't be told yet.
    public let address: String?
    /// The title, where it can be told.
    public let title: String?
    /// The number, where it has one that can be told.
    public var number: String?
    /// The date, where it has one that can be told.
    public var date: String?
    /// The language, where it can be told.
    public let language: String?
    /// What is wrong with its file.
    public let diagnostics: [Diagnostic]
  }

  /// The standing pages in the order of their paths.
  public var standingPages: [ListedText] {
    guard let edition, let site = edition.site.value else { return [] }
    let found = Dictionary(grouping: edition.findings.all, by: \.path)
    return site.materials.standingPages.map { page in
      ListedText(
        path: page.path, address: address(of: page.path), title: page.title, language: page.language,
        diagnostics: found[page.path] ?? [])
    }
  }

  /// The issues that have no page, since they never were right, as far as their files tell what they are.
  public var unreadableIssues: [ListedText] {
    guard let edition else { return [] }
    let found = Dictionary(grouping: edition.findings.all, by: \.path)
    return edition.unreadable.enumerated().map { place, file in
      let source = place < LiveSite.mostGlimpses ? edition.folder.source(file.path) : nil
      let issue = source.flatMap { Issue.glimpse($0, options: edition.reading) }
      return ListedText(
        path: file.path, address: issue.flatMap(likelyAddress), title: issue?.title,
        number: issue?.number?.description, date: issue?.date.description, language: issue?.language,
        diagnostics: found[file.path] ?? [])
    }
  }

  /// More files than these are not read again for a list.
  private static let mostGlimpses = 200

  /// Where an issue with a number will be found when it is right.
  private func likelyAddress(_ issue: Issue) -> String? {
    guard let site = edition?.site.value, let number = issue.number else { return nil }
    let addresses = Addresses(language: issue.language, settings: site.materials.settings)
    return addresses.url("\(issue.year)/\(number.address)/")
  }
}
