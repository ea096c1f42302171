import Text

/// Tags of components in Markdown of MDX, which are written as HTML is, with a capital: `<Support place="top" />`.
enum ComponentTag {
  /// The tags of a text, but for those in code.
  static func all(in text: Bytes) -> [EngineTag] {
    guard text.contains(UInt8(ascii: "<")) else { return [] }
    let lines = sourceLines(of: text, in: 0..<text.count)
    let isCode = CodeLines.fenced(text, lines)
    var tags: [EngineTag] = []
    var end = 0
    for (line, isCode) in zip(lines, isCode) where !isCode && line.upperBound > end {
      guard text[line].contains(UInt8(ascii: "<")) else { continue }
      let spans = CodeLines.spans(text, in: line)
      var at = max(line.lowerBound, end)
      while let open = text[at..<line.upperBound].firstIndex(of: UInt8(ascii: "<")) {
        at = open + 1
        if spans.contains(where: { $0.contains(open) }) { continue }
        guard tags.count < EngineTagBounds.most, let tag = EngineTag(componentIn: text, at: open) else { continue }
        tags.append(tag)
        end = tag.range.upperBound
        at = min(max(at, end), line.upperBound)
      }
    }
    return tags
  }
}

extension EngineTag {
  /// The tag of a component that opens at a byte; `nil` where none does, or it is never closed.
  init?(componentIn text: Bytes, at open: Int) {
    var start = open + 1
    let isClosing = start < text.count && text[start] == UInt8(ascii: "/")
    if isClosing { start += 1 }
    let word = text[min(start, text.count)...].prefix { $0.isASCIILetter || $0.isASCIIDigit || "._".utf8.contains($0) }
    guard let first = word.first, first.isASCIILetter, first & 0x20 == 0,
      let close = EngineTag.endOfComponent(in: text, from: word.endIndex)
    else { return nil }
    var inner = text[word.endIndex..<close]
    if inner.last == UInt8(ascii: "/") { inner.removeLast() }
    var words = TagWords(inner)
    self.init(
      .component, open..<close + 1, named: Array(word).string, isClosing: isClosing, words.arguments())
  }

  /// Where `>` stands outside of quotation marks and braces, in which anything may be.
  private static func endOfComponent(in text: Bytes, from start: Int) -> Int? {
    var quote: UInt8?
    var depth = 0
    for at in start..<min(text.count, start + 4096) {
      let byte = text[at]
      if let open = quote {
        if byte == open { quote = nil }
        continue
      }
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "'"): quote = byte
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"): depth -= 1
      case UInt8(ascii: ">") where depth <= 0: return at
      case UInt8(ascii: "<") where depth <= 0: return nil
      default: break
      }
    }
    return nil
  }
}
