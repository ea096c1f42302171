import Coding
import Text

/// A page as a browser prints it from a folder: what it loads is found beside it, and where its links lead does not depend
/// on the folder.
public struct PrintablePage: Sendable {
  /// The page.
  public private(set) var html = Bytes()
  /// The files that it loads, by their paths in the published folder.
  public private(set) var loads: [String] = []
  private let page: PagePath
  private let address: SiteAddress

  /// Makes a published page printable.
  public init(_ html: Bytes, at page: PagePath, of settings: SiteSettings, on paper: PaperSize) {
    self.page = page
    address = settings.address
    self.html.reserveCapacity(html.count + 4_096)
    rewrite(html)
    insert("<style>@page { size: \(paper.rawValue) }</style>", before: "</head>")
  }

  private static let policy = Bytes("http-equiv=\"Content-Security-Policy\"".utf8)

  private mutating func rewrite(_ text: Bytes) {
    var at = 0
    while let open = text.span.firstOffset(of: UInt8(ascii: "<"), from: at) {
      html += text[at..<open]
      at = open
      var end = open + 1
      while end < text.count, text[end].isASCIILetter { end += 1 }
      let name = Array(text[open + 1..<end]).string.lowercased()
      html += text[open..<end]
      at = end
      guard !name.isEmpty else {
        html.append(contentsOf: text[end..<min(end + 1, text.count)])
        at = min(end + 1, text.count)
        continue
      }
      at = rewriteAttributes(of: name, in: text, from: end)
      // What stands in a script is no markup.
      if name == "script" || name == "style" {
        let close = text.firstOffset(of: Bytes("</\(name)".utf8), from: at) ?? text.count
        html += text[at..<close]
        at = close
      }
    }
    html += text[at...]
  }

  /// Copies the rest of a tag with its addresses changed.
  ///
  /// - Returns: The first byte behind it.
  private mutating func rewriteAttributes(of tag: String, in text: Bytes, from start: Int) -> Int {
    var at = start
    while at < text.count, text[at] != UInt8(ascii: ">") {
      if text.has(PrintablePage.policy, at: at) {
        // The origin that it allows is not the folder's.
        html.append(contentsOf: "name=\"policy\"".utf8)
        at += PrintablePage.policy.count
        continue
      }
      guard text[at] == UInt8(ascii: "\"") else {
        html.append(text[at])
        at += 1
        continue
      }
      let end = text.span.firstOffset(of: UInt8(ascii: "\""), from: at + 1) ?? text.count
      let value = Array(text[at + 1..<end])
      if isChoice {
        // Paper has room for the whole picture, whose address stands beside those of its copies.
        html += Bytes("\"\"".utf8)
        at = min(end + 1, text.count)
        continue
      }
      html.append(UInt8(ascii: "\""))
      html += changed(value, of: tag)
      html.append(UInt8(ascii: "\""))
      at = min(end + 1, text.count)
    }
    return at
  }

  /// The value of the attribute at the end of what is written.
  private mutating func changed(_ value: Bytes, of tag: String) -> Bytes {
    guard isAddress, let first = value.first, first != UInt8(ascii: "#"),
      WebAddress.scheme(of: value.span) == nil, !value.starts(with: "//".utf8)
    else { return value }
    let root = Bytes(address.root.utf8)
    let isWhole = first == UInt8(ascii: "/")
    if tag == "a" || tag == "area" {
      return Bytes(address.origin.utf8) + (isWhole ? value : root + Bytes(page.description.utf8) + value)
    }
    guard !isWhole || value.starts(with: root) else { return value }
    let path = isWhole ? Array(value.dropFirst(root.count)) : Bytes(page.description.utf8) + value
    let file = path.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
    if let name = PercentEncoding.decoded(Array(file).string).flatMap(PagePath.init) { loads.append(name.file) }
    if !isWhole { return value }
    let climb = page.description.utf8.count { $0 == UInt8(ascii: "/") }
    return Bytes(String(repeating: "../", count: climb).utf8) + path
  }

  /// Whether what is written ends in the name of an attribute that is an address.
  private var isAddress: Bool {
    ["href=\"", "src=\"", "poster=\""].contains { html.suffix($0.utf8.count).elementsEqual($0.utf8) }
  }

  /// Whether what is written ends in the name of an attribute that offers several pictures.
  private var isChoice: Bool { html.suffix(PrintablePage.choice.count).elementsEqual(PrintablePage.choice) }

  private static let choice = Bytes(" srcset=".utf8)

  private mutating func insert(_ text: String, before mark: String) {
    guard let at = html.firstOffset(of: Bytes(mark.utf8), from: 0) else { return }
    html.insert(contentsOf: text.utf8, at: at)
  }
}
