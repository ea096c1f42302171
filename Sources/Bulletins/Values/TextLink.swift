import Coding

/// A link or an image that leads to a file or a page of the site itself.
///
/// Whether something is there is known only when all files have been read and all addresses given.
public struct TextLink: Sendable, Equatable {
  /// Where a link leads.
  public enum Target: Sendable, Hashable {
    /// To the file of another issue or page, by its path; its address is put in the place of the path.
    case source(path: String)
    /// To a file that is published beside the page: its path, and its address relative to the page.
    case attachment(path: String, address: String)
    /// To an address of the site, below its root.
    case site(path: String)
    /// To an address relative to the page; the page itself, where it is empty.
    case page(path: String)
  }

  /// What the address of a link to a source begins with until the other's address is known.
  public static let scheme = WebAddress.ofSources + ":"
  /// What the path of a source begins with that is named as another engine names it: by its file, wherever that lies.
  public static let named = "*/"

  /// Where the link leads.
  public let target: Target
  /// The place there, behind the `#`, without percent signs; empty where none is named.
  public internal(set) var fragment: String
  /// Whether the page shows what lies there: a picture, a sound.
  public let isImage: Bool
  /// Whether a tag of another engine asks for it.
  public internal(set) var isOfTag = false
  /// Whether it is written from the root of the host on, and the site lies in a folder there: it may lead to something else.
  public internal(set) var isOutsideRoot = false
  /// Where the source has the address.
  public internal(set) var range: Range<Int>
}

extension TextLink {
  /// Whether it leads to a place in its own text.
  var isInPage: Bool {
    if case .page(let path) = target { path.isEmpty && !fragment.isEmpty && !isImage } else { false }
  }

  /// The file that is published beside the page.
  public var attachment: (path: String, address: String)? {
    if case .attachment(let path, let address) = target { (path, address) } else { nil }
  }

  /// The path of the file of another issue or page.
  public var source: String? {
    if case .source(let path) = target { path } else { nil }
  }

  /// The path of an address of the site, below its root.
  public var sitePath: String? {
    if case .site(let path) = target { path } else { nil }
  }

  /// Whether it leads to the file that a picture's address means.
  func shows(_ picture: String) -> Bool {
    switch target {
    case .attachment(let path, _): path == picture || path.hasSuffix("/" + picture)
    case .site(let path): "/" + path == picture
    case .source, .page: false
    }
  }

  /// Whether two links lead to one place, wherever they stand.
  func leads(like other: TextLink) -> Bool {
    target == other.target && fragment == other.fragment && isImage == other.isImage && isOfTag == other.isOfTag
      && isOutsideRoot == other.isOutsideRoot
  }
}
