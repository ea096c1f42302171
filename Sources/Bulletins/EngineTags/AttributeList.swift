import Coding
import Text

/// A list of attributes, as kramdown and Python's `attr_list` have them: `.note #tides title="Tides at noon"`.
struct AttributeList: Equatable, Sendable {
  /// What a name is to be.
  struct Attribute: Equatable, Sendable {
    let name: String
    let value: String
  }

  private(set) var id: String?
  private(set) var classes: [String] = []
  private(set) var attributes: [Attribute] = []
  /// Words that stand alone: names of lists that are defined elsewhere, or what the engine is to do.
  private(set) var words: [String] = []

  /// `nil` for a text that is no such list.
  init?(_ text: ArraySlice<UInt8>) {
    var rest = text.drop(while: \.isASCIISpace)
    while let first = rest.first {
      if first == UInt8(ascii: ".") || first == UInt8(ascii: "#") {
        let name = AttributeList.name(rest.dropFirst())
        if name.isEmpty { return nil }
        if first == UInt8(ascii: "#") { id = Array(name).string } else { classes.append(Array(name).string) }
        rest = rest.dropFirst(name.count + 1)
        // `.wide.quiet` are two.
        if let next = rest.first, next == UInt8(ascii: ".") || next == UInt8(ascii: "#") { continue }
      } else {
        let name = AttributeList.name(rest)
        guard !name.isEmpty, name.first?.isASCIILetter == true else { return nil }
        rest = rest.dropFirst(name.count)
        if rest.first == UInt8(ascii: "=") {
          guard let value = AttributeList.value(&rest) else { return nil }
          add(Array(name).string.lowercased(), value)
        } else {
          words.append(Array(name).string)
        }
      }
      guard rest.first?.isASCIISpace ?? true else { return nil }
      rest = rest.drop(while: \.isASCIISpace)
    }
  }

  private mutating func add(_ name: String, _ value: String) {
    switch name {
    case "id": id = value
    case "class": classes += value.split(separator: " ").map(String.init)
    default: attributes.append(Attribute(name: name, value: value))
    }
  }

  /// Letters, digits, hyphens, underscores and colons.
  private static func name(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    text.prefix { $0.isASCIILetter || $0.isASCIIDigit || "-_:".utf8.contains($0) || $0 >= 0x80 }
  }

  /// What stands behind `=`, in quotation marks or without.
  private static func value(_ rest: inout ArraySlice<UInt8>) -> String? {
    rest = rest.dropFirst()
    guard let mark = rest.first else { return nil }
    if mark == UInt8(ascii: "\"") || mark == UInt8(ascii: "'") {
      rest = rest.dropFirst()
      guard let end = rest.firstIndex(of: mark) else { return nil }
      defer { rest = rest[(end + 1)...] }
      return Array(rest[..<end]).string
    }
    let word = rest.prefix { !$0.isASCIISpace }
    rest = rest.dropFirst(word.count)
    return Array(word).string
  }

  /// The list with those in the place of its words that they name; `nil` where one names nothing, or all of them together
  /// have more than any element is given.
  func resolved(_ known: [String: AttributeList]) -> AttributeList? {
    if words.isEmpty { return self }
    var list = self
    list.words = []
    for word in words {
      if AttributeList.orders.contains(word) {
        list.words.append(word)
      } else if let other = known[word] {
        list.id = list.id ?? other.id
        list.classes += other.classes
        list.attributes += other.attributes
      } else {
        return nil
      }
      if list.classes.count + list.attributes.count > AttributeList.most { return nil }
    }
    return list
  }

  private static let most = 100

  /// What kramdown does where one of these words stands.
  private static let orders: Set<String> = ["toc", "footnotes"]

  /// The value of an attribute; `nil` where it is not among them.
  func value(of name: String) -> String? { attributes.first { $0.name == name }?.value }

  /// Whether the contents of the text stand in the place of the block.
  var asksForContents: Bool { words.contains("toc") }

  /// Whether a heading is left out of the contents.
  var hidesFromContents: Bool { classes.contains("no_toc") }

  /// Whether a class is among them that only a style sheet knows.
  var givesLook: Bool { classes.contains { $0 != "no_toc" } }

  /// The id, where it is one that an address can name.
  var usableID: String? { id.flatMap { HeadingAttribute.isID($0) ? $0 : nil } }

  /// What an element keeps: all that says something to readers and can do nothing else.
  ///
  /// - Parameter names: Attributes of the element beside those that all have.
  func kept(_ names: Set<String> = [], withID: Bool = true) -> [Attribute] {
    var kept: [Attribute] = []
    if withID, let id = usableID { kept.append(Attribute(name: "id", value: id)) }
    if !classes.isEmpty { kept.append(Attribute(name: "class", value: classes.joined(separator: " "))) }
    var known: Set<String> = ["id", "class"]
    for attribute in attributes
    where AttributeList.everywhere.contains(attribute.name) || names.contains(attribute.name) {
      if known.insert(attribute.name).inserted { kept.append(attribute) }
    }
    return kept
  }

  private static let everywhere: Set<String> = ["title", "lang", "dir"]
}

extension [AttributeList.Attribute] {
  /// The tag of HTML that opens an element with them.
  func tag(_ name: String, isVoid: Bool = false) -> String {
    var tag = Bytes("<\(name)".utf8)
    for attribute in self {
      tag.append(contentsOf: " \(attribute.name)=\"".utf8)
      tag.append(escaping: attribute.value.utf8)
      tag.append(UInt8(ascii: "\""))
    }
    tag.append(contentsOf: (isVoid ? " />" : ">").utf8)
    return tag.string
  }
}
