import Coding
import Diagnostics
import Markdown
import Text

/// Reads the addresses of links and images, finds the files that go with an issue, and notes what leads nowhere by itself.
struct LinkReader {
  private let source: SourceFile
  /// The names of the folders in which the source lies.
  private let folder: [Substring]
  private let home: HomeAddress
  private var place: LinkPlace
  private var names = AttachmentNames()
  private(set) var links: [TextLink] = []
  private(set) var diagnostics: [Diagnostic] = []
  /// Where all addresses stand that are read at the moment, where that is one place.
  private var shared: Range<Int>?
  /// Where the first address stands that another engine would make.
  private(set) var tag: Range<Int>?

  /// - Parameter home: The address under which the site will be found; nothing, where it is not known.
  init(source: SourceFile, home: String) {
    self.source = source
    folder = source.path.pathParts.dropLast()
    self.home = HomeAddress(home)
    place = LinkPlace(in: source)
  }

  /// A reader for the next text of the page, in which the names of files are given already.
  var continued: LinkReader {
    var reader = self
    (reader.links, reader.diagnostics) = ([], [])
    return reader
  }

  /// Takes the links and images of a text, and the addresses in its raw HTML; those of files become addresses beside the
  /// page.
  mutating func read(_ nodes: [MarkdownNode], html: [MarkdownNode]) {
    let written = nodes.map { judged($0.address) }
    let raw = html.map { node in
      (node: node, addresses: node.htmlReferences.addresses.map { (address: $0, means: judged($0.address).means) })
    }
    for (node, address) in zip(nodes, written) { read(node, address) }
    for (node, addresses) in raw where !addresses.isEmpty { read(addresses, of: node) }
  }

  /// Takes the addresses in HTML that a template made of a tag.
  ///
  /// - Returns: The HTML with addresses of files as they are published, and the places in it that links can lead to.
  mutating func read(template html: Bytes, at tag: Range<Int>) -> (html: Bytes, ids: [String]) {
    let document = MarkdownDocument(Bytes("<div>\n".utf8), options: MarkdownOptions(rawHTML: true))
    guard let node = document.root.firstChild, node.kind == .htmlBlock else { return (html, []) }
    node.setLiteral(html.string)
    shared = tag
    read([], html: [node])
    shared = nil
    return (Bytes(node.literal.utf8), node.htmlReferences.ids)
  }

  /// What an address means. The names of all files must be known before the first of them is published.
  private mutating func judged(_ address: String) -> (text: String, means: LinkAddress) {
    let means = LinkAddress(address, home: home)
    if case .file(let path, _) = means { names.add(path, of: resolved(path)) }
    return (address, means)
  }

  /// What becomes of an address.
  private enum Verdict {
    case stays
    case becomes(String)
    case goes
  }

  private mutating func read(_ node: MarkdownNode, _ written: (text: String, means: LinkAddress)) {
    // What readers are to type stands in the text for itself.
    if case .mistaken(let mistake) = written.means, mistake.mayBeTold, node.showsOwnAddress { return }
    let (address, isImage) = (written.text, node.kind == .image)
    var place = LinkPlace(in: source)
    // Not copied, with all that it knows, for each link.
    swap(&place, &self.place)
    let verdict = read(address, written.means, isImage: isImage) { place.range(of: address, of: node) }
    if !isImage, !address.isEmpty, !node.hasText, !node.showsPicture {
      report(
        .linkWithoutWords, "this link has no words, so that nobody sees it", at: place.range(of: address, of: node),
        help: "write them between the square brackets")
    }
    swap(&place, &self.place)
    switch verdict {
    case .stays: break
    case .becomes(let new): node.setAddress(new)
    // An empty address would lead to the page on which it stands.
    case .goes: node.unwrap()
    }
  }

