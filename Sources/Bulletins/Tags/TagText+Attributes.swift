import Markdown
import Text

extension TagText {
  /// Gives attributes to the links, images, words and code that stand directly before a list of them.
  func attach(to root: MarkdownNode) {
    for node in TagText.nodes(below: root) where node.kind == .text {
      let text = node.withLiteral { $0.copy }
      guard text.first == UInt8(ascii: "{"), let (number, end) = TagMark.mark(in: text, at: 1),
        tags.indices.contains(number), case .attributes(let list) = tags[number].meaning, let target = node.previous,
        TagText.give(list, to: target, before: node)
      else { continue }
      node.setLiteral(Array(text[end...]).string)
    }
  }

  /// Writes a node as HTML with attributes, where they say something to readers.
  ///
  /// - Returns: Whether attributes could be meant for such a node.
  private static func give(_ list: AttributeList, to target: MarkdownNode, before end: MarkdownNode) -> Bool {
    switch target.kind {
    case .link:
      let kept = list.kept(["target", "rel", "hreflang", "type"])
      if !kept.isEmpty {
        surround(target, [attribute("href", target.address)] + title(target) + kept, "a", before: end)
      }
    case .image:
      let kept = list.kept(["width", "height", "align"])
      // What has a title becomes a figure.
      if kept.isEmpty || !target.title.isEmpty { return true }
      let image = [attribute("src", target.address), attribute("alt", target.text)] + kept
      target.insertBefore(htmlTag: image.tag("img", isVoid: true))
      target.remove()
    case .emphasis, .strong, .code:
      let kept = list.kept()
      if kept.isEmpty { return true }
      target.insertBefore(htmlTag: kept.tag("span"))
      end.insertBefore(htmlTag: "</span>")
    // The end of an element.
    case .htmlInline: break
    default: return false
    }
    return true
  }

  private static func surround(
    _ link: MarkdownNode, _ attributes: [AttributeList.Attribute], _ name: String, before end: MarkdownNode
  ) {
    link.insertBefore(htmlTag: attributes.tag(name))
    end.insertBefore(htmlTag: "</\(name)>")
    link.unwrap()
  }

  private static func attribute(_ name: String, _ value: String) -> AttributeList.Attribute {
    AttributeList.Attribute(name: name, value: value)
  }

  private static func title(_ link: MarkdownNode) -> [AttributeList.Attribute] {
    link.title.isEmpty ? [] : [attribute("title", link.title)]
  }
}

extension TagText {
  /// Links, of which those are marked that a tag asks for.
  func marking(_ links: [TextLink]) -> [TextLink] {
    if tags.isEmpty { return links }
    let pictures = tags.compactMap(\.meaning.picture)
    return links.map { link in
      var link = link
      // A tag is the whole address, holds it, or begins it: `{{ site.baseurl }}/crane.png`.
      link.isOfTag = tags.contains {
        $0.range.contains(link.range.lowerBound) || $0.range.upperBound == link.range.lowerBound
      }
      // Within a link or HTML, the same address may stand before the tag.
      if link.isImage, !link.isOfTag { link.isOfTag = pictures.contains { link.shows($0) } }
      return link
    }
  }
}
