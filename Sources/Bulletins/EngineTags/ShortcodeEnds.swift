import Text

/// Where the shortcodes of a text end for which the site has templates: found for all of them at once, since each may stand
/// in others.
struct ShortcodeEnds {
  private var ends: [Int: Range<Int>] = [:]

  init(in text: Bytes, of shortcodes: ShortcodeTemplates?) {
    guard let names = shortcodes?.paths else { return }
    var open: [EngineTag] = []
    var at = 0
    while let place = EngineTag.firstOpening(in: text, from: at) {
      at = place + 1
      guard let tag = EngineTag(text, at: place), tag.form != .value else { continue }
      at = tag.range.upperBound
      if tag.isEnd, let index = open.lastIndex(where: { $0.isEnded(by: tag) }) {
        ends[open[index].range.lowerBound] = tag.range
        // What was opened in it and not closed has no end.
        open.removeSubrange(index...)
      } else if !tag.isClosing, names[tag.name] != nil {
        open.append(tag)
      }
    }
  }

  /// The tag that ends what another one began; `nil` where none does.
  func end(of tag: EngineTag) -> Range<Int>? { ends[tag.range.lowerBound] }
}

extension EngineTag {
  /// Whether it may end another one.
  fileprivate var isEnd: Bool { isClosing || name.utf8.starts(with: "end".utf8) }

  /// Whether another tag is the end of this one: `{{< /photo >}}`, `{% endphoto %}`, `{% end %}`.
  fileprivate func isEnded(by other: EngineTag) -> Bool {
    guard form == other.form else { return false }
    return form == .shortcode
      ? other.isClosing && other.name == name : other.name == "end" + name || other.name == "end"
  }
}
