import Text

/// Bounds of what stands in one paragraph or another block with text: the parser looks at the rest of the block for what
/// closes each sign that opens something, or copies it.
struct BlockBounds {
  /// Links, images and notes of a block: each looks back for where it begins.
  private static let mostBrackets = 2_000
  /// Bytes that are looked at or copied for all signs of the text together.
  private static let mostSteps = 100_000_000
  /// Brackets in one address.
  private static let mostParentheses = 2_000

  static func firstExcess(in text: Span<UInt8>) -> Excess? {
    guard isSuspicious(text) else { return nil }
    var bounds = BlockBounds()
    return TextBlocks.first(in: text) { block in
      bounds.excess(of: text.extracting(block)).map { words in
        Excess(kind: .amount, words: words, range: block.lowerBound..<text.endOfLine(from: block.lowerBound))
      }
    }
  }

  /// Whether the text as a whole has so many of a sign that its blocks may have too many.
  private static func isSuspicious(_ text: Span<UInt8>) -> Bool {
    func has(_ byte: UInt8, moreThan most: Int) -> Bool { text.count(of: byte, upTo: most) > most }
    let most = mostSteps / text.count
    return has(UInt8(ascii: "]"), moreThan: mostBrackets) || has(UInt8(ascii: "<"), moreThan: most)
      || has(UInt8(ascii: "@"), moreThan: most) || has(UInt8(ascii: ":"), moreThan: most)
      || has(UInt8(ascii: ")"), moreThan: mostParentheses) || has(UInt8(ascii: "("), moreThan: mostParentheses)
  }

  private var steps = 0

  /// What the next block has too much of.
  private mutating func excess(of block: Span<UInt8>) -> String? {
    if block.count(of: UInt8(ascii: "]"), upTo: BlockBounds.mostBrackets) > BlockBounds.mostBrackets {
      return "a paragraph with so many brackets"
    }
    if isTooMuch(openers(in: block), in: block) { return "a paragraph with so many comments that may not end" }
    if isTooMuch(block.count(of: UInt8(ascii: "@"), upTo: block.count), in: block) {
      return "a paragraph with so many e-mail addresses"
    }
    return addressExcess(in: block)
  }

  /// Takes note of signs in a part of the text; whether that makes too many.
  private mutating func isTooMuch(_ signs: Int, in part: Span<UInt8>) -> Bool {
    steps += signs * part.count
    return steps > BlockBounds.mostSteps
  }

  /// How many signs there are that open a comment or an instruction.
  private func openers(in block: Span<UInt8>) -> Int {
    var (count, at) = (0, 0)
    while let open = block.firstOffset(of: UInt8(ascii: "<"), from: at) {
      at = open + 1
      if at < block.count, block[at] == UInt8(ascii: "?") || block[at] == UInt8(ascii: "!") { count += 1 }
    }
    return count
  }

  /// What addresses without blanks between them have too much of: each is looked for up to the next blank.
  private mutating func addressExcess(in block: Span<UInt8>) -> String? {
    var start = 0
    while start < block.count {
      var end = start
      var (beginnings, brackets) = (0, 0)
      while end < block.count, !block[end].isASCIISpace {
        switch block[end] {
        case UInt8(ascii: "/") where end > start + 1 && block[end - 1] == UInt8(ascii: ":"): beginnings += 1
        case UInt8(ascii: ".") where end > start + 2 && block[end - 1] == w && block[end - 2] == w: beginnings += 1
        case UInt8(ascii: "("), UInt8(ascii: ")"): brackets += 1
        default: break
        }
        end += 1
      }
      if beginnings > 0, brackets > BlockBounds.mostParentheses { return "an address with so many round brackets" }
      if beginnings > 1, isTooMuch(beginnings, in: block.extracting(start..<end)) {
        return "so many addresses without a blank between them"
      }
      start = end + 1
    }
    return nil
  }
}

private let w = UInt8(ascii: "w")
