import Text

/// Writes HTML anew from what a browser would understand of it: every element that is opened is closed, none is closed that
/// was not opened, and nothing but what is harmless is written.
struct HTMLWriter {
  private(set) var html = Bytes()
  /// In how many links the element at hand stands.
  private var links = 0

  /// A piece of HTML, written anew.
  static func rewritten(_ html: Bytes) -> Bytes {
    let tree = HTMLTree(html, in: .body)
    var writer = HTMLWriter()
    writer.html.reserveCapacity(html.count)
    for node in tree.root.children { writer.write(node) }
    return writer.html
  }

  private mutating func write(_ node: HTMLNode) {
    switch node.kind {
    case .text: node.withText { write(escaping: $0) }
    case .element: write(element: node)
    case .other: break
    }
  }

  private mutating func write(element: HTMLNode) {
    // One heading of the first level a page, and that is the title.
    let name = element.name == "h1" ? "h2" : element.name
    if HarmlessHTML.isSilent(name) { return }
    // A browser makes an empty paragraph of an end tag that ends none.
    if name == "p", element.tag == nil, element.children.isEmpty { return }
    let attributes = element.attributes
    if let address = HarmlessHTML.frameAddress(of: element) { return write(linkTo: address, titled: attributes) }
    guard element.isOfHTML, HarmlessHTML.allows(name) || HTMLWriter.isCheckbox(name, attributes) else {
      // The other forms of a picture are none without it.
      for child in element.children where name != "picture" || child.name != "source" { write(child) }
      return
    }
    html.append(UInt8(ascii: "<"))
    html.append(contentsOf: name.utf8)
    for attribute in attributes
    where HarmlessHTML.keeps(attribute, of: name) || name == "input" && HTMLWriter.ofCheckbox.contains(attribute.name) {
      html.append(UInt8(ascii: " "))
      html.append(contentsOf: attribute.name.utf8)
      if attribute.range.isEmpty, attribute.value.isEmpty { continue }
      html.append("=\"")
      write(escaping: attribute.value.utf8.span)
      html.append(UInt8(ascii: "\""))
    }
    if HTMLWriter.void.contains(name) {
      html.append(" />")
      return
    }
    html.append(UInt8(ascii: ">"))
    let children = element.children
    // A browser skips one line end there.
    if name == "pre", children.first?.withText({ $0.first == 0x0A }) ?? false { html.append(0x0A) }
    if name == "a" { links += 1 }
    for child in children { write(child) }
    if name == "a" { links -= 1 }
    html.append("</")
    html.append(contentsOf: name.utf8)
    html.append(UInt8(ascii: ">"))
  }

  /// A link in the place of a frame: nobody is followed there who only reads. In a link, which holds no other, its words.
  private mutating func write(linkTo address: String, titled attributes: [HTMLNode.Attribute]) {
    let title = attributes.first { $0.name == "title" }?.value.trimmed ?? ""
    let words = title.isEmpty ? address : title
    if links > 0 { return write(escaping: words.utf8.span) }
    html.append("<a href=\"")
    write(escaping: address.utf8.span)
    html.append("\">")
    write(escaping: words.utf8.span)
    html.append("</a>")
  }

  /// As libcmark-gfm does it.
  private mutating func write(escaping text: Span<UInt8>) {
    for index in text.indices {
      switch text[index] {
      case UInt8(ascii: "&"): html.append("&amp;")
      case UInt8(ascii: "<"): html.append("&lt;")
      case UInt8(ascii: ">"): html.append("&gt;")
      case UInt8(ascii: "\""): html.append("&quot;")
      default: html.append(text[index])
      }
    }
  }

  /// Whether it is the box that an item of a task list has, which nobody can fill in.
  private static func isCheckbox(_ name: String, _ attributes: [HTMLNode.Attribute]) -> Bool {
    name == "input" && attributes.contains { $0.name == "type" && $0.value == "checkbox" }
      && attributes.contains { $0.name == "disabled" }
  }

  private static let ofCheckbox: Set<String> = ["type", "checked", "disabled"]

  /// The elements that hold nothing and have no end tag.
  static let void: Set<String> = ["br", "col", "hr", "img", "input", "source", "wbr"]
}
