import Coding

/// What is known of a text without having it: its headings, what it links to, and the digest by which it is told from
/// others. The text itself, as HTML, has keepers of its own.
public struct TextOutline: Sendable, Equatable {
  /// A heading that readers and topics can point at.
  public struct Section: Sendable, Equatable {
    /// The `id` in the published page.
    public let id: String
    /// The heading's text, without the full stop or colon that ends a run-in heading.
    public let text: String
    /// The level in the source; run-in headings count as 2.
    public let level: Int
    /// Whether the heading is the bold start of a paragraph.
    public let isRunIn: Bool

    init(id: String, text: String, level: Int, isRunIn: Bool) {
      self.id = id
      self.text = text
      self.level = level
      self.isRunIn = isRunIn
    }
  }

  /// The digest of the HTML.
  public internal(set) var digest = Fingerprint(of: [])
  /// Headings and run-in headings in order.
  public internal(set) var sections = SectionList()
  /// The links and images that lead to files and pages of the site, in order.
  public internal(set) var links: [TextLink] = []
  /// The places, beside headings, to which links can lead: footnotes, and what raw HTML names.
  public internal(set) var anchors: [String] = []

  /// That of a page without a text of its own.
  public static let none = TextOutline()

  /// Whether the links of two texts lead to the same places, wherever they stand.
  public func leads(like other: TextOutline) -> Bool { links.elementsEqual(other.links) { $0.leads(like: $1) } }

  /// Whether there is a place of this name to which links can lead.
  public func hasAnchor(_ name: String) -> Bool { sections.contains { $0.id == name } || anchors.contains(name) }

  /// The run-in headings of paragraphs in order.
  public var runIns: [Section] { sections.filter(\.isRunIn) }
  /// The real headings in order.
  public var headings: [Section] { sections.filter { !$0.isRunIn } }
}
