/// Words that engines mark by a tag before them and one behind: those of others, `{{< quote >}}`, `{% blockquote %}`, and those
/// that are set apart from the rest, `{{% alert color="warning" %}}`, `{{< note >}}`, `{% tip(title="Ice") %}`.
enum Enclosure {
  private static let quotations: Set<String> = ["quote", "blockquote", "pullquote"]

  /// Whether a tag begins some, if it has an end.
  ///
  /// - Parameter alerts: Whether the site sets words apart.
  static func begins(with tag: EngineTag, alerts: Bool) -> Bool {
    guard tag.form != .value, !tag.isClosing else { return false }
    let name = tag.name.lowercased()
    return quotations.contains(name) || alerts && AlertTag.kind(ofTagNamed: name) != nil
  }

  /// What the tags before and behind the words mean.
  static func meanings(of tag: EngineTag) -> (before: TagMeaning, behind: TagMeaning) {
    if let kind = AlertTag.kind(ofTagNamed: tag.name.lowercased()) {
      let (open, close) = AlertTag(tag, kind).html
      return (.markup([.tag(open)]), .markup([.tag(close)]))
    }
    return (quotation(tag), .markup([.tag("</blockquote>")]))
  }

  private static func quotation(_ tag: EngineTag) -> TagMeaning {
    let named = ["footer", "author", "source", "cite"].compactMap { tag[$0] }
    let words = (named.isEmpty ? tag.arguments.filter { $0.name == nil }.map(\.value) : named).joined(separator: " ")
    let credit: [TagMeaning.Piece] =
      words.isEmpty
      ? [] : [.tag("<p>"), .tag("<cite>")] + TagMeaning.pieces(ofPassage: words) + [.tag("</cite>"), .tag("</p>")]
    return .markup([.tag("<blockquote>")] + credit)
  }
}

extension TagMeaning {
  /// Whether it begins or ends such words, which are paragraphs and stand in none.
  var isOfEnclosure: Bool {
    guard case .markup(let pieces) = self, case .tag(let first)? = pieces.first else { return false }
    return ["<blockquote>", "</blockquote>", "</div>"].contains(first) || AlertTag.isOpening(first)
  }

  /// Whether it begins an alert.
  var isOfAlert: Bool {
    guard case .markup(let pieces) = self, case .tag(let first)? = pieces.first else { return false }
    return AlertTag.isOpening(first)
  }
}
