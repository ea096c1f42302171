import Coding
import Text

/// What a tag of another engine means to a reader.
enum TagMeaning: Equatable {
  /// Words, or a part of an address.
  case text(String)
  /// The address of another text.
  case address(String)
  /// Elements of HTML, with text between them.
  case markup([Piece])
  /// It prints nothing.
  case nothing
  /// Nobody knows. It stands where an address is, which ends at a blank unless it is taken for one.
  case unknown
  /// The text of another file, as HTML.
  case included(Bytes)
  /// What a site's own template makes, which is trusted as its other templates are.
  case template(Bytes)
  /// What stands before it gets attributes.
  case attributes(AttributeList)

  /// A part of markup.
  enum Piece: Equatable {
    case tag(String)
    case text(String)
  }

  /// The address of the picture that it shows; `nil` where it shows none, or has signs that are escaped in HTML.
  var picture: String? {
    guard case .markup(let pieces) = self else { return nil }
    for case .tag(let tag) in pieces where tag.hasPrefix("<img src=\"") {
      let address = tag.dropFirst(10).prefix { $0 != "\"" }
      return address.isEmpty || address.contains("&") ? nil : String(address)
    }
    return nil
  }

  /// Whether a template makes it.
  var isOfTemplate: Bool { if case .template = self { true } else { false } }

  /// The markup as a block of HTML.
  var html: Bytes {
    guard case .markup(let pieces) = self else { return [] }
    var html = Bytes()
    for piece in pieces {
      switch piece {
      case .tag(let tag): html.append(contentsOf: tag.utf8)
      case .text(let text): html.append(escaping: text.utf8)
      }
    }
    return html
  }

  /// HTML that is one paragraph, without the paragraph's tags; `nil` for other HTML.
  static func inline(_ html: Bytes) -> Bytes? {
    var inner = html[...]
    while let last = inner.last, last.isASCIISpace { inner.removeLast() }
    guard inner.starts(with: "<p>".utf8), inner.suffix(4).elementsEqual("</p>".utf8) else { return nil }
    let content = Array(inner.dropFirst(3).dropLast(4))
    return content.firstOffset(of: Bytes("<p>".utf8)) == nil ? content : nil
  }

  /// A tag of HTML with attributes; those without a value are left out.
  static func tag(_ name: String, _ attributes: KeyValuePairs<String, String?>, isVoid: Bool = false) -> Piece {
    var tag = Bytes("<\(name)".utf8)
    for (name, value) in attributes {
      guard let value else { continue }
      tag.append(contentsOf: " \(name)=\"".utf8)
      tag.append(escaping: value.utf8)
      tag.append(UInt8(ascii: "\""))
    }
    tag.append(contentsOf: (isVoid ? " />" : ">").utf8)
    return .tag(tag.string)
  }

  /// A link with words.
  static func link(_ address: String, _ words: String) -> TagMeaning {
    .markup([tag("a", ["href": address]), .text(words), .tag("</a>")])
  }
}