  private mutating func read(_ addresses: [(address: HTMLAddress, means: LinkAddress)], of node: MarkdownNode) {
    let html = Bytes(node.literal.utf8)
    var changes: [(HTMLAddress, with: String?)] = []
    let shared = shared
    for (address, means) in addresses {
      var place = LinkPlace(in: source)
      swap(&place, &self.place)
      switch read(
        address.address, means, isImage: address.isShown, at: { shared ?? place.range(of: address, in: html) })
      {
      case .stays: break
      case .becomes(let new): changes.append((address, new))
      case .goes: changes.append((address, nil))
      }
      swap(&place, &self.place)
    }
    if !changes.isEmpty { node.replace(changes) }
  }

  private mutating func read(
    _ address: String, _ means: LinkAddress, isImage: Bool, at range: () -> Range<Int>
  ) -> Verdict {
    switch means {
    case .elsewhere: return .stays
    case .tag:
      tag = tag ?? range()
      // No browser can make anything of it; what it shows is said by its words.
      return .goes
    case .empty:
      report(
        isImage ? .missingAttachment : .emptyAddress,
        isImage ? "this image has no address" : "this link has no address",
        at: range(), help: "write it between the round brackets")
      return .goes
    case .dangerous:
      report(
        .dangerousLink, "this link's address is not published", at: range(),
        help: "link to an address that begins with `https:`, or to a place in the site")
      return .goes
    case .mistaken(let mistake):
      let range = range()
      // Written otherwise, as with entities, it is for its author to mend.
      let isAsWritten = source.bytes[range].elementsEqual(address.utf8)
      // An address that stands in the text itself is read, too: what it says is no link to a page of the site.
      let isShown = range.lowerBound == 0 || source.bytes[range.lowerBound - 1] != UInt8(ascii: "(")
      report(
        isImage ? .missingAttachment : mistake.kind, mistake.message, at: range, help: mistake.help,
        mend: isAsWritten && !(isShown && mistake.kind == .localAddress)
          ? mistake.meant.flatMap { source.mend("write `\($0)`", range, $0) } : nil)
      // Of a scheme that nobody knows, the words are published, whatever was meant.
      return WebAddress.risk(of: address) == .none ? .stays : .goes
    case .hidden(let path):
      report(
        .hiddenFile, "“\(path)” is hidden, and is not published", at: range(),
        help: "give the file a name that does not begin with a full stop, if readers are to have it")
      return .goes
    case .inSite(let target, let fragment):
      links.append(TextLink(target: target, fragment: fragment, isImage: isImage, range: range()))
      return .stays
    case .onHost(let path, let fragment):
      var link = TextLink(target: .site(path: path), fragment: fragment, isImage: isImage, range: range())
      link.isOutsideRoot = true
      links.append(link)
      return .stays
    case .text(let path, let suffix):
      let name = TextLink.named + path
      let fragment = LinkAddress.parts(of: suffix).fragment
      links.append(TextLink(target: .source(path: name), fragment: fragment, isImage: isImage, range: range()))
      return .becomes(TextLink.scheme + PercentEncoding.encoded(path: name) + suffix)
    case .file(let path, let suffix):
      let isComposed = address.utf8.starts(with: path.utf8) || address.utf8.contains(UInt8(ascii: "%"))
      return read(file: path, suffix, isImage: isImage, isAsWritten: isComposed, at: range())
    }
  }

  private mutating func read(
    file path: String, _ suffix: String, isImage: Bool, isAsWritten: Bool, at range: Range<Int>
  ) -> Verdict {
    let file = resolved(path)
    let fragment = LinkAddress.parts(of: suffix).fragment
    if !isImage, TextForm.isMarkdown(path) {
      // Where another issue is found is known only when all have been read.
      links.append(TextLink(target: .source(path: file), fragment: fragment, isImage: false, range: range))
      return .becomes(TextLink.scheme + PercentEncoding.encoded(path: file) + suffix)
    }
    if isImage, let ending = LinkReader.endingOfNoPicture(path) {
      report(
        .noPicture, "no browser shows a picture of a `.\(ending)` file", at: range,
        help: "take the exclamation mark away, so that it is a link")
    }
    let address = names.address(path, of: file)
    guard !address.isEmpty else { return .stays }
    links.append(
      TextLink(target: .attachment(path: file, address: address), fragment: fragment, isImage: isImage, range: range))
    return isAsWritten && address == path ? .stays : .becomes(PercentEncoding.encoded(path: address) + suffix)
  }

