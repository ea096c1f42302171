import Coding
import Diagnostics

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
  }

  /// A file beside the issue that its text shows or links to.
  public struct Attachment: Sendable, Hashable {
    /// The path of the file, relative to the site.
    public let path: String
    /// The address relative to the page.
    public let address: String
    /// Whether it is shown as an image.
    public let isImage: Bool
    /// The line of the source that names it.
    public let line: Int
  }

  /// A link to the file of another issue or page, which becomes one to its address.
  public struct SourceLink: Sendable, Equatable {
    /// What such a link's address begins with until the other's address is known.
    public static let scheme = "bulletin-source:"

    /// The path of the file, as findings name it.
    public let path: String
    /// Where the source names it.
    public let location: Location
  }

  /// The digest of the HTML.
  public internal(set) var digest = Fingerprint(of: [])
  /// Headings and run-in headings in order.
  public internal(set) var sections: [Section] = []
  /// The links to other issues and pages by their files.
  public internal(set) var sourceLinks: [SourceLink] = []
  /// The files that go with the text.
  public internal(set) var attachments: [Attachment] = []

  /// The run-in headings of paragraphs in order.
  public var runIns: [Section] { sections.filter(\.isRunIn) }
  /// The real headings in order.
  public var headings: [Section] { sections.filter { !$0.isRunIn } }
}
