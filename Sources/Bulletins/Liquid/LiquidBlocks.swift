import Text

/// Where the tags of Liquid in a text that stand around words begin, part and end: found for all of them at once, since
/// each may stand in others.
struct LiquidBlocks {
  /// What stands between a tag and its end.
  struct Block {
    /// The first tag, and those that begin another part: `elsif`, `else`, `when`.
    fileprivate(set) var parts: [EngineTag]
    /// The last tag.
    let end: Range<Int>

    /// All of it.
    var range: Range<Int> { parts[0].range.lowerBound..<end.upperBound }
  }

  private var blocks: [Int: Block] = [:]

  /// - Parameters:
  ///   - text: What stands in code of it is only shown.
  ///   - passed: What ends the tags whose contents are passed over, by their names.
  init(in text: Bytes, passing passed: [String: String]) {
    var code = CodePlaces(in: text)
    var open: [[EngineTag]] = []
    var at = 0
    var skipping: String?
    while let place = EngineTag.firstOpening(in: text, from: at) {
      at = place + 1
      guard let tag = EngineTag(text, at: place), tag.form == .statement else { continue }
      at = tag.range.upperBound
      if let end = skipping {
        if tag.name == end { skipping = nil }
      } else if let end = passed[tag.name] {
        skipping = end
      } else if code.has(place) {
        continue
      } else if LiquidBlocks.names.contains(tag.name) {
        open.append([tag])
      } else if LiquidBlocks.dividing.contains(tag.name) {
        if !open.isEmpty { open[open.count - 1].append(tag) }
      } else if tag.isEnd, let index = open.lastIndex(where: { "end" + $0[0].name == tag.name }) {
        blocks[open[index][0].range.lowerBound] = Block(parts: open[index], end: tag.range)
        // What was opened in it and not closed has no end.
        open.removeSubrange(index...)
      }
    }
  }

  /// The block that a tag begins; `nil` where it has no end.
  func block(of tag: EngineTag) -> Block? { blocks[tag.range.lowerBound] }

  /// The tags that stand around words.
  static let names: Set<String> = ["if", "unless", "case", "for", "capture"]
  private static let dividing: Set<String> = ["elsif", "else", "when"]
}
