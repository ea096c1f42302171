import Coding
import Text

/// The HTML in Markdown that passes unless a site allows all: what marks text up, and neither runs, loads a page, nor
/// changes what stands around it.
public enum HarmlessHTML {
  /// Elements of one kind, for the guide for editors.
  public struct Group: Sendable {
    /// What the elements are for.
    public let purpose: String
    /// Their names, with the attributes that each may have beside `everywhere`.
    public let elements: [(name: String, attributes: [String])]
  }

  /// All elements that pass.
  public static let groups: [Group] = [
    Group(
      purpose: "words",
      elements: [
        ("abbr", []), ("acronym", []), ("b", []), ("bdi", []), ("bdo", []), ("big", []), ("br", ["clear"]),
        ("cite", []), ("code", []), ("data", ["value"]), ("del", ["cite", "datetime"]), ("dfn", []), ("em", []),
        ("font", ["color", "face", "size"]), ("i", []), ("ins", ["cite", "datetime"]), ("kbd", []), ("mark", []),
        ("meter", ["high", "low", "max", "min", "optimum", "value"]), ("progress", ["max", "value"]),
        ("q", ["cite"]), ("rp", []), ("rt", []), ("ruby", []), ("s", []), ("samp", []), ("small", []), ("span", []),
        ("strike", []), ("strong", []), ("sub", []), ("sup", []), ("time", ["datetime"]), ("tt", []), ("u", []),
        ("var", []), ("wbr", []),
      ]),
    Group(
      purpose: "blocks",
      elements: [
        ("address", []), ("article", []), ("aside", []), ("blockquote", ["cite"]), ("center", []), ("dd", []),
        ("details", ["open"]), ("div", ["align"]), ("dl", ["compact"]), ("dt", []), ("figcaption", []),
        ("figure", []), ("footer", []), ("h1", ["align"]), ("h2", ["align"]), ("h3", ["align"]), ("h4", ["align"]),
        ("h5", ["align"]), ("h6", ["align"]), ("header", []), ("hr", ["align", "noshade", "size", "width"]),
        ("li", ["type", "value"]), ("ol", ["compact", "reversed", "start", "type"]), ("p", ["align"]),
        ("pre", ["width"]), ("section", []), ("summary", []), ("ul", ["compact", "type"]),
      ]),
    Group(
      purpose: "tables",
      elements: [
        ("caption", ["align"]), ("col", ["align", "span", "valign", "width"]),
        ("colgroup", ["align", "span", "valign", "width"]),
        ("table", ["align", "bgcolor", "border", "cellpadding", "cellspacing", "summary", "width"]),
        ("tbody", ["align", "valign"]), ("td", cell), ("tfoot", ["align", "valign"]), ("th", cell),
        ("thead", ["align", "valign"]), ("tr", ["align", "bgcolor", "valign"]),
      ]),
    Group(
      purpose: "links, pictures, sound",
      elements: [
        ("a", ["download", "href", "hreflang", "name", "rel", "target", "type"]),
        ("audio", ["controls", "loop", "muted", "preload", "src"]),
        (
          "img",
          ["align", "alt", "border", "decoding", "height", "hspace", "loading", "src", "vspace", "width"]
        ),
        ("source", ["src", "type"]),
        ("video", ["controls", "height", "loop", "muted", "poster", "preload", "src", "width"]),
      ]),
  ]

  private static let cell = [
    "abbr", "align", "bgcolor", "colspan", "headers", "height", "nowrap", "rowspan", "scope", "valign", "width",
  ]

  /// The attributes that every element may have, beside those that begin with `aria-` and `data-`.
  public static let everywhere = ["class", "dir", "hidden", "id", "lang", "role", "title", "translate"]

  /// The attributes whose values are addresses.
  static let addresses: Set<String> = ["href", "src", "poster", "cite"]

  private static let attributes: [String: Set<String>] = {
    var table: [String: Set<String>] = [:]
    for group in groups {
      for element in group.elements { table[element.name] = Set(element.attributes + everywhere) }
    }
    return table
  }()

