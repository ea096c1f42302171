extension KnownTag {
  /// Pictures with words below.
  static let figures = [
    KnownTag(["figure", "fig", "image", "img", "picture"]) { tag in
      guard !tag.isClosing, let source = tag["src", "url", "image_path", "path", "file"] ?? tag.positional(0),
        !source.isEmpty, !source.contains("{")
      else { return nil }
      return figure(tag, source)
    }
  ]

  private static func figure(_ tag: EngineTag, _ source: String) -> TagMeaning {
    let (title, caption) = (tag["title"].nonEmpty, tag["caption"].nonEmpty ?? tag["description"].nonEmpty)
    let words = tag["alt"] ?? caption ?? title ?? tag.positional(1) ?? ""
    let image = TagMeaning.tag(
      "img",
      ["src": source, "alt": words, "width": tag["width"].number, "height": tag["height"].number], isVoid: true)
    let address = tag["link", "href"].nonEmpty
    let linked = address.map { [TagMeaning.tag("a", ["href": $0]), image, .tag("</a>")] } ?? [image]
    let credit = tag["attr"].nonEmpty
    guard title != nil || caption != nil || credit != nil else {
      return .markup([TagMeaning.tag("figure", ["class": tag["class"].nonEmpty])] + linked + [.tag("</figure>")])
    }
    var below: [TagMeaning.Piece] = []
    if let title { below += [.tag("<strong>"), .text(title), .tag("</strong>")] }
    if let caption { below += (below.isEmpty ? [] : [.text(" ")]) + [.text(caption)] }
    if let credit {
      if !below.isEmpty { below.append(.text(" ")) }
      let link = tag["attrlink"].nonEmpty
      below += link.map { [TagMeaning.tag("a", ["href": $0]), .text(credit), .tag("</a>")] } ?? [.text(credit)]
    }
    return .markup(
      [TagMeaning.tag("figure", ["class": tag["class"].nonEmpty])] + linked + [.tag("<figcaption>")] + below
        + [.tag("</figcaption>"), .tag("</figure>")])
  }
}

extension Optional where Wrapped == String {
  /// The text, where it has anything in it.
  fileprivate var nonEmpty: String? { flatMap { $0.isEmpty ? nil : $0 } }

  /// A number of pixels, as HTML has it.
  fileprivate var number: String? {
    flatMap { text in
      let digits = text.hasSuffix("px") ? String(text.dropLast(2)) : text
      return !digits.isEmpty && digits.utf8.allSatisfy(\.isASCIIDigit) ? digits : nil
    }
  }
}
