import CGumbo
import Glibc
import Text

/// A node of a tree of HTML: a reference that is valid as long as the tree is, on the thread that made it.
@safe
struct HTMLNode {
  /// What a node is.
  enum Kind {
    case element, text, other
  }

  /// An attribute of an element.
  struct Attribute {
    /// In small letters.
    let name: String
    /// With its character references replaced.
    let value: String
    /// Where the value stands in what was parsed, quotation marks included; empty for an attribute without one.
    let range: Range<Int>
    /// The same with the name before it.
    let whole: Range<Int>
  }

  private let pointer: UnsafePointer<GumboNode>
  private let start: UnsafePointer<CChar>?

  init(_ pointer: UnsafePointer<GumboNode>, text: UnsafePointer<CChar>?) {
    unsafe self.pointer = unsafe pointer
    unsafe start = unsafe text
  }

  /// What the node is.
  var kind: Kind {
    switch unsafe pointer.pointee.type {
    case GUMBO_NODE_ELEMENT, GUMBO_NODE_TEMPLATE: .element
    case GUMBO_NODE_TEXT, GUMBO_NODE_WHITESPACE, GUMBO_NODE_CDATA: .text
    default: .other
    }
  }

  /// The name of an element in small letters; empty for elements that the standard does not have.
  var name: String {
    guard kind == .element, let name = unsafe gumbo_normalized_tagname(pointer.pointee.v.element.tag) else { return "" }
    let known = unsafe String(cString: name)
    return known.isEmpty && isPicture ? "picture" : known
  }

  /// Whether it is a `picture`, which is younger than the library.
  private var isPicture: Bool {
    guard let tag, let start = unsafe start, tag.count > HTMLNode.picture.count else { return false }
    let written = (0...HTMLNode.picture.count).map { unsafe UInt8(bitPattern: start[tag.lowerBound + $0]) }
    guard zip(written, HTMLNode.picture).allSatisfy({ $0 | 0x20 == $1 | 0x20 }), let next = written.last else {
      return false
    }
    return next.isASCIISpace || next == UInt8(ascii: "/") || next == UInt8(ascii: ">")
  }

  private static let picture = Bytes("<picture".utf8)

  /// Whether an element is one of HTML itself, and not of a drawing or a formula in it.
  var isOfHTML: Bool {
    guard kind == .element else { return false }
    return unsafe pointer.pointee.v.element.tag_namespace == GUMBO_NAMESPACE_HTML
  }

  /// Where the element's start tag stands in what was parsed; `nil` for one that nobody wrote.
  var tag: Range<Int>? {
    guard kind == .element else { return nil }
    return unsafe range(of: pointer.pointee.v.element.original_tag)
  }

  /// Whether somebody wrote the end tag of an element.
  var hasEndTag: Bool {
    guard kind == .element else { return false }
    return unsafe pointer.pointee.v.element.original_end_tag.length > 0
  }

  /// The attributes of an element, in their order.
  var attributes: [Attribute] {
    guard kind == .element else { return [] }
    let vector = unsafe pointer.pointee.v.element.attributes
    return (0..<Int(unsafe vector.length)).compactMap { index in
      guard let attribute = unsafe vector.data[index]?.assumingMemoryBound(to: GumboAttribute.self).pointee else {
        return nil
      }
      let name = unsafe range(of: attribute.original_name) ?? 0..<0
      var value = unsafe range(of: attribute.original_value) ?? 0..<0
      // Of an attribute without a value, Gumbo says that the value is the name.
      if value.lowerBound <= name.lowerBound { value = 0..<0 }
      return unsafe Attribute(
        name: String(cString: attribute.name), value: String(cString: attribute.value), range: value,
        whole: name.lowerBound..<max(name.upperBound, value.upperBound))
    }
  }

  /// The nodes directly inside of an element.
  var children: [HTMLNode] {
    guard kind == .element else { return [] }
    let vector = unsafe pointer.pointee.v.element.children
    return (0..<Int(unsafe vector.length)).compactMap { index in
      unsafe vector.data[index].map { unsafe HTMLNode($0.assumingMemoryBound(to: GumboNode.self), text: start) }
    }
  }

  /// The bytes of a text, valid inside of `body`.
  func withText<Result>(_ body: (Span<UInt8>) -> Result) -> Result {
    guard kind == .text, let text = unsafe pointer.pointee.v.text.text else { return body(Span()) }
    return unsafe body(Span(_unsafeBytes: UnsafeRawBufferPointer(start: text, count: strlen(text))))
  }

  private func range(of piece: GumboStringPiece) -> Range<Int>? {
    guard let data = unsafe piece.data, let start = unsafe start, unsafe piece.length > 0 else { return nil }
    let offset = unsafe data - start
    return unsafe offset..<offset + Int(piece.length)
  }
}