  /// The ending of a file that is surely no picture and no film.
  private static func endingOfNoPicture(_ path: String) -> String? {
    guard let dot = path.utf8.lastIndex(of: UInt8(ascii: ".")) else { return nil }
    let ending = path[path.utf8.index(after: dot)...].lowercased()
    return ["pdf", "md", "markdown", "doc", "docx", "xls", "xlsx", "odt", "ods", "ppt", "pptx", "zip", "txt", "csv"]
      .contains(ending) ? ending : nil
  }

  /// A path beside the source as one from the folder of the site; a leading `..` is kept where it leaves the folder.
  private func resolved(_ path: String) -> String {
    // Pelican counts from the folder of all texts.
    var parts = path.utf8.first == UInt8(ascii: "/") ? ["Content", "bulletins"] : folder
    for part in path.pathParts {
      switch part {
      case ".": continue
      case ".." where parts.last.map { $0 != ".." } ?? false: parts.removeLast()
      default: parts.append(part)
      }
    }
    return parts.joined(separator: "/")
  }

  private mutating func report(
    _ kind: DiagnosticKind, _ message: String, at range: Range<Int>, help: String, mend: Mend? = nil
  ) {
    diagnostics.append(Diagnostic(kind, message, at: source.location(range), help: help, mend: mend))
  }
}

extension MarkdownNode {
  /// Whether a picture stands in it, in Markdown or in HTML.
  fileprivate var showsPicture: Bool {
    children.contains { node in
      switch node.kind {
      case .image: true
      case .htmlInline:
        node.withLiteral { $0.firstOffset(of: "<img".utf8.span) != nil || $0.firstOffset(of: "<svg".utf8.span) != nil }
      default: node.showsPicture
      }
    }
  }
}

extension DiagnosticKind {
  static let noPicture = DiagnosticKind(
    "no-picture", .warning,
    "An image, `![words](file)`, is of a file that no browser shows as a picture: a document, a table, a text. Without the exclamation mark, it is a link to it."
  )
  static let dangerousLink = DiagnosticKind(
    "dangerous-link", .warning,
    "A link's scheme can run code or read files (`javascript:`, `vbscript:`, `file:`, and `data:` but for pictures that are no drawings), or is none that addresses for readers have. The words of the link are published without it."
  )
  static let emptyAddress = DiagnosticKind(
    "empty-address", .warning,
    "A link has no address: `[words]()`. Its words are published without it, since a browser would lead the reader to the page that shows it."
  )
  static let hiddenFile = DiagnosticKind(
    "hidden-file", .warning,
    "A link leads to a file whose name, or a folder's, begins with a full stop. Such files hold passwords and settings of programs; they are never published."
  )
  static let linkWithoutWords = DiagnosticKind(
    "link-without-words", .warning, "A link has nothing between its square brackets, so that no reader can follow it.")
  /// A picture that a tag of another engine asks for, and that is not there.
  public static let missingFigure = DiagnosticKind(
    "missing-figure", .warning,
    "A tag of another engine, such as `{{< figure … >}}`, shows an image that is not there. Its words are published. Copy the image beside the issue, or into `Content/static`, where the path begins with a slash; the first of a file is named."
  )
  /// What to do where such a picture is not there.
  public static let missingFigureHelp =
    "put the image beside the issue, or into Content/static where its path begins with a slash"
  /// A picture, or a file that goes with a text, that is not there.
  public static let missingAttachment = DiagnosticKind(
    "missing-attachment", .error,
    "A text shows an image that is not there: there is no such file, or nothing is published at its address. Put it beside the issue, or correct its path."
  )
}