  /// Why a piece of HTML does not pass.
  public enum Refusal: Sendable, Equatable {
    /// HTML has no such element: it is text with pointed brackets, which nobody need be told of.
    case noElement
    /// The element with this name.
    case element(String)
    /// The attribute with this name runs a program; the element is published without it.
    case handler(String)
    /// The element with this name shows readers no words, and is left out.
    case silent(String)
    /// The element with this name, of which only what it holds is published.
    case wordsOnly(String)
    /// The style of an element, which is published without it.
    case style
    /// A frame, in the place of which a link is published.
    case frame
    /// The element with this name is opened and not closed where it stands.
    case unclosed(String)
    /// A declaration, or an instruction for another program.
    case instruction
    /// Elements stand inside each other deeper than anybody means.
    case depth

    /// Whether all else of the element is published.
    var isLoss: Bool {
      switch self {
      case .style, .frame, .handler, .silent, .wordsOnly: true
      case .noElement, .element, .unclosed, .instruction, .depth: false
      }
    }
  }

  /// Why an element does not pass; `nil` for a harmless one. What it holds is not looked at.
  static func refusal(of element: HTMLNode) -> Refusal? {
    let name = element.name
    if name.isEmpty { return .noElement }
    guard element.isOfHTML, allows(name) || isLookedThrough(name) || frameAddress(of: element) != nil else {
      return .element(name)
    }
    return nil
  }

  /// What of an element that passes is not published as it is, and said all the same.
  static func loss(of element: HTMLNode) -> Refusal? {
    if element.name == "iframe" { return .frame }
    if let handler = element.attributes.first(where: { $0.name.utf8.starts(with: "on".utf8) }) {
      return .handler(handler.name)
    }
    return element.attributes.contains { $0.name == "style" && !isAlignment($0.value) } ? .style : nil
  }

  /// Whether elements with a name show readers no words: programs, styles, drawings, and what only machines read.
  static func isSilent(_ name: String) -> Bool { silent.contains(name) }

  private static let silent: Set<String> = ["base", "link", "meta", "script", "style", "svg"]

  /// Whether only what elements with a name hold is published, and nothing is lost by that: what is said to those who run
  /// no programs, and a picture of which browsers choose a form.
  static func isLookedThrough(_ name: String) -> Bool { lookedThrough.contains(name) }

  private static let lookedThrough: Set<String> = ["noscript", "picture"]

  /// Where a frame leads that shows another page; `nil` for other elements.
  static func frameAddress(of element: HTMLNode) -> String? {
    guard element.isOfHTML, element.name == "iframe" else { return nil }
    let address = element.attributes.first { $0.name == "src" }?.value.trimmed ?? ""
    let isOfWeb = ["https://", "http://", "//"].contains { address.lowercased().utf8.starts(with: $0.utf8) }
    return isOfWeb && WebAddress.risk(of: address) == .none ? address : nil
  }

  /// Whether elements with a name pass.
  static func allows(_ name: String) -> Bool { attributes[name] != nil }

  /// Whether an attribute is written into the page. Others say nothing to a reader, and are left out.
  static func keeps(_ attribute: HTMLNode.Attribute, of element: String) -> Bool {
    let name = attribute.name
    if name == "style" { return isAlignment(attribute.value) }
    guard name.utf8.starts(with: "aria-".utf8) || name.utf8.starts(with: "data-".utf8) || isListed(name, of: element),
      name.utf8.allSatisfy({ $0.isASCIILetter || $0.isASCIIDigit || $0 == UInt8(ascii: "-") })
    else { return false }
    return !addresses.contains(name) || WebAddress.risk(of: attribute.value) == .none
  }

  private static func isListed(_ name: String, of element: String) -> Bool {
    attributes[element]?.contains(name) ?? false
  }

  /// How libcmark-gfm writes the columns of tables: a style that says on which side text stands, and nothing else.
  private static func isAlignment(_ style: String) -> Bool {
    let words = style.split { " :;".contains($0) }
    return words.count == 2 && words[0] == "text-align" && ["left", "right", "center", "justify"].contains(words[1])
  }
}
