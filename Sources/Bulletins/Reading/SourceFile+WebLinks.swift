import Diagnostics
import Markdown
import Text

/// A place of a text that leads to another site.
public struct WebLink: Sendable {
  /// The address as a browser gets it.
  public let address: String
  /// Where it stands.
  public let range: Range<Int>
}

extension SourceFile {
  /// The links and images of an issue or a standing page that lead to other sites, in titles, texts and raw HTML; nothing
  /// where the file can't be read.
  public func webLinks(_ options: ReadingOptions) -> [WebLink] {
    guard bytes.span.firstOffset(of: "//".utf8.span, from: 0) != nil else { return [] }
    do throws(OpenedSource.Refusal) {
      let file = try OpenedSource(self, options)
      let nodes = BodyNodes(file.document.root)
      var place = LinkPlace(in: self)
      let home = HomeAddress(options.home)
      var links = nodes.links.compactMap { node -> WebLink? in
        let address = node.address
        guard WebLink.leadsElsewhere(address, home) else { return nil }
        return WebLink(address: address, range: place.range(of: address, of: node))
      }
      for node in nodes.html {
        let html = Bytes(node.literal.utf8)
        for address in node.htmlReferences.addresses where WebLink.leadsElsewhere(address.address, home) {
          links.append(WebLink(address: address.address, range: place.range(of: address, in: html)))
        }
      }
      return links
    } catch {
      return []
    }
  }
}

extension WebLink {
  fileprivate static func leadsElsewhere(_ address: String, _ home: HomeAddress) -> Bool {
    guard HostAndPath(ofWeb: address) != nil, case .elsewhere = LinkAddress(address, home: home) else { return false }
    return true
  }
}
