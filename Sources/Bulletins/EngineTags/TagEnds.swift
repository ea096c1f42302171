import Text

/// Where tags of a text end that stand around others: found for all of them at once, since each may stand in others.
struct TagEnds {
  private var ends: [Int: Range<Int>] = [:]

  /// No ends.
  init() {}

  /// - Parameters:
  ///   - quoting: Tags between which others are meant to be seen, and what ends them.
  ///   - opens: Whether a tag stands around others.
  init(in text: Bytes, passing quoting: [String: String] = [:], where opens: (EngineTag) -> Bool) {
    var open: [EngineTag] = []
    var at = 0
    var skipping: String?
    while let place = EngineTag.firstOpening(in: text, from: at) {
      at = place + 1
      guard let tag = EngineTag(text, at: place), tag.form != .value else { continue }
      at = tag.range.upperBound
      if let end = skipping {
        if tag.name == end { skipping = nil }
      } else if tag.form == .statement, let end = quoting[tag.name] {
        skipping = end
      } else if tag.isEnd, let index = open.lastIndex(where: { $0.isEnded(by: tag) }) {
        ends[open[index].range.lowerBound] = tag.range
        // What was opened in it and not closed has no end.
        open.removeSubrange(index...)
      } else if !tag.isClosing, opens(tag) {
        open.append(tag)
      }
    }
  }

  /// The tag that ends what another one began; `nil` where none does.
  func end(of tag: EngineTag) -> Range<Int>? { ends[tag.range.lowerBound] }

  /// Whether a tag ends another one, or is ended by one.
  func has(_ tag: EngineTag) -> Bool { end(of: tag) != nil || ends.values.contains(tag.range) }
}

extension EngineTag {
  /// Whether it may end another one.
  var isEnd: Bool { isClosing || name.utf8.starts(with: "end".utf8) }

  /// Whether another tag is the end of this one: `{{< /photo >}}`, `{% endphoto %}`, `{% end %}`.
  fileprivate func isEnded(by other: EngineTag) -> Bool {
    guard form == other.form else { return false }
    return form == .shortcode
      ? other.isClosing && other.name == name : other.name == "end" + name || other.name == "end"
  }
}
