import Coding
import Diagnostics
import Markdown
import Text

/// Reads the addresses of links and images, finds the files that go with an issue, and notes what is dangerous.
struct LinkReader {
  let source: SourceFile
  private(set) var attachments: [TextOutline.Attachment] = []
  private(set) var sourceLinks: [TextOutline.SourceLink] = []
  private(set) var diagnostics: [Diagnostic] = []

  init(source: SourceFile) { self.source = source }

  /// Takes one link or image; a relative address that climbs is made one beside the page.
  mutating func read(_ node: MarkdownNode) {
    let address = node.address
    if WebAddress.risk(of: address) != .none {
      diagnostics.append(
        Diagnostic(
          .dangerousLink, "this link's address is not published", at: location(of: node),
          help: "link to an address that begins with `https:`, or to a place in the site"))
      // Also where raw HTML is allowed, and libcmark-gfm lets every address pass.
      node.setAddress("")
      return
    }
    guard let path = relativePath(address) else { return }
    let published = path.split(separator: "/").filter { $0 != ".." && $0 != "." }.joined(separator: "/")
    guard !published.isEmpty else { return }
    let suffix = address.firstIndex { $0 == "#" || $0 == "?" }.map { address[$0...] } ?? ""
    if published.hasSuffix(".md") || published.hasSuffix(".markdown") {
      // Where another issue is found is known only when all have been read.
      sourceLinks.append(TextOutline.SourceLink(path: resolved(path), location: location(of: node)))
      node.setAddress(TextOutline.SourceLink.scheme + PercentEncoding.encoded(path: resolved(path)) + suffix)
      return
    }
    if published != path { node.setAddress(PercentEncoding.encoded(path: published) + suffix) }
    attachments.append(
      TextOutline.Attachment(
        path: resolved(path), address: published, isImage: node.kind == .image, line: line(of: node)))
  }

  /// The path of the file that a relative address means, percent signs decoded; `nil` for other addresses.
  private func relativePath(_ address: String) -> String? {
    guard let first = address.utf8.first, first != UInt8(ascii: "/"), first != UInt8(ascii: "#"),
      first != UInt8(ascii: "?"), WebAddress.scheme(of: address.utf8.span) == nil
    else { return nil }
    let end = address.utf8.firstIndex { $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: "?") } ?? address.endIndex
    let written = String(address[..<end])
    let path = PercentEncoding.decoded(written) ?? written
    // A folder beside the issue is another page's address, no file.
    return path.isEmpty || path.hasSuffix("/") || path.hasSuffix("..") ? nil : path
  }

  /// A path beside the source as one from the folder of content; a leading `..` is kept where it leaves the folder.
  private func resolved(_ path: String) -> String {
    var parts = source.path.split(separator: "/").dropLast().map(String.init)
    for part in path.split(separator: "/") {
      switch part {
      case ".": continue
      case ".." where parts.last.map { $0 != ".." } ?? false: parts.removeLast()
      default: parts.append(String(part))
      }
    }
    return parts.joined(separator: "/")
  }

  /// The line of the paragraph around a link, since the link itself may stand in any line of it.
  private func line(of node: MarkdownNode) -> Int {
    var block = node
    while let parent = block.parent, block.kind != .paragraph, block.kind != .table, !block.isHeading { block = parent }
    let lines = block.lines
    for line in lines {
      if source.offset(of: node.address, in: source.range(ofLine: line)) != nil { return line }
    }
    return lines.lowerBound
  }

  private func location(of node: MarkdownNode) -> Location { source.location(of: node.address, onLine: line(of: node)) }
}

extension DiagnosticKind {
  static let dangerousLink = DiagnosticKind(
    "dangerous-link", .warning,
    "A link's scheme can run code or read files (`javascript:`, `vbscript:`, `file:`, and `data:` but for pictures that are no drawings). The link is published without its address."
  )
}
