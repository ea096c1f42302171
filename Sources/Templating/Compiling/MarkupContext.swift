import Text

/// Where in the markup of a page a part of a template stands, as far as its text tells: it decides how a value is printed.
struct MarkupContext: Equatable {
  private enum State: Equatable {
    case text, comment, tagName, insideTag, attributeName, beforeValue
    /// In a value; the byte is the quotation mark, or zero.
    case value(UInt8)
    /// In an element whose content is no markup.
    case script, style
  }

  private var state = State.text
  private var element = Bytes()
  private var attribute = Bytes()
  /// Whether nothing was written of the value yet.
  private var valueIsEmpty = true

  /// How a value is printed here.
  var mode: PrintMode {
    switch state {
    case .script: .script
    case .beforeValue, .value: isURLAttribute && valueIsEmpty ? .url : .markup
    default: .markup
    }
  }

  /// Whether a value that is printed here is not enclosed in quotation marks, so that a blank in it would end it.
  var needsQuotes: Bool { state == .beforeValue || state == .value(0) }

  private static let urlAttributes: Set<String> = [
    "href", "src", "action", "formaction", "poster", "cite", "data", "background", "xlink:href", "manifest", "ping",
  ]

  private var isURLAttribute: Bool { MarkupContext.urlAttributes.contains(attribute.string) }

  /// Goes on over a printed value.
  mutating func advanceOverValue() {
    if state == .beforeValue { state = .value(0) }
  }

  /// Goes on over text of a template.
  mutating func advance(over text: ArraySlice<UInt8>) {
    var at = text.startIndex
    while at < text.endIndex { at += step(text, at) }
  }

  /// Reads one byte, or a mark of several; the result is how many.
  private mutating func step(_ text: ArraySlice<UInt8>, _ at: Int) -> Int {
    let byte = text[at]
    switch state {
    case .text: return stepInText(text, at)
    case .comment:
      guard text[at...].starts(with: "-->".utf8) else { return 1 }
      state = .text
      return 3
    case .script: return leave("</script", text, at)
    case .style: return leave("</style", text, at)
    case .tagName:
      if byte == UInt8(ascii: ">") { return endTag() }
      if byte.isASCIISpace || byte == UInt8(ascii: "/") {
        state = .insideTag
      } else {
        element.append(byte | 0x20)
      }
    case .insideTag, .attributeName:
      if byte == UInt8(ascii: ">") { return endTag() }
      if byte == UInt8(ascii: "=") {
        state = .beforeValue
        valueIsEmpty = true
      } else if byte.isASCIISpace || byte == UInt8(ascii: "/") {
        // A slash parts attributes as a blank does.
        state = .insideTag
      } else {
        if state == .insideTag { attribute = [] }
        state = .attributeName
        attribute.append(byte.isASCIILetter ? byte | 0x20 : byte)
      }
    case .beforeValue:
      if byte == UInt8(ascii: ">") { return endTag() }
      if byte.isASCIISpace { return 1 }
      let isQuote = byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
      state = .value(isQuote ? byte : 0)
      valueIsEmpty = isQuote
    case .value(let quote):
      if quote == 0, byte == UInt8(ascii: ">") { return endTag() }
      if quote == 0 ? byte.isASCIISpace : byte == quote {
        state = .insideTag
      } else {
        valueIsEmpty = false
      }
    }
    return 1
  }

  private mutating func stepInText(_ text: ArraySlice<UInt8>, _ at: Int) -> Int {
    guard text[at] == UInt8(ascii: "<"), at + 1 < text.endIndex else { return 1 }
    if text[at...].starts(with: "<!--".utf8) {
      state = .comment
      return 4
    }
    if text[at + 1].isASCIILetter || text[at + 1] == UInt8(ascii: "/") {
      state = .tagName
      element = []
    }
    return 1
  }

  private mutating func endTag() -> Int {
    state = element == Bytes("script".utf8) ? .script : element == Bytes("style".utf8) ? .style : .text
    return 1
  }

  private mutating func leave(_ mark: String, _ text: ArraySlice<UInt8>, _ at: Int) -> Int {
    let here = text[at...].prefix(mark.utf8.count).map { $0.isASCIILetter ? $0 | 0x20 : $0 }
    guard here.elementsEqual(mark.utf8) else { return 1 }
    state = .tagName
    element = Bytes("/".utf8)
    return mark.utf8.count
  }
}
