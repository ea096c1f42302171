import CCmarkGFM
import Coding
import Text

/// An address in raw HTML.
public struct HTMLAddress: Sendable {
  /// The address, with its character references replaced.
  public let address: String
  /// Whether a picture, a sound or a film lies there, which the page shows.
  public let isShown: Bool
  /// Where it stands in the HTML of its node, quotation marks included.
  public let range: Range<Int>
  /// The same with the attribute's name.
  let attribute: Range<Int>
  /// The line of the source on which it stands.
  public let line: Int
}

extension MarkdownNode {
  /// The addresses in a node of raw HTML, and the places in it that links can lead to.
  public var htmlReferences: (addresses: [HTMLAddress], ids: [String]) {
    let html = Bytes(literal.utf8)
    let tree = HTMLTree(html, in: .anywhere)
    var addresses: [HTMLAddress] = []
    var ids: [String] = []
    // Nearly all tags come in their order, so that each line is counted once.
    let start = (offset: 0, line: lines.lowerBound)
    var counted = start
    func line(of offset: Int) -> Int {
      if offset < counted.offset { counted = start }
      counted = (offset, counted.line + html[counted.offset..<offset].count { $0 == 0x0A })
      return counted.line
    }
    func look(_ node: HTMLNode) {
      for child in node.children where child.kind == .element {
        let name = child.name
        for attribute in child.attributes {
          if attribute.name == "id" || attribute.name == "name" && name == "a" { ids.append(attribute.value) }
          guard HarmlessHTML.addresses.contains(attribute.name), !attribute.range.isEmpty else { continue }
          addresses.append(
            HTMLAddress(
              address: attribute.value.trimmed, isShown: attribute.name == "src" || attribute.name == "poster",
              range: attribute.range, attribute: attribute.whole, line: line(of: attribute.range.lowerBound)))
        }
        look(child)
      }
    }
    look(tree.root)
    return (addresses, ids)
  }

  /// Puts other addresses in the place of those of raw HTML; where there is none, the attribute goes.
  public func replace(_ addresses: [(HTMLAddress, with: String?)]) {
    var html = Bytes(literal.utf8)
    for (address, new) in addresses.sorted(by: { $0.0.range.lowerBound > $1.0.range.lowerBound }) {
      guard let new else {
        html.removeSubrange(address.attribute)
        continue
      }
      var value = Bytes("\"".utf8)
      value.append(escaping: new.utf8)
      value.append(UInt8(ascii: "\""))
      html.replaceSubrange(address.range, with: value)
    }
    setLiteral(html.string)
  }

  /// Whether the node is a comment of HTML, which nobody was to see.
  var isHTMLComment: Bool {
    let text = literal.trimmed
    return text.hasPrefix("<!--") && text.hasSuffix("-->") && !text.dropFirst(4).dropLast(3).contains("-->")
  }

  /// Shows raw HTML as the text that it is.
  func turnIntoText() {
    if kind == .htmlBlock {
      var html = Bytes("<pre class=\"raw-html\"><code>".utf8)
      html.append(escaping: literal.utf8)
      html.append(contentsOf: "</code></pre>\n".utf8)
      replace(withHTML: html)
    } else {
      insertBefore(text: literal)
      remove()
    }
  }
}
