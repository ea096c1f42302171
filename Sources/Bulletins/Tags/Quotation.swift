/// Words of others, which engines mark by a tag before them and one behind: `{{< quote >}}`, `{% blockquote %}`.
enum Quotation {
  private static let names: Set<String> = ["quote", "blockquote", "pullquote"]

  /// Whether a tag begins one, if it has an end.
  static func begins(with tag: EngineTag) -> Bool {
    tag.form != .value && !tag.isClosing && names.contains(tag.name.lowercased())
  }

  /// What the tag before the words means.
  static func beginning(_ tag: EngineTag) -> TagMeaning {
    let named = ["footer", "author", "source", "cite"].compactMap { tag[$0] }
    let words = (named.isEmpty ? tag.arguments.filter { $0.name == nil }.map(\.value) : named).joined(separator: " ")
    let credit: [TagMeaning.Piece] =
      words.isEmpty ? [] : [.tag("<p>"), .tag("<cite>"), .text(words), .tag("</cite>"), .tag("</p>")]
    return .markup([.tag("<blockquote>")] + credit)
  }

  /// What the tag behind the words means.
  static let end = TagMeaning.markup([.tag("</blockquote>")])
}

extension TagMeaning {
  /// Whether it begins or ends a quotation, which stands between paragraphs and not in one.
  var isOfQuotation: Bool {
    guard case .markup(let pieces) = self else { return false }
    return pieces.first == .tag("<blockquote>") || self == Quotation.end
  }
}
