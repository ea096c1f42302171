import Text

/// The runs of lines of a text that may be one block: up to a blank line, or one that begins a heading or an item. What
/// stands between fences is code, in which nothing is looked for.
struct TextBlocks {
  /// Calls `body` with the place of each block until it has an answer.
  static func first<Answer>(in text: Span<UInt8>, _ body: (Range<Int>) -> Answer?) -> Answer? {
    var blocks = TextBlocks()
    var at = 0
    while at < text.count {
      let end = text.endOfLine(from: at)
      let before = blocks.block
      blocks.add(text.extracting(at..<end), at: at)
      if let before, blocks.block?.lowerBound != before.lowerBound, let answer = body(before) { return answer }
      at = end + 1
    }
    return blocks.block.flatMap(body)
  }

  /// The block that the last line belongs to.
  private var block: Range<Int>?
  /// The sign that opened the code in which the last line stands, and how often it was there.
  private var fence: (byte: UInt8, count: Int)?

  private mutating func add(_ line: Span<UInt8>, at offset: Int) {
    let start = line.contentStart
    let content = line.extracting(start...)
    let whole = offset..<offset + line.count
    if let open = fence {
      if let close = TextBlocks.fence(content), close.byte == open.byte, close.count >= open.count { fence = nil }
      block = nil
    } else if content.isEmpty {
      block = nil
    } else if let open = TextBlocks.fence(content) {
      (fence, block) = (open, nil)
    } else if TextBlocks.begins(content) {
      block = whole
    } else {
      block = (block?.lowerBound ?? offset)..<whole.upperBound
    }
  }

  private static func fence(_ line: Span<UInt8>) -> (byte: UInt8, count: Int)? {
    guard let byte = line.first, byte == UInt8(ascii: "`") || byte == UInt8(ascii: "~") else { return nil }
    let count = line.indices.first { line[$0] != byte } ?? line.count
    // Backticks with others behind them in the line are code in a text.
    if byte == UInt8(ascii: "`"), line.firstOffset(of: byte, from: count) != nil { return nil }
    return count >= 3 ? (byte, count) : nil
  }

  /// Whether a line begins a heading or an item.
  private static func begins(_ line: Span<UInt8>) -> Bool {
    var at = 0
    switch line[0] {
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"): at = 1
    case UInt8(ascii: "#"): while at < line.count, line[at] == UInt8(ascii: "#") { at += 1 }
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      while at < line.count, line[at].isASCIIDigit { at += 1 }
      guard at < line.count, line[at] == UInt8(ascii: ".") || line[at] == UInt8(ascii: ")") else { return false }
      at += 1
    default: return false
    }
    return at >= line.count || line[at] == 0x20 || line[at] == 0x09
  }
}
